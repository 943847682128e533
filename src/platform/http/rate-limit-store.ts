import { sql } from 'kysely';
import { type Executor, kept } from '#platform/db/index.ts';

/** Hits of the running window, this one included, and of the window before. */
export type Hits = Readonly<{ current: number; previous: number }>;

/** Counts one hit and reads both windows, in one statement. `windowStart` and `windowBefore` are the windows' beginnings. */
export async function countHit(
  db: Executor,
  hit: Readonly<{ key: string; windowStart: Temporal.Instant; windowBefore: Temporal.Instant }>,
): Promise<Hits> {
  const { rows } = await sql<Hits>`
    ${kept} insert into platform.rate_count as count (key, window_start, hits)
    values (${hit.key}, ${hit.windowStart.toString()}, 1)
    on conflict (key, window_start) do update set hits = count.hits + 1
    returning hits as current, coalesce((
      select before.hits from platform.rate_count as before
      where before.key = count.key and before.window_start = ${hit.windowBefore.toString()}), 0) as previous`.execute(
    db,
  );
  return rows[0] ?? { current: 1, previous: 0 };
}

/** Forgets windows that began before `before`. */
export async function deleteWindows(db: Executor, before: Temporal.Instant): Promise<void> {
  await sql`delete from platform.rate_count where window_start < ${before.toString()}`.execute(db);
}
