import { readConfig } from '#platform/config/index.ts';
import { openDatabase } from '#platform/db/open-database.ts';

/** Brings the database of this environment up to date; what is up to date stays as it is. */
const database = await openDatabase(readConfig(), { onError: (error) => console.error(error.message) });
try {
  for (const file of database.applied) console.log(`applied ${file}`);
  if (database.applied.length === 0) console.log('the schema is up to date');
} finally {
  await database.close();
}
