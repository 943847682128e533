import { sql } from 'kysely';
import type { Executor, Tx } from '#platform/db/index.ts';
import type { Versioned } from '#platform/journal/index.ts';
import type { CaseState, CaseStatus } from './case.ts';

type Row = { version: number; state: CaseState };
const read = ({ version, state }: Row): Versioned<CaseState> => ({ version, state });

/** One case with its version. */
export async function findCase(db: Executor, id: string): Promise<Versioned<CaseState> | undefined> {
  const { rows } = await sql<Row>`select version, state from cases."case" where id = ${id}`.execute(db);
  return rows.map(read)[0];
}

/** The case as it stands now, for what is decided by it without changing it: nobody changes it until the transaction ends. */
export async function holdCase(tx: Tx, id: string): Promise<CaseState | undefined> {
  const { rows } = await sql<Row>`select version, state from cases."case" where id = ${id} for share`.execute(tx);
  return rows[0]?.state;
}

/** All cases of one application, in the order of their numbers. */
export async function listByApplication(db: Executor, applicationId: string): Promise<Versioned<CaseState>[]> {
  const { rows } = await sql<Row>`
    select version, state from cases."case" where application_id = ${applicationId} order by number
  `.execute(db);
  return rows.map(read);
}

/** Cases of several applications, for lists of applications. */
export async function listByApplications(db: Executor, applicationIds: readonly string[]): Promise<CaseState[]> {
  const { rows } = await sql<Row>`
    select version, state from cases."case" where application_id = any(${[...applicationIds]}::uuid[]) order by number
  `.execute(db);
  return rows.map(({ state }) => state);
}

/** Where a page of a queue starts: the last row of the page before. */
export type QueueCursor = Readonly<{ dueOn: string | null; id: string }>;

export type QueueQuery = Readonly<{
  departmentId: string;
  statuses: readonly CaseStatus[];
  officerId?: string;
  after?: QueueCursor;
  limit: number;
}>;

/**
 * One page of a department's queue, the earliest due date first; cases without a date last. Each part reads the index
 * from where it starts and no more than a page of it.
 */
export async function listQueue(db: Executor, query: QueueQuery): Promise<CaseState[]> {
  const parts = query.statuses.flatMap((status) =>
    behindCursor(query.after).map(
      (behind) => sql`(
        select state, due_on, id from cases."case"
        where department_id = ${query.departmentId} and status = ${status}
          ${query.officerId === undefined ? sql`` : sql`and officer_id = ${query.officerId}`} ${behind}
        order by due_on, id limit ${query.limit}
      )`,
    ),
  );
  const { rows } = await sql<{ state: CaseState }>`
    select state from (${sql.join(parts, sql` union all `)}) as page order by due_on, id limit ${query.limit}
  `.execute(db);
  return rows.map(({ state }) => state);
}

/** What lies behind a cursor, as stretches of the index: with an "or" it would be read from its beginning. */
function behindCursor(after: QueueCursor | undefined) {
  if (after === undefined) return [sql``];
  if (after.dueOn === null) return [sql`and due_on is null and id > ${after.id}::uuid`];
  return [sql`and (due_on, id) > (${after.dueOn}::date, ${after.id}::uuid)`, sql`and due_on is null`];
}

/** How many cases a department has in each status, at most `limit` counted for each: enough for a badge. */
export async function countByStatus(db: Executor, departmentId: string, limit: number): Promise<Map<string, number>> {
  const { rows } = await sql<{ status: string; n: number }>`
    select s.status, (
      select count(*)::int from (
        select 1 from cases."case" where department_id = ${departmentId} and status = s.status limit ${limit}
      ) as counted
    ) as n
    from unnest(array['waiting', 'started', 'assigned', 'accepted', 'completed', 'refused']) as s (status)
  `.execute(db);
  return new Map(rows.map(({ status, n }) => [status, n]));
}

/** How many cases an officer works on, at most `limit` counted. */
export async function countOfOfficer(db: Executor, officerId: string, limit: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select 1 from cases."case"
      where officer_id = ${officerId} and status = any(array['assigned', 'accepted']) limit ${limit}
    ) as counted
  `.execute(db);
  return rows[0]?.n ?? 0;
}

/** Open cases of some services by the version of the rules they are worked under. */
export async function countOpenByVersion(
  db: Executor,
  of: Readonly<{ departmentIds: readonly string[]; serviceIds: readonly string[] }>,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ version: string; n: number }>`
    select state ->> 'packVersion' as version, count(*)::int as n from cases."case"
    where department_id = any(${[...of.departmentIds]})
      and status = any(array['waiting', 'started', 'assigned', 'accepted', 'completed', 'refused'])
      and service_id = any(${[...of.serviceIds]})
    group by 1
  `.execute(db);
  return new Map(rows.map(({ version, n }) => [version, n]));
}
