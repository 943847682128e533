import { sql } from 'kysely';
import type { Executor, Tx } from '#platform/db/index.ts';
import type { Versioned } from '#platform/journal/index.ts';
import type { RegisterRecord } from './record.ts';

/** The next running number of a register in a year. Rolled back with its transaction: a register has no gaps. */
export async function nextNumber(tx: Tx, registerId: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into registers.numbering (register_id, year, last) values (${registerId}, ${year}, 1)
    on conflict (register_id, year) do update set last = registers.numbering.last + 1
    returning last
  `.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error(`no number was given in register ${registerId}`);
  return row.last;
}

export async function findRecord(db: Executor, id: string): Promise<RegisterRecord | undefined> {
  const { rows } = await sql<{ state: RegisterRecord }>`select state from registers.record where id = ${id}`.execute(
    db,
  );
  return rows[0]?.state;
}

type VersionedRow = Versioned<RegisterRecord>;

/** The record of a number in the first of the registers that has it. */
export async function findByNumber(
  db: Executor,
  registerIds: readonly string[],
  number: string,
): Promise<VersionedRow | undefined> {
  const { rows } = await sql<VersionedRow>`
    select version, state from registers.record
    where register_id = any(${registerIds}) and number = ${number}
    order by array_position(${registerIds}::text[], register_id) limit 1
  `.execute(db);
  return rows[0];
}

/** The newest record that an application made in one of the registers. */
export async function findMadeBy(
  db: Executor,
  registerIds: readonly string[],
  applicationId: string,
): Promise<VersionedRow | undefined> {
  const { rows } = await sql<VersionedRow>`
    select version, state from registers.record
    where application_id = ${applicationId} and register_id = any(${registerIds}) order by id desc limit 1
  `.execute(db);
  return rows[0];
}

export async function listByApplication(db: Executor, applicationId: string): Promise<RegisterRecord[]> {
  const { rows } = await sql<{ state: RegisterRecord }>`
    select state from registers.record where application_id = ${applicationId} order by id
  `.execute(db);
  return rows.map(({ state }) => state);
}

export type RecordQuery = Readonly<{
  registerId: string;
  after?: Readonly<{ enteredOn: string; id: string }>;
  number?: string;
  limit: number;
}>;

/** One page of a register, the newest first. */
export async function listRecords(db: Executor, query: RecordQuery): Promise<RegisterRecord[]> {
  const { after, number } = query;
  const { rows } = await sql<{ state: RegisterRecord }>`
    select state from registers.record
    where register_id = ${query.registerId}
      ${number === undefined ? sql`` : sql`and number = ${number}`}
      ${after === undefined ? sql`` : sql`and (entered_on, id) < (${after.enteredOn}::date, ${after.id}::uuid)`}
    order by entered_on desc, id desc limit ${query.limit}
  `.execute(db);
  return rows.map(({ state }) => state);
}
