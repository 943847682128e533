import { sql } from 'kysely';
import { type Clause, type Executor, writes } from '#platform/db/index.ts';
import type { AuditEntry } from './index.ts';

/** All entries of one act, as a clause of a larger statement. */
export const entriesOf = (stamp: { by: string; at: Temporal.Instant }, entries: readonly AuditEntry[]): Clause =>
  writes(sql`
    insert into audit.entry (at, by, action, subject, subject_id, application_id, details)
    select ${stamp.at.toString()}::timestamptz, ${stamp.by}, r.action, r.subject, r."subjectId", r."applicationId", r.details
    from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as r (action text, subject text, "subjectId" uuid, "applicationId" uuid, details jsonb)
  `);

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
