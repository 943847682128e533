/**
 * Filing: applications of the "build an office" bundle over HTTP, beside the floor, which is the same rows inserted by
 * `pg` alone in the same transaction shape with prepared statements. The bar: half of the floor, and 1,500 cases a second.
 * FILING_SECONDS (each round, 6 unless told) and FILING_ROUNDS (3) change its length.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#platform/db/index.ts';
import { openCity } from './support/city.ts';
import { databaseServer, withDatabase } from './support/database-server.ts';
import { type Filer, prepareFilers } from './support/filing-drafts.ts';
import type { FloorResult } from './support/filing-floor.ts';
import type { LoadResult } from './support/filing-load.ts';
import { describeRows, type FiledRows, rowsOfNewestFiling } from './support/filing-rows.ts';
import type { WebStarted } from './support/filing-web.ts';
import { databaseTime, processorTime, usedBetween } from './support/processor-time.ts';
import { describeRun, median, percentile, printTable } from './support/table.ts';

const seconds = Number(process.env.FILING_SECONDS ?? 6);
const rounds = Number(process.env.FILING_ROUNDS ?? 3);
const connections = 16;
const warmUp = 4;
/** Drafts of each of the four filers: enough for a machine that files a thousand applications a second. */
const draftsEach = Math.ceil((seconds * rounds + warmUp) * 250);

/** One round of the product; times of the processor in milliseconds. */
type Real = LoadResult & Readonly<{ webTime: number; databaseTime: number }>;
type Round = Readonly<{ real: Real; floor: FloorResult }>;

/** Starts a process of the benchmark; FILING_WEB_ARGS are Node's for the web process, for instance --cpu-prof. */
const start = (name: string, env: Readonly<Record<string, string>> = {}): ChildProcess =>
  fork(join(import.meta.dirname, `support/${name}.ts`), {
    env: { ...process.env, ...env },
    execArgv: name === 'filing-web' ? (process.env.FILING_WEB_ARGS?.split(' ') ?? []) : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

const told = <T>(by: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process of the benchmark ended with ${code}`));
    by.once('exit', ended);
    by.once('message', (message) => {
      by.off('exit', ended);
      resolve(message as T);
    });
  });

async function ask<T>(of: ChildProcess, order: object): Promise<T> {
  const answer = told<T>(of);
  of.send(order);
  return answer;
}

/** Files for a while at a time; each time with drafts not used yet. */
async function filing(database: Database, filers: readonly Filer[], environment: Readonly<Record<string, string>>) {
  const [web, load] = [start('filing-web', environment), start('filing-load')];
  const { port } = await told<WebStarted>(web);
  let used = 0;
  return {
    async file(length: number): Promise<Real> {
      const rest = filers.map((one): Filer => ({ ...one, draftIds: one.draftIds.slice(used) }));
      const before = { web: processorTime(web.pid ?? 0), database: await databaseTime(database) };
      const result = await ask<LoadResult>(load, { port, filers: rest, connections, seconds: length });
      used += result.used;
      if (result.failures.length > 0)
        throw new Error(`${result.failures.length} filings failed: ${result.failures[0]}`);
      const webTime = processorTime(web.pid ?? 0) - before.web;
      return { ...result, webTime, databaseTime: usedBetween(before.database, await databaseTime(database)) };
    },
    stop() {
      for (const one of [web, load]) one.disconnect();
    },
  };
}

async function measure(url: string, dataDir: string): Promise<{ results: Round[]; rows: FiledRows }> {
  const environment = { DATABASE_URL: url, DATA_DIR: dataDir };
  const { app, database, close } = await openCity(environment);
  console.log('preparing drafts …');
  const filers = await prepareFilers(app, database, draftsEach);
  await database.pool.query('vacuum (analyze)');
  const product = await filing(database, filers, { ...environment, LOG_LEVEL: 'info' });
  await product.file(warmUp);
  const rows = await rowsOfNewestFiling(database);
  const topics = app.catalogue.current.departments
    .slice(0, 4)
    .map(({ id }) => `{"topic":"department:${id}","payload":{}}`);
  const floor = start('filing-floor');
  const results: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const real = await product.file(seconds);
    const order = { url, rows, topics, connections, seconds };
    results.push({ real, floor: await ask<FloorResult>(floor, order) });
  }
  product.stop();
  floor.disconnect();
  await close();
  return { results, rows };
}

function report(results: readonly Round[], rows: FiledRows): void {
  const cases = rows.find(({ table }) => table === 'cases."case"')?.rows.length ?? 0;
  const filed = results.map(({ real }) => real.latencies.length);
  const real = results.map((one, index) => (filed[index] ?? 0) / one.real.seconds);
  const floor = results.map((one) => one.floor.transactions / one.floor.seconds);
  const ratios = real.map((speed, index) => speed / (floor[index] ?? 1));
  const latencies = results.flatMap((one) => one.real.latencies);
  const shown = (values: readonly number[], times = 1) =>
    [Math.max(...values), median(values)].map((value) => (value * times).toFixed(value < 10 ? 2 : 0));
  const least = (values: readonly number[]) => [Math.min(...values), median(values)].map((value) => value.toFixed(2));
  const each = (name: 'webTime' | 'databaseTime') => results.map((one, index) => one.real[name] / (filed[index] ?? 1));
  const eachOfFloor = (name: 'clientTime' | 'databaseTime') =>
    results.map((one) => one.floor[name] / one.floor.transactions);
  const latency = (share: number) => ['', percentile(latencies, share).toFixed(1), ''];
  console.log(`one application: ${cases} cases; ${describeRows(rows)}`);
  console.log(`${connections} connections; ${rounds} rounds of ${seconds} s each, product and floor in turn\n`);
  printTable([
    ['filing', 'best', 'median', 'bar'],
    ['applications/s', ...shown(real), ''],
    ['cases/s', ...shown(real, cases), '1500'],
    ['floor: applications/s', ...shown(floor), ''],
    ['floor: cases/s', ...shown(floor, cases), ''],
    ['product / floor', ...shown(ratios), '0.5'],
    ['latency p50, ms', ...latency(0.5)],
    ['latency p95, ms', ...latency(0.95)],
    ['latency p99, ms', ...latency(0.99)],
    ['processor time of one application, web, ms', ...least(each('webTime')), ''],
    ['processor time of one application, database, ms', ...least(each('databaseTime')), ''],
    ['floor: processor time, client, ms', ...least(eachOfFloor('clientTime')), ''],
    ['floor: processor time, database, ms', ...least(eachOfFloor('databaseTime')), ''],
  ]);
}

const server = await databaseServer();
const dataDir = mkdtempSync(join(tmpdir(), 'berdem-bench-files-'));
try {
  console.log(describeRun(server.description));
  const { results, rows } = await withDatabase(server, (url) => measure(url, dataDir));
  report(results, rows);
  console.log(`\n${describeRun()}`);
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
