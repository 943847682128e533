import { Hono } from 'hono';
import { answersInTime, type Db } from '#platform/db/index.ts';

/**
 * For whoever watches the process. `/health/live`: it runs; if not, start it again. `/health/ready`: it can serve; if
 * not, send people elsewhere. Not ready while stopping or while the database of a city does not answer.
 */
export function healthRoutes({ dbs, isStopping }: { dbs: readonly Db[]; isStopping: () => boolean }): Hono {
  const routes = new Hono();
  routes.get('/health/live', (context) => context.json({ status: 'live' }));
  routes.get('/health/ready', async (context) => {
    const reason = isStopping()
      ? 'stopping'
      : (await Promise.all(dbs.map((db) => answersInTime(db)))).every(Boolean)
        ? undefined
        : 'database';
    return reason === undefined
      ? context.json({ status: 'ready' })
      : context.json({ status: 'not-ready', reason }, 503);
  });
  return routes;
}
