import type { Config } from '#platform/config/index.ts';
import { createDatabase, type Database } from '#platform/db/index.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { createLive, type Live } from '#platform/live/index.ts';
import type { Log } from '#platform/log/index.ts';

/** What an entry point opens once for a city and passes to everything else. */
export type Resources = Readonly<{
  config: Config;
  log: Log;
  database: Database;
  /** For reading what may be a moment old; the same database if there is no replica. */
  replica: Database;
  live: Live;
}>;

/** Opens and migrates; `onFailure` is called if the process cannot go on. Rejects if the city cannot be served. */
export async function openResources(config: Config, log: Log, onFailure: () => void): Promise<Resources> {
  const onError = (error: Error) => log.warn({ err: error }, 'database connection lost');
  const database = await openDatabase(config, {
    onError,
    onFailure(error) {
      log.fatal({ err: error }, 'the embedded database died');
      onFailure();
    },
  });
  for (const file of database.applied) log.info({ file }, 'migration applied');
  const { databaseReplicaUrl: url, databasePool: poolSize } = config;
  // Nothing listens on a replica, so nobody can say whether its connections are shared: as if they were.
  const replica = url === undefined ? database : await createDatabase({ url, directUrl: url, poolSize, onError });
  return { config, log, database, replica, live: await createLive(database, log) };
}

/** Closes everything that `openResources` opened. */
export async function closeResources({ database, replica, live }: Resources): Promise<void> {
  await live.close();
  if (replica !== database) await replica.close();
  await database.close();
}
