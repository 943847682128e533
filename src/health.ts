import { Hono } from 'hono';
import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';

/** A database that takes longer is not one to send people to (milliseconds). */
const patience = 2_000;

async function answers(db: Db): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), patience).unref());
  const answered = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return Promise.race([answered, late]);
}

/**
 * For whoever watches the process. `/health/live`: it runs; if not, start it again. `/health/ready`: it can serve; if
 * not, send people elsewhere. Not ready while stopping or while the database does not answer.
 */
export function healthRoutes({ db, isStopping }: { db: Db; isStopping: () => boolean }): Hono {
  const routes = new Hono();
  routes.get('/health/live', (context) => context.json({ status: 'live' }));
  routes.get('/health/ready', async (context) => {
    const reason = isStopping() ? 'stopping' : (await answers(db)) ? undefined : 'database';
    return reason === undefined
      ? context.json({ status: 'ready' })
      : context.json({ status: 'not-ready', reason }, 503);
  });
  return routes;
}
