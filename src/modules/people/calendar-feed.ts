import { createHash, randomBytes } from 'node:crypto';
import { type Actor, roles } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/db/index.ts';
import * as feeds from './calendar-feed-store.ts';
import { findEmployee, isEmployed } from './employee-store.ts';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A person's or employee's key in the store of feeds; nobody else has a calendar. */
function holderOf(actor: Actor): string {
  if (actor.kind === 'anonymous') throw new Problem('people/sign-in-needed');
  if (actor.kind === 'system') throw new Problem('people/not-allowed');
  return actorKey(actor);
}

/**
 * The address of a calendar feed: a random token that is shown once and kept only as its hash. A new one ends the one
 * before. 256 random bits: nobody guesses it.
 */
export async function createFeed(db: Db, actor: Actor, at: Temporal.Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await feeds.replaceFeed(db, { holder: holderOf(actor), tokenHash: hashOf(token), at: at.toString() });
  return token;
}

/** Ends the feed: its address answers as one that never was. */
export const revokeFeed = (db: Db, actor: Actor): Promise<void> => feeds.deleteFeed(db, holderOf(actor));

/** Since when the actor has a feed (ISO instant); nothing when there is none. */
export const feedSince = (db: Db, actor: Actor): Promise<string | undefined> => feeds.findSince(db, holderOf(actor));

/** Whose feed a token opens, acting for themselves; nobody for a wrong token or an employee who left by `today`. */
export async function readerOfFeed(db: Db, token: string, today: string): Promise<Actor | undefined> {
  const [kind, id] = (await feeds.findHolder(db, hashOf(token)))?.split(':') ?? [];
  if (id === undefined) return undefined;
  if (kind === 'person') return { kind: 'person', personId: id };
  const employee = await findEmployee(db, id);
  if (employee === undefined || !(await isEmployed(db, id, today))) return undefined;
  const { departmentId } = employee;
  return {
    kind: 'employee',
    employeeId: id,
    departmentId,
    roles: roles.filter((role) => employee.roles.includes(role)),
  };
}
