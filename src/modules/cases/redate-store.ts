import { type RawBuilder, sql } from 'kysely';
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

/**
 * All that the date of a case follows from, in one short text: equal texts, equal dates, on this calendar and any other.
 * The minute of the event counts only in terms of hours.
 */
const termKey = sql`
  md5(concat_ws('|', d #>> '{calendar,digest}', case when d ? 'office' then d -> 'event' else (d -> 'event') - 'at' end,
    d ->> 'rule', d ->> 'office', c.state ->> 'suspensions', c.state ->> 'extensions'))
`;

const among = ({ from, after, upTo, serviceId }: Open) => sql`
  c.status in ${statuses} and c.due_on >= ${from}::date
  ${after === undefined ? sql`` : sql`and c.id > ${after}::uuid`}
  ${upTo === undefined ? sql`` : sql`and c.id <= ${upTo}::uuid`}
  ${serviceId === undefined ? sql`` : sql`and c.service_id = ${serviceId}`}
`;

/** Groups with what `more` gathers of their cases. */
async function groupsWith<T>(db: Executor, open: Open, more: RawBuilder<unknown>): Promise<(TermGroup & T)[]> {
  const { rows } = await sql<TermGroup & T>`
    with grouped as materialized (
      select key, service_id, department_id, count(*)::int as cases, min(id::text)::uuid as example, ${more}
      from (
        select c.id, c.version, c.service_id, c.department_id, ${termKey} as key
        from cases."case" c cross join lateral (select c.state #> '{due,derivation}' as d offset 0) as reason
        where ${among(open)}
      ) as keyed
      group by key, service_id, department_id
    )
    select g.*, c.state -> 'due' as due, c.state -> 'suspensions' as suspensions, c.state -> 'extensions' as extensions,
      g.service_id as "serviceId", g.department_id as "departmentId"
    from grouped g join cases."case" c on c.id = g.example
    order by g.service_id, g.department_id, g.key
  `.execute(db);
  return rows;
}

/** The groups of open cases, by service and department, with how many cases each has. */
export const listTermGroups = (db: Executor, open: Open): Promise<TermGroup[]> => groupsWith(db, open, sql`null`);

/** The cases of a group, with the versions they were read at. */
export type Members = Readonly<{ ids: readonly string[]; versions: readonly number[] }>;

/** The groups of a batch with their cases. */
export const listTermMembers = (db: Executor, open: Open): Promise<(TermGroup & Members)[]> =>
  groupsWith<Members>(db, open, sql`array_agg(id::text) as ids, array_agg(version) as versions`);

/** The last id of the next so many open cases, in the order of ids; `undefined` when there are no more. */
export async function findEndOfBatch(db: Executor, open: Open, size: number): Promise<string | undefined> {
  const { rows } = await sql<{ id: string | null }>`
    select max(id::text) as id from (
      select c.id from cases."case" c where ${among(open)} order by c.id limit ${size}
    ) as batch
  `.execute(db);
  return rows[0]?.id ?? undefined;
}

/** New dates for the cases of some groups, and what the journal says of them. */
export type MovedGroups = Readonly<{
  groups: readonly Readonly<Members & { due: DueDate }>[];
  cause: DueCause;
  at: string;
  by: string;
}>;

/**
 * Writes the new dates of all cases of the groups, and to each journal an event that says so, in one statement: what is
 * equal in a group is built once, each case keeps its own start event. Nothing is written for a case that has changed
 * since it was read. Gives how many were written and the applications whose cases moved.
 */
export async function moveDues(
  tx: Tx,
  { after, upTo }: Open,
  { groups, cause, at, by }: MovedGroups,
): Promise<Readonly<{ cases: number; applicationIds: string[] }>> {
  const members = groups.flatMap(({ ids, versions, due }, group) =>
    ids.map((id, index) => ({ id, version: versions[index], on: due.on, group })),
  );
  const states = groups.map(({ due }) => ({ due }));
  const bodies = groups.map(({ due }) => ({ type: 'DueMoved', at, due, cause }));
  const { rows } = await sql<{ cases: number; ids: string[] | null }>`
    with changed as (
      update cases."case" c set version = c.version + 1, due_on = f.due_on, state = c.state ||
        jsonb_set(${JSON.stringify(states)}::jsonb -> f."group", '{due,derivation,event}', c.state #> '{due,derivation,event}')
      from unnest(
        ${members.map(({ id }) => id)}::uuid[], ${members.map(({ version }) => version)}::int[],
        ${members.map(({ on }) => on)}::date[], ${members.map(({ group }) => group)}::int[]
      ) as f (id, version, due_on, "group")
      where c.id = f.id and c.version = f.version
        ${after === undefined ? sql`` : sql`and c.id > ${after}::uuid`}
        ${upTo === undefined ? sql`` : sql`and c.id <= ${upTo}::uuid`}
      returning c.id, c.version, c.application_id, f."group", c.state #> '{due,derivation,event}' as event
    ), told as (
      insert into platform.event (stream, stream_id, seq, type, body, at, by)
      select 'case', id, version, 'DueMoved',
        jsonb_set(${JSON.stringify(bodies)}::jsonb -> "group", '{due,derivation,event}', event), ${at}::timestamptz, ${by}
      from changed
    )
    select count(*)::int as cases, array_agg(distinct application_id::text) as ids from changed
  `.execute(tx);
  return { cases: rows[0]?.cases ?? 0, applicationIds: rows[0]?.ids ?? [] };
}
