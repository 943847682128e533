import type { Stream } from '#platform/journal/index.ts';
import { type ApplicationEvent, type ApplicationState, evolve } from './application.ts';

/** Applications in the journal. */
export const applicationStream: Stream<ApplicationState, ApplicationEvent> = {
  name: 'application',
  table: 'applications.application',
  evolve,
  row: (state) => ({
    number: state.number,
    draft_id: state.draftId,
    person_id: state.filedBy,
    organisation_id: state.onBehalfOf?.kind === 'organisation' ? state.onBehalfOf.organisationId : null,
    filed_at: state.filedAt,
  }),
};
