import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import { createDatabase, type Database } from './index.ts';
import { migrate } from './migrations.ts';
import { migratedSnapshot } from './template.ts';

/**
 * The database of an installation, migrated. A new embedded one begins as a copy of the template, so that the first
 * start takes seconds. `applied` names the migrations that this call applied.
 * Rejects with `MigrationError` if the schema is not one of this program.
 */
export async function openDatabase(
  {
    databaseUrl,
    databaseDirectUrl,
    dataDir,
    databasePool,
  }: Pick<Config, 'databaseUrl' | 'databaseDirectUrl' | 'dataDir' | 'databasePool'>,
  onError: (error: Error) => void,
): Promise<Database & { applied: readonly string[] }> {
  const database = await createDatabase({
    onError,
    poolSize: databasePool,
    ...(databaseUrl === undefined ? await embeddedIn(dataDir) : { url: databaseUrl }),
    ...(databaseDirectUrl === undefined ? {} : { directUrl: databaseDirectUrl }),
  });
  try {
    return { ...database, applied: await migrate(database) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const embeddedIn = async (dataDir: string) =>
  existsSync(join(dataDir, 'postgres')) ? { dataDir } : { dataDir, snapshot: await migratedSnapshot() };
