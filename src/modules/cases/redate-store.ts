import { sql } from 'kysely';
import type { DueDate } from '#modules/calendar/index.ts';
import type { Executor, Tx } from '#platform/db/index.ts';
import type { CaseState } from './case.ts';
import type { DueCause } from './case-term.ts';

/** Open cases whose dates follow from the same event, rule, suspensions and extensions: they move alike. */
export type TermGroup = Readonly<{
  key: string;
  due: DueDate;
  suspensions: CaseState['suspensions'] | null;
  extensions: CaseState['extensions'] | null;
  serviceId: string;
  departmentId: string;
  cases: number;
}>;

/** Which cases are counted anew: open ones whose last day is `from` or later, from one id on; ISO date. */
export type Open = Readonly<{ from: string; after?: string; upTo?: string; serviceId?: string }>;

const statuses = sql.raw(`('started', 'assigned', 'accepted', 'completed', 'refused')`);

/** All that the date of a case follows from, in one short text: equal texts, equal dates, on this calendar and any other. */
const termKey = sql`
  md5(concat_ws('|', d #>> '{calendar,digest}', d ->> 'event', d ->> 'rule', d ->> 'office', c.state ->> 'suspensions', c.state ->> 'extensions'))
`;

const among = ({ from, after, upTo, serviceId }: Open) => sql`
  c.status in ${statuses} and c.due_on >= ${from}::date
  ${after === undefined ? sql`` : sql`and c.id > ${after}::uuid`}
  ${upTo === undefined ? sql`` : sql`and c.id <= ${upTo}::uuid`}
  ${serviceId === undefined ? sql`` : sql`and c.service_id = ${serviceId}`}
`;

/** The groups of open cases, by service and department, with how many cases each has. */
export async function listTermGroups(db: Executor, open: Open): Promise<TermGroup[]> {
  const { rows } = await sql<TermGroup>`
    with grouped as materialized (
      select key, service_id, department_id, count(*)::int as cases, min(id::text)::uuid as example
      from (
        select c.id, c.service_id, c.department_id, ${termKey} as key
        from cases."case" c cross join lateral (select c.state #> '{due,derivation}' as d offset 0) as reason
        where ${among(open)}
      ) as keyed
      group by key, service_id, department_id
    )
    select g.key, c.state -> 'due' as due, c.state -> 'suspensions' as suspensions, c.state -> 'extensions' as extensions,
      g.service_id as "serviceId", g.department_id as "departmentId", g.cases
    from grouped g join cases."case" c on c.id = g.example
    order by g.service_id, g.department_id, g.key
  `.execute(db);
  return rows;
}

/** The last id of the next so many open cases, in the order of ids; `undefined` when there are no more. */
export async function findEndOfBatch(db: Executor, open: Open, size: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select max(id::text) as id from (
      select c.id from cases."case" c where ${among(open)} order by c.id limit ${size}
    ) as batch
  `.execute(db);
  return rows[0]?.id ?? undefined;
}

/**
 * Writes the new dates of all cases of the groups, and to each journal an event that says so, in one statement. Where a
 * group has moved meanwhile nothing is written. Gives the applications whose cases moved.
 */
export async function moveDues(
  tx: Tx,
  open: Open,
  moved: Readonly<{
    groups: readonly Readonly<{ key: string; due: DueDate }>[];
    cause: DueCause;
    at: string;
    by: string;
  }>,
): Promise<Readonly<{ cases: number; applicationIds: string[] }>> {
  const { groups, cause, at, by } = moved;
  const { rows } = await sql<{ cases: number; ids: string[] | null }>`
    with moved as materialized (
      select key, due, (due ->> 'on')::date as due_on from jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) as g (key text, due jsonb)
    ), found as materialized (
      select c.id, c.version, m.due, m.due_on
      from cases."case" c cross join lateral (select c.state #> '{due,derivation}' as d offset 0) as reason
      join moved m on m.key = ${termKey}
      where ${among(open)}
      order by c.id for update of c
    ), changed as (
      update cases."case" c set version = c.version + 1, due_on = f.due_on, state = c.state || jsonb_build_object('due', f.due)
      from found f where c.id = f.id and c.version = f.version
      returning c.id, c.version, c.application_id, f.due
    ), told as (
      insert into platform.event (stream, stream_id, seq, type, body, at, by)
      select 'case', id, version, 'DueMoved',
        jsonb_build_object('type', 'DueMoved', 'at', ${at}::text, 'due', due, 'cause', ${JSON.stringify(cause)}::jsonb),
        ${at}::timestamptz, ${by}
      from changed
    )
    select count(*)::int as cases, array_agg(distinct application_id::text) as ids from changed
  `.execute(tx);
  return { cases: rows[0]?.cases ?? 0, applicationIds: rows[0]?.ids ?? [] };
}
