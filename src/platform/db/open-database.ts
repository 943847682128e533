import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import { createDatabase, type Database, type DatabaseOptions } from './index.ts';
import { MigrationError, migrate } from './migrations.ts';
import { migratedSnapshot } from './template.ts';

/** The database of an installation cannot be used; the message says which setting to look at. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/**
 * The database of an installation, migrated. A new embedded one begins as a copy of the template, so that the first
 * start takes seconds. `applied` names the migrations that this call applied.
 * Rejects with `DatabaseUnavailable`, or with `MigrationError` if the schema is not one of this program.
 */
export async function openDatabase(
  {
    databaseUrl,
    databaseDirectUrl,
    dataDir,
    databasePool,
  }: Pick<Config, 'databaseUrl' | 'databaseDirectUrl' | 'dataDir' | 'databasePool'>,
  reports: Pick<DatabaseOptions, 'onError' | 'onFailure'>,
): Promise<Database & { applied: readonly string[] }> {
  const setting = databaseUrl === undefined ? 'DATA_DIR' : 'DATABASE_URL';
  const unavailable = (error: unknown): never => {
    if (error instanceof MigrationError) throw error;
    throw new DatabaseUnavailable(
      `${setting}: the database cannot be opened: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  };
  const database = await createDatabase({
    ...reports,
    poolSize: databasePool,
    ...(databaseUrl === undefined ? await embeddedIn(dataDir) : { url: databaseUrl }),
    ...(databaseDirectUrl === undefined ? {} : { directUrl: databaseDirectUrl }),
  }).catch(unavailable);
  try {
    return { ...database, applied: await migrate(database) };
  } catch (error) {
    await database.close();
    return unavailable(error);
  }
}

const embeddedIn = async (dataDir: string) =>
  existsSync(join(dataDir, 'postgres')) ? { dataDir } : { dataDir, snapshot: await migratedSnapshot() };
