import { execFileSync, spawn } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server to measure on. */
export type DatabaseServer = Readonly<{
  /** Address of a database in which others may be created. */
  url: string;
  /** What it is, for the head of a table. */
  description: string;
  stop(): Promise<void>;
}>;

/** Settings of a small server of one's own; what makes an answer durable (fsync, synchronous_commit) stays on. */
const settings = ['shared_buffers=512MB', 'max_wal_size=4GB', 'checkpoint_timeout=15min', 'max_connections=200'];

/**
 * The server of DATABASE_URL, or one started for this run in a folder of its own from Debian's PostgreSQL.
 * Refuses a server that does not write through to the disk: its figures would promise what it cannot keep.
 */
export async function databaseServer(): Promise<DatabaseServer> {
  const url = process.env.DATABASE_URL;
  const server = url ? { url, stop: async () => {}, whose: 'DATABASE_URL' } : await ownServer();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; fsync: string; commit: string }>(
      `select current_setting('server_version') as version, current_setting('fsync') as fsync,
         current_setting('synchronous_commit') as commit`,
    );
    const { version = '', fsync, commit } = rows[0] ?? {};
    if (fsync !== 'on' || commit !== 'on') throw new Error('the server runs without fsync or synchronous_commit');
    const { whose, ...rest } = server;
    return { ...rest, description: `PostgreSQL ${version} (${whose}), fsync on, synchronous_commit on` };
  } catch (error) {
    await server.stop();
    throw error;
  } finally {
    await client.end();
  }
}

/** The newest installed PostgreSQL's programs. Throws with advice when there are none. */
function programs(): string {
  const initdb = globSync('/usr/lib/postgresql/*/bin/initdb').sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const newest = initdb.at(-1);
  if (newest === undefined)
    throw new Error(
      'no PostgreSQL here: set DATABASE_URL, or on Debian: apt-get install postgresql postgresql-postgis',
    );
  return dirname(newest);
}

async function ownServer() {
  const bin = programs();
  const owner = serverUser();
  const folder = mkdtempSync(join(tmpdir(), 'berdem-bench-'));
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  const at = join(folder, 'cluster');
  const own = { ...owner, cwd: folder };
  execFileSync(join(bin, 'initdb'), ['-D', at, '-U', 'berdem', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], own);
  const port = await freePort();
  const options = settings.flatMap((setting) => ['-c', setting]);
  const server = spawn(join(bin, 'postgres'), ['-D', at, '-p', String(port), '-k', folder, ...options], {
    ...own,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `postgres://berdem@127.0.0.1:${port}/postgres`;
  await reachable(url);
  return {
    url,
    whose: `started for this run, ${settings.join(', ')}`,
    async stop() {
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then it runs as the user that Debian makes for it. */
function serverUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });

async function reachable(url: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await sleep(100);
    }
  }
}

/** Makes a database for `work` and drops it afterwards. */
export async function withDatabase<T>({ url }: DatabaseServer, work: (url: string) => Promise<T>): Promise<T> {
  const name = `berdem_bench_${Date.now().toString(36)}`;
  const onServer = async (statement: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await onServer(`create database ${name} template template0 encoding 'UTF8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  try {
    return await work(own.href);
  } finally {
    await onServer(`drop database if exists ${name} with (force)`);
  }
}
