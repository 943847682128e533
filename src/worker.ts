import { type JobHandler, startJobs } from '#platform/jobs/index.ts';
import { stopOnSignal } from '#platform/lifecycle/index.ts';
import { closeResources, openResources, type Resources } from './resources.ts';

/** Stands in for the composition root until `app.ts` is there. */
const createApp = (_resources: Resources): { jobHandlers: readonly JobHandler[] } => ({ jobHandlers: [] });

const resources = await openResources('worker', () => void stop(1));
const { log, database } = resources;
const jobs = await startJobs({ database, log, handlers: createApp(resources).jobHandlers });
const stop = stopOnSignal(log, [
  { what: 'the jobs', stop: () => jobs.stop() },
  { what: 'the database', stop: () => closeResources(resources) },
]);
log.info('working on jobs');
