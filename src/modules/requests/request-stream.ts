import type { Stream } from '#platform/journal/index.ts';
import { evolve, type RequestEvent, type RequestState } from './request.ts';

/** Agency requests in the journal. */
export const requestStream: Stream<RequestState, RequestEvent> = {
  name: 'agencyRequest',
  table: 'requests.agency_request',
  evolve,
  row: (state) => ({
    case_id: state.caseId,
    application_id: state.applicationId,
    from_department_id: state.fromDepartmentId,
    to_department_id: state.toDepartmentId,
    status: state.phase.status,
    officer_id: 'officerId' in state.phase ? state.phase.officerId : null,
    due_on: state.due.on,
  }),
};
