import type { Actor } from '#kernel/actor.ts';
import { may } from '#modules/people/index.ts';
import { isAwaited, type RequestState } from './request.ts';

/** What an employee can do with a request. For an outside agency, `answer` and `refuse` record what it replied. */
export type RequestStep = 'take' | 'answer' | 'refuse' | 'cancel';

/** Who must answer by rights: the asked department, or the asking one that records an outside agency's answer. */
export const answering = (state: RequestState) => ({
  departmentId: state.isOutside ? state.fromDepartmentId : state.toDepartmentId,
});
export const asking = (state: RequestState) => ({ departmentId: state.fromDepartmentId });

/** What the actor may do with the request as it stands. Pure; the use cases ask again. */
export function possibleSteps(actor: Actor, state: RequestState): RequestStep[] {
  if (!isAwaited(state)) return [];
  const { phase } = state;
  const isAnothers =
    phase.status === 'assigned' && !(actor.kind === 'employee' && actor.employeeId === phase.officerId);
  const mayAnswer = may(actor, 'request:answer', answering(state)) && !isAnothers;
  const takes: RequestStep[] = mayAnswer && phase.status === 'started' && !state.isOutside ? ['take'] : [];
  const answers: RequestStep[] = mayAnswer ? ['answer', 'refuse'] : [];
  const cancels: RequestStep[] = may(actor, 'request:send', asking(state)) ? ['cancel'] : [];
  return [...takes, ...answers, ...cancels];
}
