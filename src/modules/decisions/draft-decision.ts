import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { newId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import { type CaseState, caseStream, decide as decideCase, employeeOf, officerOf } from '#modules/cases/index.ts';
import { authorise } from '#modules/people/index.ts';
import type { RecordSought } from '#modules/registers/index.ts';
import { type Executor, inTransaction } from '#platform/db/index.ts';
import { append, change, type Versioned } from '#platform/journal/index.ts';
import type { DraftDecision, SendBackDecision } from './commands.ts';
import { assertComplete, type DecisionContent, type DecisionState } from './decision.ts';
import { findDecision } from './decision-store.ts';
import { decisionStream } from './decision-stream.ts';
import type { DecisionsDeps, ServiceRules } from './rules.ts';

/** The decision at its version, or `decisions/unknown-decision`. */
export async function getVersionedDecision(db: Executor, decisionId: string): Promise<Versioned<DecisionState>> {
  const found = await findDecision(db, decisionId);
  if (found === undefined) throw new Problem('decisions/unknown-decision');
  return found;
}

const subjectOf = (state: CaseState) => {
  const officerId = officerOf(state);
  return { departmentId: state.departmentId, ...(officerId ? { officerId } : {}) };
};

/** The officer writes how the case ends; it waits for a second person's signature. */
export async function draftDecision(
  deps: DecisionsDeps,
  actor: Actor,
  { caseId, ...content }: DraftDecision,
): Promise<DecisionState> {
  await assertContent(deps, (await deps.cases.getVersioned(deps.db, caseId)).state, content);
  return inTransaction(deps.db, async (tx) => {
    const before = await deps.cases.getVersioned(tx, caseId);
    authorise(actor, 'decision:draft', subjectOf(before.state));
    const now = deps.clock.now();
    const at = now.toString();
    const { applicationId, departmentId } = before.state;
    const draftedBy = employeeOf(actor);
    const id = newId(now.epochMilliseconds);
    const written = change(decisionStream, undefined, [
      { type: 'DecisionWritten', at, id, caseId, applicationId, departmentId, draftedBy, content },
    ]);
    const { outcome } = content;
    const command = { type: 'draftDecision', at, officerId: draftedBy, decisionId: id, outcome } as const;
    const moved = change(caseStream, before, decideCase(before.state, command));
    await append(tx, { at: now, by: actorKey(actor) }, [written, moved]);
    await deps.cases.recordWork(tx, actor, moved);
    return written.state;
  });
}

/** The record that a service changes or closes when it is granted. */
export const soughtBy = ({ change }: ServiceRules, { applicationId }: CaseState): RecordSought | undefined =>
  change && {
    registers: change.registers.map(({ id }) => id),
    applicationId,
    ...(change.number === undefined ? {} : { number: change.number }),
  };

/**
 * Grounds of the service and, when granted, every field of its register record, and the record it changes: asked before
 * the transaction begins. Throws the problems of registers where that record cannot be changed.
 */
async function assertContent(deps: DecisionsDeps, state: CaseState, content: DecisionContent): Promise<void> {
  const rules = await deps.rules.describe(state);
  assertComplete(content, new Set(rules.grounds.map(({ id }) => id)));
  if (content.outcome !== 'granted') return;
  await deps.rules.recordFields(state, content.fields);
  const sought = soughtBy(rules, state);
  if (sought) await deps.registers.findToAmend(deps.db, sought);
}

/** The second person finds the draft wanting: back to the officer with a comment. */
export async function sendBackDecision(
  deps: DecisionsDeps,
  actor: Actor,
  input: SendBackDecision,
): Promise<DecisionState> {
  return inTransaction(deps.db, async (tx) => {
    const before = await getVersionedDecision(tx, input.decisionId);
    const { departmentId, draftedBy, caseId, phase } = before.state;
    authorise(actor, 'decision:sign', { departmentId, draftedBy });
    if (phase.status !== 'drafted') throw new Problem('decisions/nothing-to-sign');
    const now = deps.clock.now();
    const at = now.toString();
    const sentBack = change(decisionStream, before, [
      { type: 'DecisionSentBack', at, comment: input.comment, by: employeeOf(actor) },
    ]);
    const caseBefore = await deps.cases.getVersioned(tx, caseId);
    const moved = change(caseStream, caseBefore, decideCase(caseBefore.state, { type: 'sendBackDecision', at }));
    await append(tx, { at: now, by: actorKey(actor) }, [sentBack, moved]);
    await deps.cases.recordWork(tx, actor, moved);
    return sentBack.state;
  });
}
