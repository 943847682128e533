import { describe, expect, test, vi } from 'vitest';
import { createSession } from './session.ts';
import { commandComplete, errorResponse, message, readyForQuery, simpleQuery } from './wire.ts';

/** A database that only understands `begin`, `commit`, `rollback` and words; it writes down what it was asked. */
function fakeDatabase() {
  const asked: string[] = [];
  let open = false;
  return {
    asked,
    async execute(batch: Buffer): Promise<Buffer> {
      const text = batch.toString('utf8', 5, batch.length - 1);
      asked.push(text);
      await Promise.resolve();
      open = text === 'begin' || (open && text !== 'commit' && text !== 'rollback');
      const news = text === 'tell' ? message('A', '....channel\0payload\0') : Buffer.alloc(0);
      return Buffer.concat([commandComplete(text), news, readyForQuery(open ? 'T' : 'I')]);
    },
  };
}

const seat = (session: ReturnType<typeof createSession>, heard: Buffer[] = [], ended = vi.fn()) => {
  const place = session.join((answer) => heard.push(answer), ended);
  return {
    ...place,
    heard,
    ended,
    say: (...texts: string[]) => {
      for (const text of texts) place.submit(simpleQuery(text));
    },
  };
};

const settled = () => new Promise((resume) => setTimeout(resume, 5));

describe('the one session of the embedded database', () => {
  test('connections take turns, so that one with much to ask does not hold up the others', async () => {
    const database = fakeDatabase();
    const session = createSession(database.execute);
    const [busy, other] = [seat(session), seat(session)];
    busy.say('a1', 'a2', 'a3');
    other.say('b1');
    await settled();
    // `a2` stood in the line before `b1` came; `a3` has to queue behind it.
    expect(database.asked).toEqual(['a1', 'a2', 'b1', 'a3']);
  });

  test('nobody comes between the statements of a transaction', async () => {
    const database = fakeDatabase();
    const session = createSession(database.execute);
    const [owner, other] = [seat(session), seat(session)];
    owner.say('begin');
    await settled();
    other.say('b1');
    await settled();
    owner.say('a1', 'commit');
    await settled();
    expect(database.asked).toEqual(['begin', 'a1', 'commit', 'b1']);
  });

  test('who leaves in the middle of a transaction is rolled back before anybody else is served', async () => {
    const database = fakeDatabase();
    const session = createSession(database.execute);
    const [owner, other] = [seat(session), seat(session)];
    owner.say('begin', 'a1');
    await settled();
    other.say('b1');
    owner.leave();
    await settled();
    expect(database.asked).toEqual(['begin', 'a1', 'rollback', 'b1']);
  });

  test('who leaves while its statement runs is rolled back after it', async () => {
    const database = fakeDatabase();
    const session = createSession(database.execute);
    const owner = seat(session);
    owner.say('begin');
    owner.leave();
    await settled();
    expect(database.asked).toEqual(['begin', 'rollback']);
    expect(owner.heard).toEqual([]);
  });

  test('a notification goes to everybody, the answer only to who asked', async () => {
    const session = createSession(fakeDatabase().execute);
    const [asker, listener] = [seat(session), seat(session)];
    asker.say('tell');
    await settled();
    expect(listener.heard).toEqual([message('A', '....channel\0payload\0')]);
    expect(asker.heard).toHaveLength(2);
  });

  test('a transaction that waits for its own caller is ended with a reason, and the others go on', async () => {
    const database = fakeDatabase();
    const session = createSession(database.execute, { idleLimit: 30 });
    const [owner, other] = [seat(session), seat(session)];
    owner.say('begin');
    await settled();
    other.say('b1');
    await vi.waitFor(() => expect(database.asked).toEqual(['begin', 'rollback', 'b1']));
    expect(owner.ended).toHaveBeenCalledOnce();
    expect(owner.heard.at(-1)).toEqual(
      errorResponse('FATAL', '25P03', 'idle in a transaction for 30 ms while other queries waited'),
    );
  });

  test('if the database breaks everybody is told', async () => {
    const session = createSession(() => Promise.reject(new Error('broken')));
    const [one, other] = [seat(session), seat(session)];
    one.say('a1');
    await settled();
    expect([one.ended, other.ended].map((ended) => ended.mock.calls.length)).toEqual([1, 1]);
  });

  test('upkeep runs only when nobody is in the middle of something', async () => {
    const database = fakeDatabase();
    const session = createSession(database.execute);
    const owner = seat(session);
    owner.say('begin');
    await settled();
    expect(await session.runAlone('checkpoint')).toBe(false);
    owner.say('commit');
    await settled();
    expect(await session.runAlone('checkpoint')).toBe(true);
    expect(database.asked).toEqual(['begin', 'commit', 'checkpoint']);
  });
});
