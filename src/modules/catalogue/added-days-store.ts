import { sql } from 'kysely';
import type { Executor } from '#platform/db/index.ts';
import type { AddedDay } from './added-days.ts';

/** `approvedBy`: the employee, as the journal names one. */
export type ApprovedDay = AddedDay & Readonly<{ approvedBy: string }>;

/** The days approved so far, oldest first. */
export async function listAddedDays(db: Executor): Promise<ApprovedDay[]> {
  const { rows } = await sql<ApprovedDay>`
    select calendar_id as "calendarId", day::text as day, approved_by as "approvedBy"
    from catalogue.added_day
    where approved_at is not null order by approved_at, day
  `.execute(db);
  return rows;
}
