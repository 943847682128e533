import { startJobs } from '#platform/jobs/index.ts';
import { stopOnSignal } from '#platform/lifecycle/index.ts';
import { jobHandlers } from './jobs.ts';
import { closeResources, openResources } from './resources.ts';
import { startApp } from './start-app.ts';

const resources = await openResources('worker', () => void stop(1));
const { log, database } = resources;
const jobs = await startJobs({ database, log, handlers: jobHandlers(await startApp(resources)) });
const stop = stopOnSignal(log, [
  { what: 'the jobs', stop: () => jobs.stop() },
  { what: 'the database', stop: () => closeResources(resources) },
]);
log.info('working on jobs');
