import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { movableClock } from '#tests/support/small-city.ts';
import { actorToday, createSessions, type Holder, nobody, type Sessions } from './index.ts';
import { hashOf, readToken, writeToken } from './session.ts';
import { markSeen } from './session-store.ts';

let database: Database;
let sessions: Sessions;
let clock: ReturnType<typeof movableClock>;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  clock = movableClock();
  sessions = createSessions({ db: database.db, clock });
});

const resident: Holder = {
  actor: { kind: 'person', personId: '0199aaaa-0000-7000-8000-000000000001' },
  name: 'Сафина Айгуль',
};
const residentKey = 'person:0199aaaa-0000-7000-8000-000000000001';
const stateOf = async (token: string) => (await sessions.find(token)).state;

/** Looks the session up and keeps the new cookie, as a browser does. */
async function visit(token: string): Promise<string> {
  const found = await sessions.find(token);
  return found.state === 'live' ? (found.newToken ?? token) : token;
}

describe('the secret of a session', () => {
  test('is in the cookie and never in the database', async () => {
    const { token } = await sessions.create(resident, 'Firefox');
    const { rows } = await sql<{ row: string }>`select s::text as row from platform.session as s`.execute(database.db);
    const secret = readToken(token)?.secret ?? new Uint8Array();
    for (const { row } of rows) expect(row).not.toContain(secret.toHex());
  });

  test.each(['', 'x', 'A'.repeat(64), `${'A'.repeat(63)}!`, "' or 1=1 --"])(
    'cannot be guessed as %j',
    async (cookie) => {
      expect(await stateOf(cookie)).toBe('unknown');
    },
  );

  test('of one session does not open another', async () => {
    const [one, two] = [await sessions.create(resident, ''), await sessions.create(resident, '')];
    const secret = readToken(two.token)?.secret ?? new Uint8Array(32);
    expect(await stateOf(writeToken({ id: one.session.id, secret }))).toBe('unknown');
  });
});

describe('rotation', () => {
  test('a browser gets a new secret after half an hour, and its forms stay valid', async () => {
    const { token, session } = await sessions.create(resident, '');
    expect(await visit(token)).toBe(token);
    clock.pass({ minutes: 31 });
    const next = await visit(token);
    expect(next).not.toBe(token);
    const found = await sessions.find(next);
    expect(found).toMatchObject({ state: 'live', session: { id: session.id, csrfToken: session.csrfToken } });
  });

  test('requests already under way with the old secret are answered', async () => {
    const { token } = await sessions.create(resident, '');
    clock.pass({ minutes: 31 });
    const next = await visit(token);
    expect(await stateOf(token)).toBe('live');
    expect(await stateOf(next)).toBe('live');
  });

  test('the old secret opens nothing once the new one is in use', async () => {
    const { token } = await sessions.create(resident, '');
    clock.pass({ minutes: 31 });
    const next = await visit(token);
    clock.pass({ seconds: 5 });
    await visit(next);
    clock.pass({ minutes: 2 });
    expect(await stateOf(token)).toBe('unknown');
    expect(await stateOf(next)).toBe('live');
  });

  test('a response lost on the way signs nobody out', async () => {
    const { token } = await sessions.create(resident, '');
    clock.pass({ minutes: 31 });
    await sessions.find(token);
    clock.pass({ minutes: 10 });
    const again = await visit(token);
    expect(again).not.toBe(token);
    expect(await stateOf(again)).toBe('live');
  });

  test('of many requests at once only one brings a new cookie', async () => {
    const { token } = await sessions.create(resident, '');
    clock.pass({ minutes: 31 });
    const found = await Promise.all(Array.from({ length: 8 }, () => sessions.find(token)));
    expect(found.every(({ state }) => state === 'live')).toBe(true);
    expect(found.filter((one) => one.state === 'live' && one.newToken !== undefined)).toHaveLength(1);
  });

  test('a request that read the session before it got a new secret takes the old one from nobody', async () => {
    const { token, session } = await sessions.create(resident, '');
    const presented = hashOf(readToken(token)?.secret ?? new Uint8Array());
    clock.pass({ minutes: 31 });
    await sessions.find(token);
    await markSeen(database.db, { id: session.id, presented, at: clock.now(), forgetPrevious: true });
    expect(await stateOf(token)).toBe('live');
  });
});

describe('the life of a session', () => {
  test('reading pages within a minute writes nothing', async () => {
    const { token, session } = await sessions.create(resident, '');
    const version = async () => {
      const { rows } = await sql<{
        xmin: string;
      }>`select xmin::text from platform.session where id = ${session.id}`.execute(database.db);
      return rows[0]?.xmin;
    };
    const before = await version();
    clock.pass({ seconds: 50 });
    await sessions.find(token);
    expect(await version()).toBe(before);
    clock.pass({ seconds: 20 });
    await sessions.find(token);
    expect(await version()).not.toBe(before);
  });

  test('an ended session is told apart from one that never was, for a day', async () => {
    const { token } = await sessions.create(resident, '');
    clock.pass({ hours: 13 });
    expect(await stateOf(token)).toBe('expired');
    clock.pass({ hours: 24 });
    expect(await sessions.prune()).toBeGreaterThan(0);
    expect(await stateOf(token)).toBe('unknown');
  });

  test('a sign-in that nobody finishes ends after half an hour', async () => {
    const { token } = await sessions.create(nobody, '');
    clock.pass({ minutes: 29 });
    expect(await stateOf(token)).toBe('live');
    clock.pass({ minutes: 2 });
    expect(await stateOf(token)).toBe('expired');
  });

  test('somebody sees where they are signed in, ends one browser, or all but this one', async () => {
    await sessions.endAllOf(residentKey);
    const made = [];
    for (const device of ['phone', 'library', 'desk']) made.push(await sessions.create(resident, device));
    const devices = async () => (await sessions.list(residentKey)).map((one) => one.device).sort();
    expect(await devices()).toEqual(['desk', 'library', 'phone']);
    const [phone, library, desk] = made;
    await sessions.end(library?.session.id ?? '');
    expect(await devices()).toEqual(['desk', 'phone']);
    expect(await sessions.endAllOf(residentKey, desk?.session.id)).toBe(1);
    expect(await devices()).toEqual(['desk']);
    // The browser that was ended may hold a half-typed form: it is told what happened, not taken for a stranger.
    expect(await stateOf(phone?.token ?? '')).toBe('expired');
  });
});

describe('what is kept with a session', () => {
  test('is taken out once, also when two requests ask at the same moment', async () => {
    const { session } = await sessions.create(nobody, '');
    await Promise.all([sessions.put(session.id, 'a', { n: 1 }), sessions.put(session.id, 'b', { n: 2 })]);
    const taken = await Promise.all([sessions.take(session.id, 'a'), sessions.take(session.id, 'a')]);
    expect(taken.filter((value) => value !== undefined)).toEqual([{ n: 1 }]);
    expect(await sessions.read(session.id, 'b')).toEqual({ n: 2 });
  });
});

test('the right to act for somebody ends with its last day, also within a session', () => {
  const onBehalfOf = { kind: 'person', personId: 'grantor' } as const;
  const holder: Holder = {
    actor: { kind: 'person', personId: 'agent', onBehalfOf },
    name: '',
    actsUntil: '2026-11-24',
  };
  const on = (day: string) => actorToday(holder, Temporal.PlainDate.from(day));
  expect(on('2026-11-24')).toEqual({ kind: 'person', personId: 'agent', onBehalfOf });
  expect(on('2026-11-25')).toEqual({ kind: 'person', personId: 'agent' });
});
