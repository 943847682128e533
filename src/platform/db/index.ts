import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from '../../../db/types.ts';
import { openEmbeddedPostgres } from '../embedded-postgres/index.ts';
import { columnTypes } from './column-types.ts';
import { mayBeRepeated } from './errors.ts';
import { keepingStatements } from './kept-statements.ts';

export { answersInTime } from './answers.ts';
export { isRefused, isUniqueViolation } from './errors.ts';
export { kept } from './kept-statements.ts';
export { type Clause, calls, inOneStatement, writes } from './one-statement.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;
/** Where a query may run: on its own or inside somebody's transaction. */
export type Executor = Db | Tx;

/** A database in use, made in an entry point and passed in. */
export type Database = Readonly<{
  db: Db;
  pool: pg.Pool;
  /** For a single direct connection past any pooler (LISTEN). */
  connectionOptions: pg.ClientConfig;
  /** `embedded` lives and dies with this process. */
  kind: 'server' | 'embedded';
  close(): Promise<void>;
}>;

export type DatabaseOptions = Readonly<{
  /** PostgreSQL to use; without it the embedded database. */
  url?: string;
  /** Reached past a transaction pooler, for LISTEN; `url` if absent. */
  directUrl?: string;
  /** Folder of the embedded database; without it everything is in memory. */
  dataDir?: string;
  /** What a new embedded database begins with. */
  snapshot?: Uint8Array<ArrayBuffer>;
  /** Connections at most. */
  poolSize?: number;
  /** Told of errors that no query can report, such as a lost idle connection. */
  onError?: (error: Error) => void;
  /** Told once if the embedded database dies by itself: the process should end and be started again. */
  onFailure?: (error: Error) => void;
}>;

/**
 * Opens a database. Does not migrate it. `date` is read as an ISO string, `timestamptz` as `Date`, `bigint` as number.
 * Rejects if the embedded folder is in use; a server is first reached by the first query.
 */
export async function createDatabase(options: DatabaseOptions = {}): Promise<Database> {
  const { url, poolSize = 10, onError = (error) => console.error(error.message) } = options;
  const source = url === undefined ? await embedded({ onFailure: onError, ...options }) : server(url, options);
  const pool = new pg.Pool({ ...source.options, types: columnTypes, max: poolSize, connectionTimeoutMillis: 10_000 });
  // A lost connection reports itself twice: idle ones through the pool, those in use through the client.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  const keeps = url !== undefined && options.directUrl === undefined;
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: keeps ? keepingStatements(pool) : pool }) });
  let closing: Promise<void> | undefined;
  return {
    db,
    pool,
    connectionOptions: { ...source.direct, types: columnTypes },
    kind: url === undefined ? 'embedded' : 'server',
    close: () => (closing ??= (pool.ended ? Promise.resolve() : pool.end()).then(source.close)),
  };
}

type Source = { options: pg.PoolConfig; direct: pg.ClientConfig; close(): Promise<void> };

const server = (url: string, { directUrl = url }: DatabaseOptions): Source => ({
  options: { connectionString: url },
  direct: { connectionString: directUrl },
  close: async () => {},
});

async function embedded({ dataDir, snapshot, onFailure }: DatabaseOptions): Promise<Source> {
  const database = await openEmbeddedPostgres({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(snapshot === undefined ? {} : { snapshot }),
    ...(onFailure === undefined ? {} : { onFailure }),
  });
  // The stream is all that `pg` uses; host and port are named so that environment variables cannot add others.
  const options: pg.ClientConfig = {
    host: 'embedded',
    port: 1,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    stream: () => database.connect(),
  };
  return { options, direct: options, close: () => database.close() };
}

const attempts = 3;

/**
 * Runs `work` in one transaction: all of it is written or nothing. Inside a transaction it joins that one.
 * If the server could not keep two transactions apart (deadlock, serialization) `work` runs again, at most three times:
 * it must do nothing that a rollback does not undo.
 */
export async function inTransaction<T>(db: Executor, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Tx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work);
    } catch (error) {
      if (attempt === attempts || !mayBeRepeated(error)) throw error;
    }
  }
}
