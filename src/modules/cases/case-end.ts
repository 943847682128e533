import type { CaseState, CaseStatus } from './case.ts';

/** Whether the case has ended, one way or the other. */
export const isEnded = (state: Pick<CaseState, 'phase'>): boolean => ended.has(state.phase.status);
const ended: ReadonlySet<CaseStatus> = new Set(['signed', 'rejected', 'notNeeded', 'withdrawn'] as const);
