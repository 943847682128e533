import { errorResponse, readAnswer, readyForQuery, type SessionStatus, simpleQuery } from './wire.ts';

/** Runs one batch of frontend messages to its end and gives all that the server answered. */
export type Execute = (batch: Buffer) => Promise<Buffer>;

/** One connection's way into the only session there is. */
export type Seat = Readonly<{
  /** Queues a batch that ends with Sync or is a Query; the answer comes through `deliver`. */
  submit(batch: Buffer): void;
  /** Leaves. A transaction left open is rolled back before anybody else is served. */
  leave(): void;
}>;

type Member = { queue: Buffer[]; deliver(answer: Buffer): void; end(): void; gone: boolean };

/** An open transaction that sends nothing for so long while others wait is ended (milliseconds). */
const defaultIdleLimit = 20_000;

/**
 * Shares the one session of the embedded database between connections.
 *
 * - A batch runs as a unit, so messages of two connections never mix.
 * - A connection in a transaction keeps the session until the transaction ends.
 * - Otherwise connections take turns, one batch each.
 * - Notifications go to every connection, since all of them are one session for the server.
 */
export function createSession(execute: Execute, { idleLimit = defaultIdleLimit } = {}) {
  const members = new Set<Member>();
  const waiting: Member[] = [];
  let owner: Member | undefined;
  let running = false;
  let idleTimer: NodeJS.Timeout | undefined;

  async function run(member: Member, batch: Buffer): Promise<void> {
    clearTimeout(idleTimer);
    idleTimer = undefined;
    const { own, notifications, status } = readAnswer(await execute(batch));
    owner = status === undefined || status === 'I' ? undefined : member;
    if (!member.gone) member.deliver(own);
    if (notifications.length === 0) return;
    const news = Buffer.concat(notifications);
    for (const one of members) one.deliver(news);
  }

  function next(): { member: Member; batch: Buffer } | undefined {
    if (owner?.gone === true) return { member: owner, batch: simpleQuery('rollback') };
    const member = owner ?? waiting[0];
    const batch = member?.queue.shift();
    if (member === undefined || batch === undefined) return undefined;
    removeFrom(waiting, member);
    if (member.queue.length > 0) waiting.push(member);
    return { member, batch };
  }

  async function work(): Promise<void> {
    if (running) return;
    running = true;
    try {
      for (let turn = next(); turn !== undefined; turn = next()) await run(turn.member, turn.batch);
    } catch {
      // The database itself broke: `execute` refuses from now on, and whoever waits must hear it.
      for (const one of members) one.end();
    } finally {
      running = false;
    }
    watchIdleOwner();
  }

  /** A query outside the transaction that its own caller awaits would wait for ever: somebody must say so. */
  function watchIdleOwner(): void {
    const idle = owner;
    if (idle === undefined || waiting.length === 0 || idleTimer !== undefined) return;
    idleTimer = setTimeout(() => {
      idle.deliver(
        errorResponse('FATAL', '25P03', `idle in a transaction for ${idleLimit} ms while other queries waited`),
      );
      idle.gone = true;
      idle.end();
      void work();
    }, idleLimit).unref();
  }

  return {
    /** Takes a seat; `deliver` gets bytes for the client, `end` is called if the session cannot go on. */
    join(deliver: (answer: Buffer) => void, end: () => void): Seat {
      const member: Member = { queue: [], deliver, end, gone: false };
      members.add(member);
      return {
        submit(batch) {
          if (member.gone) return;
          if (member.queue.push(batch) === 1) waiting.push(member);
          void work();
        },
        leave() {
          members.delete(member);
          member.gone = true;
          member.queue.length = 0;
          removeFrom(waiting, member);
          void work();
        },
      };
    },
    /** Runs a statement of our own when no transaction is open; `false` if one was. */
    async runAlone(text: string): Promise<boolean> {
      if (owner !== undefined || running || waiting.length > 0) return false;
      const member: Member = { queue: [], deliver: () => {}, end: () => {}, gone: false };
      member.queue.push(simpleQuery(text));
      waiting.push(member);
      await work();
      return true;
    },
  };
}

function removeFrom(list: Member[], member: Member): void {
  const index = list.indexOf(member);
  if (index >= 0) list.splice(index, 1);
}

/** What a client hears instead of an answer when it asks for something this database cannot do. */
export const refusal = (code: string, text: string, status: SessionStatus = 'I'): Buffer =>
  Buffer.concat([errorResponse('ERROR', code, text), readyForQuery(status)]);
