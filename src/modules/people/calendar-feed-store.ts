import { sql } from 'kysely';
import type { Executor } from '#platform/db/index.ts';

/** The feed of a holder, new or in place of the one before. */
export async function replaceFeed(
  db: Executor,
  { holder, tokenHash, at }: Readonly<{ holder: string; tokenHash: string; at: string }>,
): Promise<void> {
  await sql`
    insert into people.calendar_feed (token_hash, holder, created_at) values (${tokenHash}, ${holder}, ${at}::timestamptz)
    on conflict (holder) do update set token_hash = excluded.token_hash, created_at = excluded.created_at
  `.execute(db);
}

export async function deleteFeed(db: Executor, holder: string): Promise<void> {
  await sql`delete from people.calendar_feed where holder = ${holder}`.execute(db);
}

export async function findHolder(db: Executor, tokenHash: string): Promise<string | undefined> {
  const { rows } = await sql<{ holder: string }>`
    select holder from people.calendar_feed where token_hash = ${tokenHash}
  `.execute(db);
  return rows[0]?.holder;
}

export async function findSince(db: Executor, holder: string): Promise<string | undefined> {
  const { rows } = await sql<{ at: Date }>`
    select created_at as at from people.calendar_feed where holder = ${holder}
  `.execute(db);
  return rows[0]?.at.toISOString();
}
