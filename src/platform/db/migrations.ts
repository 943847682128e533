import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { quietWorkerLogger } from '../jobs/worker-logger.ts';
import { isForbidden } from './errors.ts';
import type { Database } from './index.ts';

/** One step of the schema: `number` orders, `hash` (SHA-256 of the text with LF line ends) says it is still the same. */
export type Migration = Readonly<{ number: number; file: string; text: string; hash: string }>;

/** A schema that may not be migrated; the message names the file and says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export const migrationsFolder = join(import.meta.dirname, '../../../db/migrations');

/** The files `NNNN_name.sql` of a folder in order. Throws if two bear the same number. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9-_]+\.sql$/.test(file))
    .sort()
    .map((file): Migration => {
      // Line ends may differ between checkouts; the statements do not.
      const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      return { number: Number(file.slice(0, 4)), file, text, hash: createHash('sha256').update(text).digest('hex') };
    });
  for (const [index, one] of migrations.entries()) {
    const before = migrations[index - 1];
    if (before?.number === one.number)
      throw new MigrationError(
        `${before.file} and ${one.file} bear the same number: give the newer one the next free number`,
      );
  }
  return migrations;
}

type Applied = Readonly<{ number: number; file: string; hash: string }>;

/**
 * What is left to do. Throws `MigrationError` if an applied file was changed, is missing, or if a new file stands before
 * an applied one: history only grows.
 */
export function pendingMigrations(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const files = new Map(migrations.map((one) => [one.number, one]));
  for (const { number, file, hash } of applied) {
    const now = files.get(number);
    if (now === undefined)
      throw new MigrationError(
        `${file} was applied to this database but is missing here: restore the file, or use the version of the program that has it`,
      );
    if (now.hash !== hash)
      throw new MigrationError(
        `${now.file} was changed after it had been applied as ${file}: undo the change and write a new migration instead`,
      );
  }
  const done = new Set(applied.map((one) => one.number));
  const newest = Math.max(0, ...done);
  const pending = migrations.filter((one) => !done.has(one.number));
  const late = pending.find((one) => one.number < newest);
  if (late !== undefined)
    throw new MigrationError(
      `${late.file} comes before ${String(newest).padStart(4, '0')}, which was applied already: give it a number after the newest`,
    );
  return pending;
}

/**
 * Brings the schema up to date, with that of the job queue. Each file is one transaction with its record. Several
 * processes may do this at once: a lock that ends with the transaction lets one after the other look and apply.
 * Returns the files applied by this call. Reads before it writes: a role that may not change the schema (`grantWork`) can
 * call it as long as nothing is to be applied, and gets a `MigrationError` otherwise.
 */
export async function migrate({ pool }: Pick<Database, 'pool'>, folder = migrationsFolder): Promise<string[]> {
  const migrations = readMigrations(folder);
  const done: string[] = [];
  const client = await pool.connect();
  try {
    for (let next = await step(client, migrations); next !== undefined; next = await step(client, migrations))
      done.push(next);
    await runMigrations({ pgPool: pool, noPreparedStatements: true, logger: quietWorkerLogger });
  } catch (error) {
    throw isForbidden(error) ? new MigrationError(forbidden, { cause: error }) : error;
  } finally {
    client.release();
  }
  return done;
}

const forbidden =
  'the database is not up to date, and the role of DATABASE_URL may not change its schema: run `berdem migrate` once with ' +
  'the DATABASE_URL of the owner, with `--role` and the name of the role that the program works under';

/** Any constant will do: two programs on one database must not share it. The letters are "berdem". */
const lock = 0x62657264;

/** Applies the next file that is not applied; `undefined` if there is none. */
async function step(client: pg.PoolClient, migrations: readonly Migration[]): Promise<string | undefined> {
  await client.query('begin');
  try {
    await client.query(`select pg_advisory_xact_lock(${lock})`);
    if (!(await isBegun(client)))
      await client.query(`
        create schema platform;
        create table platform.migration (
          number integer primary key,
          file text not null,
          hash text not null,
          applied_at timestamptz not null default now()
        )`);
    const { rows } = await client.query<Applied>('select number, file, hash from platform.migration order by number');
    const [next] = pendingMigrations(migrations, rows);
    if (next !== undefined) await apply(client, next);
    await client.query('commit');
    return next?.file;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function isBegun(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ isBegun: boolean }>(
    `select to_regclass('platform.migration') is not null as "isBegun"`,
  );
  return rows[0]?.isBegun ?? false;
}

async function apply(client: pg.PoolClient, { number, file, text, hash }: Migration): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    if (isForbidden(error)) throw error;
    throw new MigrationError(
      `${file} could not be applied, nothing of it remains: ${error instanceof Error ? error.message : error}`,
      { cause: error },
    );
  }
  await client.query('insert into platform.migration (number, file, hash) values ($1, $2, $3)', [number, file, hash]);
}
