import { notePlan, notePlans, watchTerm } from '#modules/cases/index.ts';
import { applyRule, redateForDay } from '#modules/holidays/index.ts';
import { handleJob, handleNightly, type JobHandler } from '#platform/jobs/index.ts';
import { createSessions } from '#platform/sessions/index.ts';
import type { App } from './app.ts';

/** Everything the program does after a transaction, by the modules that ask for it. */
export const jobHandlers = (app: App): readonly JobHandler[] => [
  handleJob(watchTerm, ({ caseId }) => app.cases.lookAtTerm(caseId)),
  handleJob(notePlan, ({ applicationId }) => app.applications.notePlan(applicationId)),
  handleJob(notePlans, ({ applicationIds }) => app.applications.notePlans(applicationIds)),
  handleJob(applyRule, async ({ serviceId, version }, { log }) =>
    log.info({ serviceId, version, moved: await app.holidays.applyRule(serviceId, version) }, 'a new term was applied'),
  ),
  handleJob(redateForDay, async ({ id }, { log }) =>
    log.info({ day: id, moved: await app.holidays.redateFor(id) }, 'cases counted anew'),
  ),
  handleNightly('sessions.forget', async ({ log }) =>
    log.info({ forgotten: await createSessions(app).prune() }, 'sessions that ended are forgotten'),
  ),
];
