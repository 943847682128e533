import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { Problem } from '#kernel/problem.ts';
import type { Audit } from '#modules/audit/index.ts';
import { authorise, type Permission } from '#modules/people/index.ts';
import { type Db, inTransaction, type Tx } from '#platform/db/index.ts';
import { append, type Change, change, type Versioned } from '#platform/journal/index.ts';
import { notify } from '#platform/live/index.ts';
import { type CaseCommand, type CaseEvent, type CaseState, decide, officerOf } from './case.ts';
import { findCase, listByApplication } from './case-store.ts';
import { caseStream } from './case-stream.ts';
import type { CasesDeps } from './open-cases.ts';
import { lookAtPlan } from './plan-watch.ts';
import { watchTerms } from './watch-terms.ts';

export type WorkDeps = CasesDeps & Readonly<{ db: Db; audit: Audit }>;

/** The employee who acts; throws `people/not-allowed` for anybody else. */
export function employeeOf(actor: Actor): string {
  if (actor.kind !== 'employee') throw new Problem('people/not-allowed');
  return actor.employeeId;
}

/** The case, or `cases/unknown-case`. */
export async function getVersionedCase(db: Db | Tx, caseId: string): Promise<Versioned<CaseState>> {
  const found = await findCase(db, caseId);
  if (found === undefined) throw new Problem('cases/unknown-case');
  return found;
}

/** Who the permissions of a case are asked about. */
export const caseSubject = (state: CaseState) => {
  const officerId = officerOf(state);
  return { departmentId: state.departmentId, ...(officerId === undefined ? {} : { officerId }) };
};

type Step = Readonly<{ caseId: string; permission: Permission; details?: Record<string, unknown> }>;

/** load → may? → decide → append → audit → tell, in one transaction. */
export const workOnCase = (
  deps: WorkDeps,
  actor: Actor,
  step: Step & { command: (at: string) => CaseCommand },
): Promise<CaseState> =>
  changeCase(deps, actor, { ...step, decide: (state, at) => decide(state, step.command(at.toString())) });

/** As `workOnCase`, for what the case alone cannot decide. */
export async function changeCase(
  deps: WorkDeps,
  actor: Actor,
  step: Step & { decide: (state: CaseState, at: Temporal.Instant) => CaseEvent[] },
): Promise<CaseState> {
  return inTransaction(deps.db, async (tx) => {
    const before = await getVersionedCase(tx, step.caseId);
    authorise(actor, step.permission, caseSubject(before.state));
    const at = deps.clock.now();
    const changed = change(caseStream, before, step.decide(before.state, at));
    const released = await releasedBy(deps, tx, changed.state, at);
    await append(tx, { at, by: actorKey(actor) }, [changed, ...released]);
    await recordWork(deps, tx, actor, changed, step.details);
    for (const one of released) await recordWork(deps, tx, actor, one);
    return changed.state;
  });
}

/** A service that is not needed holds nobody up: what waited for its outputs goes on. */
async function releasedBy(deps: WorkDeps, tx: Tx, state: CaseState, at: Temporal.Instant) {
  if (state.phase.status !== 'notNeeded') return [];
  return receiveOutputs(deps, tx, { applicationId: state.applicationId, outputs: state.produces, at });
}

/** Events after which the looks at the term of a case are planned anew. */
const movesTerm: ReadonlySet<string> = new Set<CaseEvent['type']>([
  'CaseStarted',
  'CaseSuspended',
  'CaseResumed',
  'CaseExtended',
  'DueMoved',
]);

/** Events after which the end of the whole application may be another. */
const movesPlan: ReadonlySet<string> = new Set<CaseEvent['type']>([
  ...(['CaseStarted', 'CaseSuspended', 'CaseResumed', 'CaseExtended', 'DueMoved'] as const),
  'CaseRejected',
  'CaseNotNeeded',
  'CaseWithdrawn',
  'DecisionSigned',
]);

/** Audit and live notices of what happened to a case: the department's queue, the case and the applicant's page. */
export async function recordWork(
  deps: Pick<WorkDeps, 'audit' | 'timeZone' | 'clock' | 'rules'>,
  tx: Tx,
  actor: Actor,
  changed: Change & { state: CaseState },
  details?: Record<string, unknown>,
): Promise<void> {
  const { id, applicationId, departmentId } = changed.state;
  const about = { subject: 'case', subjectId: id, applicationId, ...(details === undefined ? {} : { details }) };
  const entries = changed.events.map((event) => ({ action: `cases.${event.type}`, ...about }));
  await deps.audit.record(tx, actor, entries);
  if (changed.events.some(({ type }) => movesTerm.has(type))) await watchTerms(tx, [changed.state], deps);
  if (changed.events.some(({ type }) => movesPlan.has(type))) await lookAtPlan(tx, applicationId);
  await notify(tx, [`department:${departmentId}`, `case:${id}`, `application:${applicationId}`]);
}

/**
 * Tells all waiting cases of an application that outputs exist now; those with everything start.
 * Returns the changes for the caller to append together with what made the outputs.
 */
export async function receiveOutputs(
  deps: CasesDeps,
  tx: Tx,
  input: { applicationId: string; outputs: readonly string[]; at: Temporal.Instant },
): Promise<(Change & { state: CaseState })[]> {
  const waiting = (await listByApplication(tx, input.applicationId)).filter(
    ({ state }) => state.phase.status === 'waiting',
  );
  return waiting
    .map((before) => {
      const due = deps.dueOn(before.state.term, input.at, before.state.calendarId);
      const command: CaseCommand = { type: 'receiveOutputs', outputs: input.outputs, at: input.at.toString(), due };
      const events = decide(before.state, command);
      return events.length === 0 ? undefined : change(caseStream, before, events);
    })
    .filter((one) => one !== undefined);
}
