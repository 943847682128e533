import { sql } from 'kysely';
import { type Clause, type Executor, writes } from '#platform/db/index.ts';
import type { AuditEntry } from './index.ts';

type Stamp = Readonly<{
  by: string;
  at: Temporal.Instant;
  /** The same by the same since then is not written again. */
  unlessSince?: Temporal.Instant;
}>;

/** All entries of one act, as a clause of a larger statement. */
export const entriesOf = (stamp: Stamp, entries: readonly AuditEntry[]): Clause =>
  writes(sql`
    insert into audit.entry (at, by, action, subject, subject_id, application_id, details)
    select ${stamp.at.toString()}::timestamptz, ${stamp.by}, r.action, r.subject, r."subjectId", r."applicationId", r.details
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as r (action text, subject text, "subjectId" uuid, "applicationId" uuid, details jsonb)
    ${stamp.unlessSince === undefined ? sql`` : isNewSince(stamp.by, stamp.unlessSince)}
  `);

const isNewSince = (by: string, since: Temporal.Instant) => sql`
  where not exists (
    select from audit.entry as e
    where e.subject_id = r."subjectId" and e.action = r.action and e.by = ${by} and e.at > ${since.toString()}::timestamptz
  )`;

export type WrittenEntry = Readonly<{
  at: Date;
  by: string;
  action: string;
  subject: string;
  subjectId: string | null;
  details: unknown;
}>;

/** What happened around one application, newest first. */
export async function listByApplication(db: Executor, applicationId: string, limit = 100): Promise<WrittenEntry[]> {
  const { rows } = await sql<WrittenEntry>`
    select at, by, action, subject, subject_id as "subjectId", details
    from audit.entry where application_id = ${applicationId} order by position desc limit ${limit}
  `.execute(db);
  return rows;
}
