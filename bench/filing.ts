/**
 * Filing: applications of the "build an office" bundle over HTTP, beside the floor: the same rows inserted by `pg` alone
 * in the same transaction shape with prepared statements. The bar: half of the floor, and 1,500 cases a second.
 * Run: npm run bench -- filing. FILING_SECONDS (each round, 6 unless told) and FILING_ROUNDS (3) change its length.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '#platform/db/index.ts';
import { openCity } from './support/city.ts';
import { databaseServer, withDatabase } from './support/database-server.ts';
import { type Filer, prepareFilers } from './support/filing-drafts.ts';
import type { FloorResult, FloorRows } from './support/filing-floor.ts';
import type { LoadResult } from './support/filing-load.ts';
import { describeRun, median, percentile, printTable } from './support/table.ts';

const seconds = Number(process.env.FILING_SECONDS ?? 6);
const rounds = Number(process.env.FILING_ROUNDS ?? 3);
const connections = 16;
/** Drafts of each of the four filers: enough for the fastest machine seen so far. */
const draftsEach = Math.ceil(((seconds + 1) * rounds + 3) * 120);

const program = (name: string, env: Record<string, string> = {}): ChildProcess =>
  fork(join(import.meta.dirname, `support/${name}.ts`), {
    env: { ...process.env, ...env },
    execArgv: (process.env[`NODE_ARGS_${name.replace('-', '_')}`] ?? '').split(' ').filter((one) => one !== ''),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

const told = <T>(by: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    by.once('message', (message) => resolve(message as T));
    by.once('exit', (code) => reject(new Error(`a process of the benchmark ended with ${code}`)));
  });

async function ask<T>(of: ChildProcess, order: object): Promise<T> {
  const answer = told<T>(of);
  of.send(order);
  return answer;
}

/** Tables that one filing writes, each with what finds the rows of an application. */
const written: readonly [table: string, where: string][] = [
  ['platform.event', 'stream_id = $1 or stream_id in (select id from cases."case" where application_id = $1)'],
  ['applications.application', 'id = $1'],
  ['applications.filing', 'application_id = $1'],
  ['cases."case"', 'application_id = $1'],
  ['audit.entry', 'application_id = $1'],
  [
    'graphile_worker._private_jobs',
    `payload ->> 'caseId' in (select id::text from cases."case" where application_id = $1)`,
  ],
];

/** The rows that the newest filing wrote. */
async function rowsOfOne({ pool }: Database): Promise<FloorRows> {
  const newest = await pool.query<{ id: string }>(
    'select id from applications.application order by filed_at desc limit 1',
  );
  const { rows } = await pool.query<{ id: string; cases: string }>('select $1::uuid as id', [newest.rows[0]?.id]);
  const id = rows[0]?.id;
  const found = [];
  for (const [table, where] of written) {
    const result = await pool.query({
      text: `select * from ${table} where ${where}`,
      values: [id],
      types: { getTypeParser: () => String },
    });
    const columns = result.fields
      .map(({ name }) => name)
      .filter(
        (name) =>
          !['position', 'id'].includes(name) ||
          !['platform.event', 'audit.entry', 'graphile_worker._private_jobs'].includes(table),
      )
      .filter((name) => !(table === 'graphile_worker._private_jobs' && name === 'is_available'));
    found.push({ table, columns, rows: result.rows.map((row) => columns.map((name) => row[name])) });
  }
  return found;
}

const server = await databaseServer();
const dataDir = mkdtempSync(join(tmpdir(), 'berdem-bench-files-'));
try {
  await withDatabase(server, async (url) => {
    const environment = { DATABASE_URL: url, DATA_DIR: dataDir };
    const { app, database, close } = await openCity(environment);
    console.log('preparing drafts …');
    const filers = await prepareFilers(app, database, draftsEach);
    await database.pool.query('vacuum (analyze)');
    const web = program('filing-web', { ...environment, LOG_LEVEL: 'info' });
    const { port } = await told<{ port: number }>(web);
    const [load, floor] = [program('filing-load'), program('filing-floor')];
    let used = 0;
    const file = async (length: number): Promise<LoadResult> => {
      const rest = filers.map((one): Filer => ({ ...one, draftIds: one.draftIds.slice(used) }));
      const result = await ask<LoadResult>(load, { port, filers: rest, connections, seconds: length });
      used += result.used;
      if (result.failures.length > 0)
        throw new Error(`${result.failures.length} filings failed: ${result.failures[0]}`);
      return result;
    };
    await file(3);
    const rows = await rowsOfOne(database);
    const topics = [1, 2, 3, 4].map((n) => JSON.stringify({ topic: `department:${n}`, payload: {} }));
    const cases = rows.find(({ table }) => table === 'cases."case"')?.rows.length ?? 0;
    const results: { real: LoadResult; floor: FloorResult }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const real = await file(seconds);
      const least = await ask<FloorResult>(floor, { url, rows, topics, connections, seconds });
      results.push({ real, floor: least });
    }
    for (const one of [web, load, floor]) one.disconnect();
    await close();
    report(results, { cases, rows });
  });
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

function report(
  results: readonly { real: LoadResult; floor: FloorResult }[],
  { cases, rows }: { cases: number; rows: FloorRows },
) {
  const real = results.map((one) => one.real.latencies.length / one.real.seconds);
  const least = results.map((one) => one.floor.transactions / one.floor.seconds);
  const ratios = results.map((_, index) => (real[index] ?? 0) / (least[index] ?? 1));
  const latencies = results.flatMap((one) => one.real.latencies);
  const shown = (values: readonly number[], times = 1) =>
    [Math.max(...values) * times, median(values) * times].map((n) => n.toFixed(n < 10 ? 2 : 0));
  const sizes = rows.map((one) => `${one.table} ${one.rows.length}`).join(', ');
  const count = rows.reduce((sum, one) => sum + one.rows.length, 0);
  const bytes = rows.reduce((sum, one) => sum + one.rows.flat().reduce((n, value) => n + (value?.length ?? 0), 0), 0);
  console.log(describeRun(server.description));
  console.log(
    `one application: ${cases} cases, ${count} rows, ${(bytes / 1024).toFixed(0)} kB (${sizes}); ${connections} connections, ${rounds} rounds of ${seconds} s each, real and floor in turn\n`,
  );
  printTable([
    ['filing', 'best', 'median', 'bar'],
    ['applications/s', ...shown(real), ''],
    ['cases/s', ...shown(real, cases), '1500'],
    ['floor applications/s', ...shown(least), ''],
    ['floor cases/s', ...shown(least, cases), ''],
    ['ratio to the floor', ...shown(ratios), '0.5'],
    ['latency p50 ms', '', percentile(latencies, 0.5).toFixed(1), ''],
    ['latency p95 ms', '', percentile(latencies, 0.95).toFixed(1), ''],
    ['latency p99 ms', '', percentile(latencies, 0.99).toFixed(1), ''],
  ]);
}
