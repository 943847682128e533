import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { startJobs } from '#platform/jobs/index.ts';
import { stopOnSignal } from '#platform/lifecycle/index.ts';
import { byHost } from './by-host.ts';
import { startCities } from './cities.ts';
import { healthRoutes } from './health.ts';
import { createHttp } from './http.ts';
import { jobHandlers } from './jobs.ts';
import { closeResources } from './resources.ts';

/** Requests may take so long to end once the process is to stop (milliseconds); live pages never end by themselves. */
const patience = 3_000;

let isStopping = false;
const { config, log, cities } = await startCities('web', () => void stop(1));
const jobs = await Promise.all(
  (config.jobs ? cities : []).map(({ app, resources: { database, log } }) =>
    startJobs({ database, log, handlers: jobHandlers(app) }),
  ),
);
const sites = await Promise.all(
  cities.map(async ({ app, pack }) => ({
    city: pack.city,
    publicUrl: app.config.publicUrl,
    http: await createHttp(app),
  })),
);

const http = new Hono();
const dbs = cities.map(({ app }) => app.db);
const isHttps = config.publicUrl.startsWith('https:');
http.route('/', healthRoutes({ dbs, isStopping: () => isStopping }));
http.route('/', byHost(sites, { log, trustedProxies: config.trustedProxies, isHttps }));
const server = serve({ fetch: http.fetch, port: config.port, hostname: config.host }, () =>
  log.info({ urls: sites.map(({ publicUrl }) => publicUrl) }, 'ready'),
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
  { what: 'the jobs', stop: () => Promise.all(jobs.map((one) => one.stop())) },
  { what: 'the databases', stop: () => Promise.all(cities.map(({ resources }) => closeResources(resources))) },
]);
