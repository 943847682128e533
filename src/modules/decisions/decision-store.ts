import { sql } from 'kysely';
import type { Executor, Tx } from '#platform/db/index.ts';
import type { Versioned } from '#platform/journal/index.ts';
import type { DecisionState } from './decision.ts';

type Row = { version: number; state: DecisionState };

export async function findDecision(db: Executor, id: string): Promise<Versioned<DecisionState> | undefined> {
  const { rows } = await sql<Row>`select version, state from decisions.decision where id = ${id}`.execute(db);
  return rows[0];
}

/** The newest decision of a case: earlier ones were sent back. */
export async function findByCase(db: Executor, caseId: string): Promise<DecisionState | undefined> {
  const { rows } = await sql<Row>`
    select version, state from decisions.decision where case_id = ${caseId} order by id desc limit 1
  `.execute(db);
  return rows[0]?.state;
}

/** Running number of a decision; gaps are possible, doubles are not. */
export async function nextDecisionNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: string }>`select nextval('decisions.number_seq') as n`.execute(tx);
  return Number(rows[0]?.n);
}

/** The newest decision of each case of an application. */
export async function listByApplication(db: Executor, applicationId: string): Promise<DecisionState[]> {
  const { rows } = await sql<Row>`
    select distinct on (case_id) version, state from decisions.decision
    where application_id = ${applicationId} order by case_id, id desc
  `.execute(db);
  return rows.map(({ state }) => state);
}
