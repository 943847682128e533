import { createHash, timingSafeEqual } from 'node:crypto';
import { type Actor, anonymous } from '#kernel/actor.ts';

/** Whose browser it is: the actor as they signed in, and how the header names them. */
export type Holder = Readonly<{
  actor: Actor;
  /** Name as shown; empty while nobody is signed in. */
  name: string;
  /** For whom they act, in words: the company or the grantor. */
  detail?: string;
  /** Last day (ISO date, the city's calendar) on which `actor.onBehalfOf` holds. */
  actsUntil?: string;
}>;

/** A browser that the city knows. */
export type Session = Readonly<{
  id: string;
  holder: Holder;
  /** Stays the same over rotations, so that a page opened earlier can still be sent. */
  csrfToken: string;
  /** The browser as it named itself, for "where am I signed in". */
  device: string;
  createdAt: Temporal.Instant;
  seenAt: Temporal.Instant;
  expiresAt: Temporal.Instant;
}>;

/** How long sessions live. */
export type SessionLimits = Readonly<{
  /** Signed in and silent for so long: signed out. */
  idleMinutes: number;
  /** Signed in for so long: signed out, however busy. */
  absoluteMinutes: number;
  /** A signed-in browser gets a new secret so often. */
  rotateMinutes: number;
  /** Time to come back from the sign-in provider. */
  signInMinutes: number;
}>;

/** Two hours fit the longest form; a working day ends every session (OWASP session guidance: 2–5 minutes to 12 hours by value). */
export const defaultLimits: SessionLimits = {
  idleMinutes: 120,
  absoluteMinutes: 12 * 60,
  rotateMinutes: 30,
  signInMinutes: 30,
};

export const nobody: Holder = { actor: anonymous, name: '' };

const secretBytes = 32;
const idBytes = 16;

/** What the cookie holds: which row, and the secret that proves it. */
export type Token = Readonly<{ id: string; secret: Uint8Array<ArrayBuffer> }>;

/** 256 random bits. */
export const newSecret = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(secretBytes));

/** Secrets are random, so a plain hash keeps them (no password to guess). */
export const hashOf = (secret: Uint8Array): Buffer => createHash('sha256').update(secret).digest();

/** The cookie's text: base64url of the 16 bytes of the id and the 32 of the secret. */
export function writeToken(token: Token): string {
  const bytes = new Uint8Array(idBytes + secretBytes);
  bytes.set(Uint8Array.fromHex(token.id.replaceAll('-', '')));
  bytes.set(token.secret, idBytes);
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

/** Reads the cookie's text; undefined for anything that we did not write. */
export function readToken(text: string): Token | undefined {
  if (!/^[\w-]{64}$/.test(text)) return undefined;
  const bytes = Uint8Array.fromBase64(text, { alphabet: 'base64url' });
  const hex = bytes.subarray(0, idBytes).toHex();
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return { id, secret: bytes.slice(idBytes) };
}

/** Compares in constant time, so that a secret cannot be found byte by byte. */
export const sameHash = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Whether the session still counts at `now`. */
export function isLive(session: Session, now: Temporal.Instant, limits: SessionLimits): boolean {
  if (Temporal.Instant.compare(now, session.expiresAt) >= 0) return false;
  if (session.holder.actor.kind === 'anonymous') return true;
  return Temporal.Instant.compare(now, session.seenAt.add({ minutes: limits.idleMinutes })) < 0;
}

/**
 * Who asks, today: the holder, without the right to act for another once its last day is over.
 * `guestKey` is the browser's key to drafts begun before signing in.
 */
export function actorToday(holder: Holder, today: Temporal.PlainDate, guestKey?: string): Actor {
  const { actor } = holder;
  if (actor.kind === 'anonymous') return guestKey === undefined ? anonymous : { ...actor, guestKey };
  if (actor.kind !== 'person') return actor;
  const guest = guestKey === undefined ? {} : { guestKey };
  const over = holder.actsUntil !== undefined && holder.actsUntil < today.toString();
  const onBehalfOf = actor.onBehalfOf !== undefined && !over ? { onBehalfOf: actor.onBehalfOf } : {};
  return { kind: 'person', personId: actor.personId, ...onBehalfOf, ...guest };
}
