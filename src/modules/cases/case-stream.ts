import type { Stream } from '#platform/journal/index.ts';
import { type CaseEvent, type CaseState, evolve, officerOf } from './case.ts';

/** Cases in the journal. */
export const caseStream: Stream<CaseState, CaseEvent> = {
  name: 'case',
  table: 'cases.case',
  evolve,
  row: (state) => ({
    number: state.number,
    application_id: state.applicationId,
    department_id: state.departmentId,
    service_id: state.serviceId,
    status: state.phase.status,
    officer_id: officerOf(state) ?? null,
    due_on: state.due?.on ?? null,
    since: state.since,
  }),
};
