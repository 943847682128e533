import { type Config, ConfigError, readConfig } from '#platform/config/index.ts';
import { createDatabase, type Database } from '#platform/db/index.ts';
import { MigrationError } from '#platform/db/migrations.ts';
import { DatabaseUnavailable, openDatabase } from '#platform/db/open-database.ts';
import { createLive, type Live } from '#platform/live/index.ts';
import { createLog, type Log } from '#platform/log/index.ts';

/** What an entry point opens once and passes to everything else. */
export type Resources = Readonly<{
  config: Config;
  log: Log;
  database: Database;
  /** For reading what may be a moment old; the same database if there is no replica. */
  replica: Database;
  live: Live;
}>;

/** Opens and migrates; `onFailure` is called if the process cannot go on. Ends the process if it cannot start. */
export async function openResources(role: 'web' | 'worker', onFailure: () => void): Promise<Resources> {
  try {
    const config = readConfig();
    if (role === 'worker' && config.databaseUrl === undefined) {
      throw new ConfigError(
        'DATABASE_URL: a worker shares a server with the web process; the embedded database is worked on by that process itself',
      );
    }
    return await open(config, onFailure);
  } catch (error) {
    // What the person at the keyboard can put right is said in words; anything else with its trace.
    const isClear = [ConfigError, MigrationError, DatabaseUnavailable].some((kind) => error instanceof kind);
    console.error(isClear && error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

async function open(config: Config, onFailure: () => void): Promise<Resources> {
  const log = createLog(config.logLevel);
  const onError = (error: Error) => log.warn({ err: error }, 'database connection lost');
  const database = await openDatabase(config, {
    onError,
    onFailure(error) {
      log.fatal({ err: error }, 'the embedded database died');
      onFailure();
    },
  });
  for (const file of database.applied) log.info({ file }, 'migration applied');
  const replica =
    config.databaseReplicaUrl === undefined
      ? database
      : await createDatabase({ url: config.databaseReplicaUrl, poolSize: config.databasePool, onError });
  return { config, log, database, replica, live: await createLive(database, log) };
}

/** Closes everything that `openResources` opened. */
export async function closeResources({ database, replica, live }: Resources): Promise<void> {
  await live.close();
  if (replica !== database) await replica.close();
  await database.close();
}
