import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { startJobs } from '#platform/jobs/index.ts';
import { stopOnSignal } from '#platform/lifecycle/index.ts';
import { healthRoutes } from './health.ts';
import { createHttp } from './http.ts';
import { jobHandlers } from './jobs.ts';
import { closeResources, openResources } from './resources.ts';
import { startApp } from './start-app.ts';

/** Requests may take so long to end once the process is to stop (milliseconds); live pages never end by themselves. */
const patience = 3_000;

let isStopping = false;
const resources = await openResources('web', () => void stop(1));
const { config, log, database } = resources;
const app = await startApp(resources);
const jobs = config.jobs ? await startJobs({ database, log, handlers: jobHandlers(app) }) : undefined;

const http = new Hono();
http.route('/', healthRoutes({ db: database.db, isStopping: () => isStopping }));
http.route('/', await createHttp(app));
const server = serve({ fetch: http.fetch, port: config.port, hostname: config.host }, () =>
  log.info({ url: config.publicUrl }, 'ready'),
);
server.on('error', (error) => {
  log.fatal(
    { err: error },
    `cannot listen on ${config.host}:${config.port}: choose another PORT, or stop what uses it`,
  );
  void stop(1);
});

async function closeServer(): Promise<void> {
  isStopping = true;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), patience).unref();
  await closed;
}

const stop = stopOnSignal(log, [
  { what: 'the web server', stop: closeServer },
  { what: 'the jobs', stop: () => jobs?.stop() },
  { what: 'the database', stop: () => closeResources(resources) },
]);
