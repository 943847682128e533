import type { Stream } from '#platform/journal/index.ts';
import { type DecisionEvent, type DecisionState, evolve } from './decision.ts';

/** Decisions in the journal. */
export const decisionStream: Stream<DecisionState, DecisionEvent> = {
  name: 'decision',
  table: 'decisions.decision',
  evolve,
  row: (state) => ({
    case_id: state.caseId,
    application_id: state.applicationId,
    department_id: state.departmentId,
    status: state.phase.status,
    number: state.phase.status === 'signed' ? state.phase.number : null,
  }),
};
