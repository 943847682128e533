import { notePlan, watchTerm } from '#modules/cases/index.ts';
import { handleJob, type JobHandler } from '#platform/jobs/index.ts';
import type { App } from './app.ts';

/** Everything the program does after a transaction, by the modules that ask for it. */
export const jobHandlers = (app: App): readonly JobHandler[] => [
  handleJob(watchTerm, ({ caseId }) => app.cases.noteLate(caseId)),
  handleJob(notePlan, ({ applicationId }) => app.applications.notePlan(applicationId)),
];
