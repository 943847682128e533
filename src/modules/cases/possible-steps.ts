import type { Actor } from '#kernel/actor.ts';
import { may } from '#modules/people/index.ts';
import { type CaseState, officerOf } from './case.ts';
import { caseSubject } from './work-on-case.ts';

/** What an employee can do with a case; `judge` is to sign the drafted decision or to send it back. */
export type CaseStep =
  | 'take'
  | 'giveBack'
  | 'accept'
  | 'reject'
  | 'declareNotNeeded'
  | 'sendRequest'
  | 'draftDecision'
  | 'judge';

/** What the actor may do with the case as it stands, in the order of the work. Pure; the use cases ask again. */
export function possibleSteps(actor: Actor, state: CaseState): CaseStep[] {
  const subject = caseSubject(state);
  const { status } = state.phase;
  const isMine = actor.kind === 'employee' && officerOf(state) === actor.employeeId;
  if (status === 'started') return may(actor, 'case:take', subject) ? ['take'] : [];
  if (status === 'assigned' && isMine) {
    return ['accept', 'reject', ...(state.toCheck ? (['declareNotNeeded'] as const) : []), 'giveBack'];
  }
  if (status === 'accepted') {
    const asks: CaseStep[] = may(actor, 'request:send', subject) ? ['sendRequest'] : [];
    return isMine ? [...asks, 'draftDecision'] : asks;
  }
  const isDrafted = status === 'completed' || status === 'refused';
  return isDrafted && may(actor, 'decision:sign', subject) ? ['judge'] : [];
}
