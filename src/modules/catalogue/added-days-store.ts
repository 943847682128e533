import { sql } from 'kysely';
import type { Executor } from '#platform/db/index.ts';
import type { AddedDay } from './added-days.ts';

/** The days approved so far, oldest first. */
export async function listAddedDays(db: Executor): Promise<AddedDay[]> {
  const { rows } = await sql<AddedDay>`
    select calendar_id as "calendarId", day::text as day from catalogue.added_day
    where approved_at is not null order by approved_at, day
  `.execute(db);
  return rows;
}
