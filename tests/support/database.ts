import { createDatabase, type Database } from '#platform/db/index.ts';
import { migratedSnapshot } from '#platform/db/template.ts';
import { emptiedLike, type Likeness, likenessOf } from './empty-database.ts';
import { serverDatabase } from './server-database.ts';

/**
 * A migrated, empty database for one test or one file; `close` gives it up. Each is alone: several may be open at once.
 * Embedded, unless DATABASE_URL names a server with the right to create databases.
 */
export async function testDatabase(): Promise<Database> {
  const url = process.env.DATABASE_URL;
  return url === undefined || url === '' ? embeddedDatabase() : serverDatabase(url);
}

/** Embedded databases given up: opening one costs most of a second, emptying it a few hundredths. */
const idle: { database: Database; fresh: Likeness }[] = [];

async function embeddedDatabase(): Promise<Database> {
  const { database, fresh } = idle.pop() ?? (await openEmbedded());
  return {
    ...database,
    async close() {
      if (await emptiedLike(fresh, database)) idle.push({ database, fresh });
      else await database.close();
    },
  };
}

async function openEmbedded(): Promise<{ database: Database; fresh: Likeness }> {
  const database = await createDatabase({ snapshot: await migratedSnapshot() });
  return { database, fresh: await likenessOf(database.pool) };
}
