import type { Pack } from '#modules/catalogue/index.ts';
import type { Clock } from '#platform/clock.ts';
import { readConfig } from '#platform/config/index.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { createLive } from '#platform/live/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createApp } from '../../src/app.ts';
import type { Resources } from '../../src/resources.ts';

/** Kazan, or another pack in its place, on the database of these variables, as an installation opens it. Migrates. */
export async function openCity(environment: Readonly<Record<string, string>>, pack?: Pack, clock?: Clock) {
  const config = readConfig({ LOG_LEVEL: 'warn', ...environment });
  const log = createLog(config.logLevel);
  const database = await openDatabase(config, {});
  const live = await createLive(database, log);
  const resources: Resources = { config, log, database, replica: database, live };
  const app = await createApp(resources, 'cities/kazan', { ...(pack ? { pack } : {}), ...(clock ? { clock } : {}) });
  return {
    app,
    database,
    async close() {
      await live.close();
      await database.close();
    },
  };
}
