import { sql } from 'kysely';
import type { Executor } from '#platform/db/index.ts';
import type { Versioned } from '#platform/journal/index.ts';
import type { RequestState, RequestStatus } from './request.ts';

type Row = { version: number; state: RequestState };

/** One request with its version. */
export async function findRequest(db: Executor, id: string): Promise<Versioned<RequestState> | undefined> {
  const { rows } = await sql<Row>`select version, state from requests.agency_request where id = ${id}`.execute(db);
  return rows[0];
}

/** Requests of one case, oldest first. */
export async function listByCase(db: Executor, caseId: string): Promise<RequestState[]> {
  const { rows } = await sql<Row>`
    select version, state from requests.agency_request where case_id = ${caseId} order by id
  `.execute(db);
  return rows.map(({ state }) => state);
}

/** Requests of these cases that still await an answer, each at its version. */
export async function listAwaited(db: Executor, caseIds: readonly string[]): Promise<Versioned<RequestState>[]> {
  const { rows } = await sql<Row>`
    select version, state from requests.agency_request
    where case_id = any(${caseIds}::uuid[]) and status in ('started', 'assigned') order by id
  `.execute(db);
  return rows;
}

/** Requests of one application, oldest first. */
export async function listByApplication(db: Executor, applicationId: string): Promise<RequestState[]> {
  const { rows } = await sql<Row>`
    select version, state from requests.agency_request where application_id = ${applicationId} order by id
  `.execute(db);
  return rows.map(({ state }) => state);
}

export type RequestQuery = Readonly<{
  departmentId: string;
  /** What the department is asked, or what it asks others. */
  direction?: 'received' | 'sent';
  statuses: readonly RequestStatus[];
  after?: Readonly<{ dueOn: string; id: string }>;
  limit: number;
}>;

/** Column that names the department, by the direction of its requests. */
const sideOf = ({ direction = 'received' }: Pick<RequestQuery, 'direction'>) =>
  direction === 'sent' ? sql`from_department_id` : sql`to_department_id`;

/** One page of what a department is asked or asks, the earliest due date first. */
export async function listQueue(db: Executor, query: RequestQuery): Promise<RequestState[]> {
  const { after } = query;
  const beyond = after === undefined ? sql`` : sql`and (due_on, id) > (${after.dueOn}::date, ${after.id}::uuid)`;
  const pages = query.statuses.map(
    (status) => sql`(
    select state, due_on, id from requests.agency_request
    where ${sideOf(query)} = ${query.departmentId} and status = ${status} ${beyond}
    order by due_on, id limit ${query.limit}
  )`,
  );
  const { rows } = await sql<{ state: RequestState }>`
    select state from (${sql.join(pages, sql` union all `)}) as page order by due_on, id limit ${query.limit}
  `.execute(db);
  return rows.map(({ state }) => state);
}

/** How many answers are awaited from a department or by it, at most `limit` counted. */
export async function countAwaited(
  db: Executor,
  query: Pick<RequestQuery, 'departmentId' | 'direction' | 'limit'>,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select 1 from requests.agency_request
      where ${sideOf(query)} = ${query.departmentId} and status = any(array['started', 'assigned'])
      limit ${query.limit}
    ) as counted
  `.execute(db);
  return rows[0]?.n ?? 0;
}
