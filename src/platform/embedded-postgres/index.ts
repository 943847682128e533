import { join } from 'node:path';
import { Connection } from './connection.ts';
import { startEngine } from './engine.ts';
import { lockFolder } from './folder-lock.ts';
import { createSession } from './session.ts';
import { hasDatabase, unpackSnapshot } from './snapshot.ts';
import type { WorkerStart } from './worker.ts';

export { lockFolder } from './folder-lock.ts';

/** PostgreSQL with PostGIS inside this process: no server, no port, one session shared by all connections. */
export type EmbeddedPostgres = Readonly<{
  /** A new connection for the `stream` option of `pg`. */
  connect(): Connection;
  /** The whole database as bytes, for `snapshot` of another; only while nothing else runs. */
  takeSnapshot(): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
}>;

export type EmbeddedOptions = Readonly<{
  /** Folder of the database; without it everything is in memory and gone at `close`. Locked against other processes. */
  dataDir?: string;
  /** What a new database begins with; an existing folder keeps what it has. */
  snapshot?: Uint8Array<ArrayBuffer>;
  /** Called once if the database dies by itself; every connection has been ended by then. */
  onFailure?: (error: Error) => void;
}>;

/** Where prepared things are kept between starts; it may be deleted at any time. */
export const cacheDir = join(import.meta.dirname, '../../../node_modules/.cache/berdem');

/** What `pg` wants to know of a server before the first query; the same as the server itself says. */
const settings = {
  server_version: '18.3',
  server_encoding: 'UTF8',
  client_encoding: 'UTF8',
  DateStyle: 'ISO, MDY',
  integer_datetimes: 'on',
  standard_conforming_strings: 'on',
  TimeZone: 'UTC',
};

/** How often the write-ahead log is written back, and the tables are cleaned and measured (milliseconds). */
const checkpointEvery = 60_000;
const vacuumEvery = 3_600_000;

/** Opens the database, making it if there is none. Rejects if the folder is in use or cannot be read. */
export async function openEmbeddedPostgres(options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const { dataDir, snapshot } = options;
  if (dataDir === undefined)
    return open({ cacheDir, ...(snapshot === undefined ? {} : { snapshot }) }, options, () => {});
  const lock = lockFolder(dataDir);
  if (!lock.ok)
    throw new Error(`${dataDir} is in use by process ${lock.error.heldBy}: stop it, or set DATA_DIR to another folder`);
  const release = lock.value;
  try {
    const folder = join(dataDir, 'postgres');
    if (!hasDatabase(folder)) unpackSnapshot(snapshot ?? (await newDatabase()), folder);
    return await open({ cacheDir, dataDir: folder }, options, release);
  } catch (error) {
    release();
    throw error;
  }
}

/** An empty database as a snapshot: what initdb makes. */
async function newDatabase(): Promise<Uint8Array<ArrayBuffer>> {
  const database = await openEmbeddedPostgres();
  try {
    return await database.takeSnapshot();
  } finally {
    await database.close();
  }
}

async function open(
  start: WorkerStart,
  { onFailure }: EmbeddedOptions,
  release: () => void,
): Promise<EmbeddedPostgres> {
  const engine = await startEngine(start, (error) => onFailure?.(error));
  let touched = false;
  const session = createSession(async (batch) => {
    touched = true;
    return Buffer.from(await engine.ask({ kind: 'execute', batch }));
  });
  // A server has processes of its own for this; here nobody else does it.
  const tidy = (statement: string, every: number) =>
    setInterval(() => {
      if (touched) void session.runAlone(statement).then((ran) => (touched &&= !ran));
    }, every).unref();
  const tidying =
    start.dataDir === undefined ? [] : [tidy('checkpoint', checkpointEvery), tidy('vacuum (analyze)', vacuumEvery)];
  return {
    connect: () => new Connection(session.join, settings),
    takeSnapshot: () => engine.ask({ kind: 'snapshot' }),
    async close() {
      for (const timer of tidying) clearInterval(timer);
      await engine.ask({ kind: 'close' });
      await engine.stop();
      release();
    },
  };
}
