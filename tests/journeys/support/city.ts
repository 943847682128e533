import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { buildPages } from '../../../tools/build-pages.ts';

const root = join(import.meta.dirname, '../../..');
/** An embedded database is made on the first start; a busy machine takes its time. */
const patience = 120_000;

/** A city that runs as one process of its own, as `npm start` runs it. */
export type RunningCity = Readonly<{
  url: string;
  log: string;
  /** Stops the process and starts it anew on the same database, for instance with other rules in its folder. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}>;

/** Builds the pages if they are old, and starts a city (Kazan) on a free port with a new database and the demo people. */
export async function startCity(pack?: string): Promise<RunningCity> {
  await buildPages();
  const folder = await mkdtemp(join(tmpdir(), 'berdem-journeys-'));
  const database = await freshDatabase(process.env.DATABASE_URL);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const logs = join(root, 'test-results');
  await mkdir(logs, { recursive: true });
  const log = join(logs, `city-${port}.log`);
  const cities = pack === undefined ? {} : { CITIES: pack };
  const own = { ...cities, PORT: String(port), DATA_DIR: join(folder, 'data'), DEMO: 'on' };
  const environment = { ...process.env, ...database.environment, ...own };
  let city: ChildProcess | undefined;
  const start = async () => {
    city = spawn(process.execPath, ['src/web.ts'], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    const written = createWriteStream(log, { flags: 'a' });
    city.stdout?.pipe(written, { end: false });
    city.stderr?.pipe(written, { end: false });
    await isReady(city, url, log);
  };
  const stop = async () => {
    if (city) await stopped(city);
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await start();
  } catch (error) {
    await stop();
    throw error;
  }
  const restart = async () => {
    if (city) await stopped(city);
    await start();
  };
  return { url, log, restart, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

type FreshDatabase = Readonly<{ environment: Record<string, string>; drop(): Promise<void> }>;

/** A new database on the server that DATABASE_URL names; without it the city keeps an embedded one in its folder. */
async function freshDatabase(server: string | undefined): Promise<FreshDatabase> {
  if (!server) return { environment: {}, drop: async () => {} };
  const name = `berdem_journeys_${Date.now().toString(36)}`;
  await onServer(server, `create database ${name} template template0 encoding 'UTF8'`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const drop = () => onServer(server, `drop database if exists ${name} with (force)`);
  return { environment: { DATABASE_URL: url.href }, drop };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Waits until the city answers that it is ready; says what it wrote if it ends instead. */
async function isReady(city: ChildProcess, url: string, log: string): Promise<void> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (city.exitCode !== null) throw new Error(`the city ended while starting:\n${await readFile(log, 'utf8')}`);
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the city was not ready after ${patience / 1000} s:\n${await readFile(log, 'utf8')}`);
}

async function stopped(city: ChildProcess): Promise<void> {
  if (city.exitCode !== null) return;
  const ended = once(city, 'exit');
  city.kill('SIGTERM');
  const forced = setTimeout(() => city.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(forced);
}
