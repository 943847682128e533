import { sql } from 'kysely';
import { type Executor, kept } from '#platform/db/index.ts';
import type { Holder, Session } from './session.ts';

/** A session with what proves it; `previousHash` is the secret before the last rotation while it may still be on its way. */
export type StoredSession = Readonly<{
  session: Session;
  hash: Uint8Array;
  previousHash?: Uint8Array;
  rotatedAt: Temporal.Instant;
}>;

type Row = {
  id: string;
  secret_hash: Uint8Array;
  previous_secret_hash: Uint8Array | null;
  holder: Holder;
  csrf_token: string;
  device: string;
  created_ms: number;
  seen_ms: number;
  rotated_ms: number;
  expires_ms: number;
};

const columns = sql`id, secret_hash, previous_secret_hash, holder, csrf_token, device,
  extract(epoch from created_at)::float8 * 1000 as created_ms, extract(epoch from seen_at)::float8 * 1000 as seen_ms,
  extract(epoch from rotated_at)::float8 * 1000 as rotated_ms, extract(epoch from expires_at)::float8 * 1000 as expires_ms`;

const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(Math.round(ms));

function read(row: Row): StoredSession {
  const session: Session = {
    id: row.id,
    holder: row.holder,
    csrfToken: row.csrf_token,
    device: row.device,
    createdAt: instant(row.created_ms),
    seenAt: instant(row.seen_ms),
    expiresAt: instant(row.expires_ms),
  };
  const stored = { session, hash: row.secret_hash, rotatedAt: instant(row.rotated_ms) };
  return row.previous_secret_hash ? { ...stored, previousHash: row.previous_secret_hash } : stored;
}

export async function findSession(db: Executor, id: string): Promise<StoredSession | undefined> {
  const { rows } = await sql<Row>`${kept} select ${columns} from platform.session where id = ${id}`.execute(db);
  return rows[0] && read(rows[0]);
}

export async function listSessions(db: Executor, holderKey: string): Promise<Session[]> {
  const { rows } = await sql<Row>`
    select ${columns} from platform.session where holder_key = ${holderKey} order by seen_at desc limit 100`.execute(
    db,
  );
  return rows.map((row) => read(row).session);
}

export type NewSession = Readonly<{ session: Session; hash: Uint8Array; holderKey: string | null }>;

export async function insertSession(db: Executor, { session, hash, holderKey }: NewSession): Promise<void> {
  const at = session.createdAt.toString();
  await sql`
    insert into platform.session (id, secret_hash, rotated_at, holder_key, holder, csrf_token, device, content,
      created_at, seen_at, expires_at)
    values (${session.id}, ${hash}, ${at}, ${holderKey}, ${JSON.stringify(session.holder)}::jsonb, ${session.csrfToken},
      ${session.device}, '{}'::jsonb, ${at}, ${at}, ${session.expiresAt.toString()})`.execute(db);
}

/**
 * Notes that the secret whose hash is `presented` was used, and forgets the one before it when `forgetPrevious`. Nothing
 * is noted if another request changed the secret since the row was read: what was seen then is the secret before.
 */
export async function markSeen(
  db: Executor,
  seen: Readonly<{ id: string; presented: Uint8Array; at: Temporal.Instant; forgetPrevious: boolean }>,
): Promise<void> {
  await sql`
    update platform.session set seen_at = ${seen.at.toString()},
      previous_secret_hash = case when ${seen.forgetPrevious} then null else previous_secret_hash end
    where id = ${seen.id} and secret_hash = ${seen.presented}`.execute(db);
}

/** Gives the session a new secret unless another request did so since it was read; says whether it did. */
export async function replaceSecret(
  db: Executor,
  change: Readonly<{ id: string; was: Uint8Array; presented: Uint8Array; to: Uint8Array; at: Temporal.Instant }>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update platform.session
    set secret_hash = ${change.to}, previous_secret_hash = ${change.presented}, rotated_at = ${change.at.toString()}
    where id = ${change.id} and secret_hash = ${change.was}`.execute(db);
  return numAffectedRows === 1n;
}

export async function replaceHolder(db: Executor, id: string, holder: Holder): Promise<void> {
  await sql`update platform.session set holder = ${JSON.stringify(holder)}::jsonb where id = ${id}`.execute(db);
}

export async function deleteSession(db: Executor, id: string): Promise<void> {
  await sql`delete from platform.session where id = ${id}`.execute(db);
}

/** Ends what is open; the rows stay until they are pruned, so that a form typed in one of them can still be kept. */
export async function endSessionsOf(
  db: Executor,
  { holderKey, except, at }: Readonly<{ holderKey: string; except: string | null; at: Temporal.Instant }>,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update platform.session set expires_at = ${at.toString()}
    where holder_key = ${holderKey} and expires_at > ${at.toString()} and (${except}::uuid is null or id <> ${except}::uuid)
  `.execute(db);
  return Number(numAffectedRows ?? 0n);
}

export async function deleteExpired(db: Executor, before: Temporal.Instant): Promise<number> {
  const { numAffectedRows } = await sql`delete from platform.session where expires_at < ${before.toString()}`.execute(
    db,
  );
  return Number(numAffectedRows ?? 0n);
}

/** Puts one named thing into the session; other names stay as they are, also when two tabs write at once. */
export async function putContent(db: Executor, id: string, name: string, value: unknown): Promise<void> {
  await sql`
    update platform.session set content = content || jsonb_build_object(${name}::text, ${JSON.stringify(value)}::jsonb)
    where id = ${id}`.execute(db);
}

/** Takes one named thing out, so that it is used once, also when two requests ask at once. */
export async function takeContent(db: Executor, id: string, name: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`
    with held as (select id, content -> ${name} as value from platform.session where id = ${id} for update)
    update platform.session as session set content = session.content - ${name}::text
    from held where session.id = held.id and held.value is not null
    returning held.value`.execute(db);
  return rows[0]?.value;
}

export async function readContent(db: Executor, id: string, name: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`
    select content -> ${name} as value from platform.session where id = ${id}`.execute(db);
  return rows[0]?.value ?? undefined;
}
