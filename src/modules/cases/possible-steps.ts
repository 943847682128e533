import type { Actor } from '#kernel/actor.ts';
import { may } from '#modules/people/index.ts';
import { type CaseState, officerOf } from './case.ts';
import { standing } from './case-term.ts';
import { caseSubject } from './work-on-case.ts';

/** What an employee can do with a case; `judge` is to sign the drafted decision or to send it back. */
export type CaseStep =
  | 'take'
  | 'giveBack'
  | 'accept'
  | 'reject'
  | 'declareNotNeeded'
  | 'sendRequest'
  | 'askApplicant'
  | 'draftDecision'
  | 'judge'
  | 'suspend'
  | 'resume'
  | 'extend';

/** What the actor may do with the case as it stands, in the order of the work. Pure; the use cases ask again. */
export function possibleSteps(actor: Actor, state: CaseState): CaseStep[] {
  const subject = caseSubject(state);
  const { status } = state.phase;
  const isMine = actor.kind === 'employee' && officerOf(state) === actor.employeeId;
  if (status === 'started') return may(actor, 'case:take', subject) ? ['take'] : [];
  if (status === 'assigned' || status === 'accepted') {
    const mayAsk = may(actor, 'request:send', subject);
    const asks: CaseStep[] = mayAsk
      ? [...(status === 'accepted' ? (['sendRequest'] as const) : []), 'askApplicant']
      : [];
    const mayMove = may(actor, 'case:suspend', subject);
    // While the clock stands nothing is decided: first it must run again.
    if (standing(state) !== undefined) return mayMove ? [...asks, 'resume'] : asks;
    const work = isMine ? workOf(state) : [];
    return [...asks, ...work, ...(mayMove ? (['suspend', 'extend'] as const) : [])];
  }
  const isDrafted = status === 'completed' || status === 'refused';
  return isDrafted && may(actor, 'decision:sign', subject) ? ['judge'] : [];
}

/** What the officer who has the case does with it. */
function workOf({ phase, toCheck }: CaseState): CaseStep[] {
  if (phase.status === 'accepted') return ['draftDecision'];
  return ['accept', 'reject', ...(toCheck ? (['declareNotNeeded'] as const) : []), 'giveBack'];
}
