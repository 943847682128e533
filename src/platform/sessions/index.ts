import { actorKey } from '#kernel/actor-key.ts';
import { newId } from '#kernel/id.ts';
import type { Clock } from '#platform/clock.ts';
import type { Executor } from '#platform/db/index.ts';
import {
  defaultLimits,
  type Holder,
  hashOf,
  isLive,
  newSecret,
  readToken,
  type Session,
  type SessionLimits,
  sameHash,
  writeToken,
} from './session.ts';
import * as store from './session-store.ts';

export { sessionProblems } from './problems.ts';
export { actorToday, type Holder, nobody, type Session, type SessionLimits } from './session.ts';

/** What a cookie turned out to be. `expired` was a session: the page can say so and bring the person back. */
export type FoundSession =
  | Readonly<{
      state: 'live';
      session: Session /** Set when the browser must be given a new cookie. */;
      newToken?: string;
    }>
  | Readonly<{ state: 'expired'; session: Session }>
  | Readonly<{ state: 'unknown' }>;

/** `last seen` is written at most so often: reading a page costs no write. */
const seenEvery = { seconds: 60 };
/** After a rotation, requests already under way still carry the old secret. */
const underWay = { seconds: 60 };
/** Ended sessions are remembered so long, to say "your session ended" instead of "who are you". */
const remembered = { hours: 24 };

const isPast = (instant: Temporal.Instant, now: Temporal.Instant) => Temporal.Instant.compare(instant, now) <= 0;

/** Which of a session's secrets a cookie presented. */
type Presented = 'current' | 'previous' | 'neither';
/** The hash of the secret that a cookie presented, and when. */
type PresentedHash = Readonly<{ hash: Uint8Array; at: Temporal.Instant }>;

/**
 * The secret before the last rotation counts while requests may be under way, and longer only until the new one is
 * seen: a response lost on the way signs nobody out, and a stolen old secret opens nothing.
 */
function presentedSecret(stored: store.StoredSession, { hash, at }: PresentedHash): Presented {
  if (sameHash(hash, stored.hash)) return 'current';
  if (!stored.previousHash || !sameHash(hash, stored.previousHash)) return 'neither';
  const isSettled = isPast(stored.rotatedAt.add(underWay), at);
  const isNewSeen = Temporal.Instant.compare(stored.session.seenAt, stored.rotatedAt) > 0;
  return isSettled && isNewSeen ? 'neither' : 'previous';
}

/** What of a use with the current secret is worth a write: the first after a rotation, the end of that, and each minute. */
function isWorthNoting(stored: store.StoredSession, now: Temporal.Instant): boolean {
  const { seenAt } = stored.session;
  if (isPast(seenAt.add(seenEvery), now)) return true;
  if (stored.previousHash === undefined) return false;
  return Temporal.Instant.compare(seenAt, stored.rotatedAt) <= 0 || isPast(stored.rotatedAt.add(underWay), now);
}

type SessionsDeps = Readonly<{ db: Executor; clock: Clock; limits?: SessionLimits }>;
type Use = Required<SessionsDeps>;

/** A new secret when one is due. Undefined when it is not, or another request was first: its response brings the cookie. */
async function rotateIfDue(
  { db, limits }: Use,
  stored: store.StoredSession,
  use: PresentedHash,
): Promise<string | undefined> {
  const { hash, at } = use;
  const wait = sameHash(hash, stored.hash) ? { minutes: limits.rotateMinutes } : underWay;
  if (stored.session.holder.actor.kind === 'anonymous' || !isPast(stored.rotatedAt.add(wait), at)) return undefined;
  const secret = newSecret();
  const change = { id: stored.session.id, was: stored.hash, presented: hash, to: hashOf(secret), at };
  return (await store.replaceSecret(db, change)) ? writeToken({ id: stored.session.id, secret }) : undefined;
}

async function find(use: Use, cookie: string): Promise<FoundSession> {
  const { db, clock, limits } = use;
  const token = readToken(cookie);
  const stored = token && (await store.findSession(db, token.id));
  if (!token || !stored) return { state: 'unknown' };
  const at = clock.now();
  const hash = hashOf(token.secret);
  const presented = presentedSecret(stored, { hash, at });
  if (presented === 'neither') return { state: 'unknown' };
  const { session } = stored;
  if (!isLive(session, at, limits)) return { state: 'expired', session };
  if (presented === 'current' && isWorthNoting(stored, at)) {
    const forgetPrevious = isPast(stored.rotatedAt.add(underWay), at);
    await store.markSeen(db, { id: session.id, presented: hash, at, forgetPrevious });
  }
  const newToken = await rotateIfDue(use, stored, { hash, at });
  return newToken === undefined ? { state: 'live', session } : { state: 'live', session, newToken };
}

async function create(
  { db, clock, limits }: Use,
  holder: Holder,
  device: string,
): Promise<{ session: Session; token: string }> {
  const now = clock.now();
  const secret = newSecret();
  const isAnonymous = holder.actor.kind === 'anonymous';
  const session: Session = {
    id: newId(now.epochMilliseconds),
    holder,
    csrfToken: newSecret().toBase64({ alphabet: 'base64url', omitPadding: true }),
    device: device.slice(0, 200),
    createdAt: now,
    seenAt: now,
    expiresAt: now.add({ minutes: isAnonymous ? limits.signInMinutes : limits.absoluteMinutes }),
  };
  const holderKey = isAnonymous ? null : actorKey(holder.actor);
  await store.insertSession(db, { session, hash: hashOf(secret), holderKey });
  return { session, token: writeToken({ id: session.id, secret }) };
}

/**
 * Sessions kept on the server: the cookie holds a row id and a 256-bit secret, the row only the secret's SHA-256.
 * Any number of web processes may share them.
 */
export function createSessions({ db, clock, limits = defaultLimits }: SessionsDeps) {
  const use: Use = { db, clock, limits };
  return {
    /** The session of a cookie's text. One indexed read; a write at most each minute and at a rotation. */
    find: (cookie: string): Promise<FoundSession> => find(use, cookie),

    /** A new session with a new id, secret and CSRF token: what anybody planted in the browser before is worth nothing. */
    create: (holder: Holder, device: string) => create(use, holder, device),

    /** Changes whom the holder acts for; the human stays the same. */
    changeHolder: (id: string, holder: Holder) => store.replaceHolder(db, id, holder),

    end: (id: string) => store.deleteSession(db, id),

    /** Signs somebody out everywhere, for instance when their role ends; `except` keeps the browser they sit at. */
    endAllOf: (holderKey: string, except?: string) =>
      store.endSessionsOf(db, { holderKey, except: except ?? null, at: clock.now() }),

    /** Where the holder is signed in now, latest first. */
    async list(holderKey: string): Promise<Session[]> {
      const now = clock.now();
      return (await store.listSessions(db, holderKey)).filter((session) => isLive(session, now, limits));
    },

    /** Keeps one named JSON value with the session. */
    put: (id: string, name: string, value: unknown) => store.putContent(db, id, name, value),

    /** Reads a value kept by `put`; the caller parses it. */
    read: (id: string, name: string) => store.readContent(db, id, name),

    /** Takes a value kept by `put` out: it can be used once. */
    take: (id: string, name: string) => store.takeContent(db, id, name),

    /** Forgets sessions that ended a day ago; returns how many. Done every night. */
    prune: () => store.deleteExpired(db, clock.now().subtract(remembered)),
  };
}

export type Sessions = ReturnType<typeof createSessions>;
