import { sql } from 'kysely';
import { type Clause, type Executor, inOneStatement, type Tx, writes } from '#platform/db/index.ts';
import type { Change, JournalEvent, Stamp } from './index.ts';

/** One line of the journal. `seq` counts from 1 within its stream. */
export type JournalEntry = Readonly<{ seq: number; at: Temporal.Instant; by: string; event: JournalEvent }>;

const rowOf = (one: Change) => ({ ...one.row, id: one.id, version: one.from + one.events.length, state: one.state });

/** All events, and the new states of every table, in one statement: filing opens a dozen things at once. */
export const insertEventsAndStates = (tx: Tx, stamp: Stamp, changes: readonly Change[]): Promise<void> =>
  inOneStatement(tx, eventsAndStates(stamp, changes));

/** The same as clauses of a larger statement. */
export function eventsAndStates({ at, by }: Stamp, changes: readonly Change[]): Clause[] {
  const events = changes.flatMap((one) =>
    one.events.map((event, index) => ({ stream: one.stream, id: one.id, seq: one.from + index + 1, event })),
  );
  const created = Map.groupBy(
    changes.filter(({ from }) => from === 0),
    ({ table }) => table,
  );
  const states = [...created].map(([table, ofTable]) => {
    const rows = JSON.stringify(ofTable.map(rowOf));
    return writes(sql`
      insert into ${sql.table(table)} select * from jsonb_populate_recordset(null::${sql.table(table)}, ${rows}::jsonb)
    `);
  });
  const journal = writes(sql`
    insert into platform.event (stream, stream_id, seq, type, body, at, by)
    select r.stream, r.id, r.seq, r.event ->> 'type', r.event, ${at.toString()}::timestamptz, ${by}
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as r (stream text, id uuid, seq int, event jsonb)
  `);
  return [...states, journal];
}

/** Changed states of one table in one statement, each only if it is still at the version it was read at; how many were. */
export async function updateStates(tx: Tx, table: string, changes: readonly Change[]): Promise<number> {
  const [first] = changes;
  if (first === undefined) return 0;
  const rows = changes.map((one) => ({ ...rowOf(one), was: one.from }));
  const columns = ['version', 'state', ...Object.keys(first.row)];
  const { numAffectedRows } = await sql`
    update ${sql.table(table)} as t
    set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`))}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as e,
      jsonb_populate_record(null::${sql.table(table)}, e) as r
    where t.id = r.id and t.version = (e ->> 'was')::int
  `.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** The journal of one thing, oldest first. */
export async function listEvents(db: Executor, streamId: string): Promise<JournalEntry[]> {
  const { rows } = await sql<{ seq: number; at: Date; by: string; body: JournalEvent }>`
    select seq, at, by, body from platform.event where stream_id = ${streamId} order by seq
  `.execute(db);
  return rows.map(({ seq, at, by, body }) => ({
    seq,
    at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
    by,
    event: body,
  }));
}

/** The journals of several things, each oldest first. */
export async function listEventsOfAll(
  db: Executor,
  streamIds: readonly string[],
): Promise<ReadonlyMap<string, readonly JournalEntry[]>> {
  const { rows } = await sql<{ stream_id: string; seq: number; at: Date; by: string; body: JournalEvent }>`
    select stream_id, seq, at, by, body from platform.event
    where stream_id = any(${[...streamIds]}::uuid[]) order by stream_id, seq
  `.execute(db);
  const entries = rows.map(({ stream_id, seq, at, by, body }) => ({
    id: stream_id,
    entry: { seq, at: Temporal.Instant.fromEpochMilliseconds(at.getTime()), by, event: body },
  }));
  const grouped = Map.groupBy(entries, ({ id }) => id);
  return new Map([...grouped].map(([id, some]) => [id, some.map(({ entry }) => entry)]));
}
