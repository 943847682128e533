import { sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import type { Executor, Tx } from '#platform/db/index.ts';
import type { Versioned } from '#platform/journal/index.ts';
import type { ApplicationState } from './application.ts';

type Row = { version: number; state: ApplicationState };

export async function findApplication(db: Executor, id: string): Promise<Versioned<ApplicationState> | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Row>`select version, state from applications.application where id = ${id}`.execute(db);
  return rows[0];
}

/** The application as it stands now; nobody else changes it, or decides on it by this, until the transaction ends. */
export const lockApplication = async (tx: Tx, id: string): Promise<Versioned<ApplicationState> | undefined> =>
  (await lockApplications(tx, [id])).get(id);

/** The same of several, by id. They are locked in one order, so that two who need the same ones wait for each other. */
export async function lockApplications(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Versioned<ApplicationState>>> {
  const { rows } = await sql<Row & { id: string }>`
    select id, version, state from applications.application where id = any(${[...ids]}::uuid[]) order by id for update
  `.execute(tx);
  return new Map(rows.map(({ id, version, state }) => [id, { version, state }]));
}

export async function findByNumber(db: Executor, number: string): Promise<ApplicationState | undefined> {
  const { rows } = await sql<Row>`select version, state from applications.application where number = ${number}`.execute(
    db,
  );
  return rows[0]?.state;
}

/** Applications a person filed, or that were filed for one of these persons or organisations, the newest first. */
export async function listByApplicant(
  db: Executor,
  who: { personId: string; representedIds: readonly string[]; organisationIds: readonly string[] },
): Promise<ApplicationState[]> {
  const { rows } = await sql<Row>`
    select version, state, filed_at, id from applications.application where person_id = ${who.personId}
    union
    select version, state, filed_at, id from applications.application
    where organisation_id = any(${[...who.organisationIds]}::uuid[])
    union
    select version, state, filed_at, id from applications.application
    where state -> 'onBehalfOf' ->> 'kind' = 'person'
      and state -> 'onBehalfOf' ->> 'personId' = any(${[who.personId, ...who.representedIds]}::text[])
    order by filed_at desc limit 100
  `.execute(db);
  return rows.map(({ state }) => state);
}
