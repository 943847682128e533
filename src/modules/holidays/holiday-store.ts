import { sql } from 'kysely';
import type { Executor, Tx } from '#platform/db/index.ts';

/** A day proposed or added; `by` as the journal names employees, instants and the day as ISO text. */
export type DayRecord = Readonly<{
  id: string;
  calendarId: string;
  day: string;
  reason: string;
  proposedBy: string;
  proposedAt: string;
  approvedBy?: string;
  approvedAt?: string;
}>;

type Row = {
  id: string;
  calendar_id: string;
  day: string;
  reason: string;
  proposed_by: string;
  proposed_at: Date;
  approved_by: string | null;
  approved_at: Date | null;
};

const read = (row: Row): DayRecord => ({
  id: row.id,
  calendarId: row.calendar_id,
  day: row.day,
  reason: row.reason,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at.toISOString(),
  ...(row.approved_by && row.approved_at
    ? { approvedBy: row.approved_by, approvedAt: row.approved_at.toISOString() }
    : {}),
});

const columns = sql`id, calendar_id, day::text as day, reason, proposed_by, proposed_at, approved_by, approved_at`;

/** All days ever proposed, the newest first. */
export async function listDays(db: Executor): Promise<DayRecord[]> {
  const { rows } = await sql<Row>`
    select ${columns} from catalogue.added_day order by proposed_at desc limit 200
  `.execute(db);
  return rows.map(read);
}

export async function findDay(db: Executor, id: string): Promise<DayRecord | undefined> {
  const { rows } = await sql<Row>`select ${columns} from catalogue.added_day where id = ${id}`.execute(db);
  return rows.map(read)[0];
}

/** Keeps a proposal; false when that day of the calendar was proposed before. */
export async function insertDay(tx: Tx, one: DayRecord): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into catalogue.added_day (id, calendar_id, day, reason, proposed_by, proposed_at)
    values (${one.id}, ${one.calendarId}, ${one.day}::date, ${one.reason}, ${one.proposedBy}, ${one.proposedAt}::timestamptz)
    on conflict (calendar_id, day) do nothing
  `.execute(tx);
  return numAffectedRows === 1n;
}

/** Makes a proposal law; false when it was withdrawn or approved meanwhile. */
export async function approveDay(tx: Tx, id: string, { by, at }: { by: string; at: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update catalogue.added_day set approved_by = ${by}, approved_at = ${at}::timestamptz
    where id = ${id} and approved_at is null
  `.execute(tx);
  return numAffectedRows === 1n;
}

/** Takes back a proposal that is not law; false when there is none. */
export async function deleteProposal(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from catalogue.added_day where id = ${id} and approved_at is null
  `.execute(tx);
  return numAffectedRows === 1n;
}
