import { readConfig } from '#platform/config/index.ts';
import { createDatabase } from '#platform/db/index.ts';
import { migrate } from '#platform/db/migrations.ts';
import { createLive } from '#platform/live/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createApp } from '../../src/app.ts';
import type { Resources } from '../../src/resources.ts';

/** Kazan on a database server, as an installation opens it. Migrates. */
export async function openCity(environment: Readonly<Record<string, string>>) {
  const config = readConfig({ LOG_LEVEL: 'warn', ...environment });
  const log = createLog(config.logLevel);
  const database = await createDatabase({
    ...(config.databaseUrl ? { url: config.databaseUrl } : {}),
    poolSize: config.databasePool,
  });
  await migrate(database);
  const live = await createLive(database, log);
  const resources: Resources = { config, log, database, replica: database, live };
  const app = await createApp(resources, 'cities/kazan');
  return {
    app,
    database,
    async close() {
      await live.close();
      await database.close();
    },
  };
}
