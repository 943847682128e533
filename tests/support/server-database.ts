import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createDatabase, type Database } from '#platform/db/index.ts';
import { migrate } from '#platform/db/migrations.ts';
import { schemaKey } from '#platform/db/template.ts';

/** A new database on the server at `url`, copied from a migrated template; dropped at `close`. */
export async function serverDatabase(url: string): Promise<Database> {
  const name = `berdem_test_${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`;
  const template = `berdem_template_${schemaKey()}`;
  await onServer(url, async (server) => {
    await makeTemplate(url, server, template);
    await server.query(`create database ${name} template ${template}`);
  });
  // Dropping the database cuts connections that are still saying goodbye: no news for anybody.
  const database = await createDatabase({ url: urlOf(url, name), onError: () => {} });
  return {
    ...database,
    async close() {
      await database.close();
      await onServer(url, (server) => server.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function onServer<T>(url: string, work: (server: pg.Client) => Promise<T>): Promise<T> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  try {
    return await work(server);
  } finally {
    await server.end();
  }
}

function urlOf(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** One process makes the template, under a name of its own until it is whole; the others wait. */
async function makeTemplate(url: string, server: pg.Client, template: string): Promise<void> {
  await server.query(`select pg_advisory_lock(hashtext('berdem tests'))`);
  try {
    const { rowCount } = await server.query('select from pg_database where datname = $1', [template]);
    if (rowCount !== 0) return;
    await dropForgotten(server);
    const draft = `${template}_draft`;
    await server.query(`drop database if exists ${draft} with (force)`);
    await server.query(`create database ${draft} template template0 encoding 'UTF8'`);
    const database = await createDatabase({ url: urlOf(url, draft) });
    await migrate(database).finally(database.close);
    await server.query(`alter database ${draft} rename to ${template}`);
  } finally {
    await server.query(`select pg_advisory_unlock(hashtext('berdem tests'))`);
  }
}

const hour = 3_600_000;

/** Databases of tests that were killed: nobody uses them, and their name says they are over an hour old. */
async function dropForgotten(server: pg.Client): Promise<void> {
  const { rows } = await server.query<{ datname: string }>(
    `select datname from pg_database d where datname like 'berdem\\_test\\_%'
     and not exists (select from pg_stat_activity a where a.datid = d.oid)`,
  );
  for (const { datname } of rows) {
    const born = Number.parseInt(datname.split('_')[2] ?? '', 36);
    if (born < Date.now() - hour) await server.query(`drop database if exists ${datname}`);
  }
}
