import { startJobs } from '#platform/jobs/index.ts';
import { stopOnSignal } from '#platform/lifecycle/index.ts';
import { startCities } from './cities.ts';
import { jobHandlers } from './jobs.ts';
import { closeResources } from './resources.ts';

const { log, cities } = await startCities('worker', () => void stop(1));
const jobs = await Promise.all(
  cities.map(({ app, resources: { database, log } }) => startJobs({ database, log, handlers: jobHandlers(app) })),
);
const stop = stopOnSignal(log, [
  { what: 'the jobs', stop: () => Promise.all(jobs.map((one) => one.stop())) },
  { what: 'the databases', stop: () => Promise.all(cities.map(({ resources }) => closeResources(resources))) },
]);
log.info('working on jobs');
