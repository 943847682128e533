/**
 * Queue: pages of a department, a case and a register in a city of 10,000 and then of 1,000,000 cases and records, asked in
 * process on a database server. The bar: 95 of 100 within 50 ms of server time, and within 1.5 times of those of the small
 * city. Run: node bench/queue.ts [CASES]. QUEUE_TIMES (60) is how often each page is asked for.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Database, Db } from '#platform/db/index.ts';
import { demoClock } from '../src/demo/demo-clock.ts';
import { liveDemoLife } from '../src/demo/demo-life.ts';
import { createHttp } from '../src/http.ts';
import { buildPages } from '../tools/build-pages.ts';
import { openCity } from './support/city.ts';
import { copyTemplates, inCopy, keepTemplates, type Templates } from './support/copied-applications.ts';
import { databaseServer, withDatabase } from './support/database-server.ts';
import { databaseTime, usedBetween } from './support/processor-time.ts';
import { cookieOf, employeeOf } from './support/signed-in.ts';
import { describeRun, median, percentile, printTable } from './support/table.ts';

const small = 10_000;
const large = Number(process.argv[2] ?? 1_000_000);
const times = Number(process.env.QUEUE_TIMES ?? 60);
const bar = { p95: 50, growth: 1.5 };
/** Copies of one statement. */
const chunk = 50;
const unlimited = { hits: 1_000_000_000, seconds: 600 };
const limits = { 'sign-in': unlimited, filing: unlimited, upload: unlimited, tracking: unlimited };

type Growing = Readonly<{ db: Db; templates: Templates; cases: number; records: number }>;

/** More copies, until there are so many cases; then records alone until there are as many. Gives where it ended. */
async function grow({ db, templates, cases, records }: Growing, wanted: number): Promise<Growing> {
  const ends = { cases: Math.ceil(wanted / templates.cases), records: Math.ceil(wanted / templates.records) };
  for (let from = cases; from < ends.cases; from += chunk)
    await copyTemplates(db, { from, to: Math.min(ends.cases, from + chunk) - 1 });
  // Records of services whose cases ended before this city: beyond the copies of whole applications.
  for (let from = Math.max(records, beyond); from < beyond + ends.records - ends.cases; from += chunk * 50) {
    const to = Math.min(beyond + ends.records - ends.cases, from + chunk * 50) - 1;
    await copyTemplates(db, { from, to, only: 'registers.record' });
  }
  await sql`vacuum analyze`.execute(db);
  return { db, templates, cases: ends.cases, records: beyond + ends.records - ends.cases };
}
/** Copies of records alone are numbered from here on. */
const beyond = 100_000_000;

type Subject = Readonly<{
  department: string;
  register: string;
  numbers: string[];
  deepRecord: string;
  deepCase: string;
}>;

/** The department with most open cases, the register with most records, and places in the middle of their lists. */
async function subjectOf(db: Db): Promise<Subject> {
  const { rows } = await sql<Subject>`
    with department as (
      select department_id as id, count(*) / 2 as half from cases."case" where status = 'accepted' group by 1 order by 2 desc limit 1
    ), register as (
      select register_id as id, count(*) / 2 as half from registers.record group by 1 order by 2 desc limit 1
    )
    select department.id as department, register.id as register,
      (select due_on || '~' || id from cases."case" where department_id = department.id and status = 'accepted'
        order by due_on, id offset (select half from department) limit 1) as "deepCase",
      (select entered_on || '~' || id from registers.record where register_id = register.id
        order by entered_on desc, id desc offset (select half from register) limit 1) as "deepRecord",
      (select array_agg(number) from (select number from registers.record where register_id = register.id
        order by md5(number) limit ${times}) as chosen) as numbers
    from department, register
  `.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('no department has open cases');
  return row;
}

type Asked = Readonly<{ name: string; paths: readonly string[]; cookie: string }>;

/** Pages of an officer's day, each with as many different addresses as it is asked for where it has them. */
async function askedOf({ app }: Awaited<ReturnType<typeof openCity>>, growing: Growing): Promise<Asked[]> {
  const { department, register, numbers, deepCase, deepRecord } = await subjectOf(app.db);
  const officer = await cookieOf(app, await employeeOf(app, `officer-${department}`));
  const { rows } = await sql<{ id: string }>`
    select id from cases."case" where id = any(${casesOf(growing)}::uuid[]) and department_id = ${department}
  `.execute(app.db);
  const { department: keeper } = await sql<{ department: string }>`
    select state ->> 'departmentId' as department from registers.record where register_id = ${register} limit 1
  `
    .execute(app.db)
    .then(({ rows: [first] }) => first ?? { department });
  const reader = await cookieOf(app, await employeeOf(app, `officer-${keeper}`));
  const of =
    (cookie: string) =>
    (name: string, ...paths: string[]): Asked => ({ name, paths, cookie });
  const [ofQueue, ofRegister] = [of(officer), of(reader)];
  return [
    ofQueue('queue, first page', '/work'),
    ofQueue('queue, page in the middle', `/work?after=${deepCase}`),
    ofQueue('queue, own cases', '/work?list=mine'),
    ofQueue('queue, waiting cases', '/work?list=waiting'),
    ofQueue('queue, to be signed', '/work?list=toSign'),
    ofQueue('queue, done', '/work?list=done'),
    ofQueue('queue, requests', '/work?list=asked'),
    ofQueue('case', ...rows.map(({ id }) => `/work/cases/${id}`)),
    ofRegister('register, first page', `/work/registers/${register}`),
    ofRegister('register, page in the middle', `/work/registers/${register}?after=${deepRecord}`),
    ofRegister(
      'register, search by number',
      ...numbers.map((number) => `/work/registers/${register}?number=${number}`),
    ),
  ];
}

/** Ids of all cases of copies that have everything, spread over the whole. */
function casesOf({ templates, cases }: Growing): string[] {
  const every = Math.max(10, Math.floor(cases / 100) * 10);
  const copies = Array.from({ length: Math.ceil(cases / every) }, (_, at) => at * every);
  return copies.flatMap((n) => templates.caseIds.map((id) => inCopy(id, n)));
}

type Http = Awaited<ReturnType<typeof createHttp>>;

/** Times of one page in milliseconds, and the processor time of program and database for one of them. */
type Spent = Readonly<{ times: readonly number[]; processor: number }>;

/** The page has been asked for once before: the program is warm, what it reads need not be. */
async function measure({ http, database }: Asking, { paths, cookie }: Asked): Promise<Spent> {
  const ask = async (time: number): Promise<number> => {
    const path = paths[time % paths.length] ?? '';
    const headers = { accept: 'text/html', cookie };
    const began = performance.now();
    const response = await http.request(new URL(path, 'http://localhost:4321'), { headers });
    await response.text();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return performance.now() - began;
  };
  await ask(0);
  const [before, own] = [await databaseTime(database), process.cpuUsage()];
  const spent: number[] = [];
  for (let time = 1; time <= times; time += 1) spent.push(await ask(time));
  const { user, system } = process.cpuUsage(own);
  const all = (user + system) / 1000 + usedBetween(before, await databaseTime(database));
  return { times: spent, processor: all / times };
}

type Asking = Readonly<{ http: Http; database: Database }>;

async function measureAll(asking: Asking, asked: readonly Asked[]): Promise<Map<string, Spent>> {
  const all = new Map<string, Spent>();
  for (const one of asked) all.set(one.name, await measure(asking, one));
  return all;
}

function report(before: ReadonlyMap<string, Spent>, after: ReadonlyMap<string, Spent>): void {
  const rows = [...after].map(([name, many]) => {
    const few = before.get(name) ?? many;
    const p95 = percentile(many.times, 0.95);
    const growth = p95 / percentile(few.times, 0.95);
    const isMet = p95 <= bar.p95 && growth <= bar.growth;
    if (!isMet) process.exitCode = 1;
    const shown = [few, many].flatMap(({ times: spent, processor }) => [
      median(spent).toFixed(1),
      percentile(spent, 0.95).toFixed(1),
      processor.toFixed(1),
    ]);
    return [name, ...shown, growth.toFixed(2), isMet ? 'yes' : 'no'];
  });
  const head = [small, large].flatMap((count) => [`p50 ms of ${count}`, 'p95 ms', 'processor ms']);
  printTable([['page', ...head, 'p95 grew', `within ${bar.p95} ms and ${bar.growth}`], ...rows]);
}

const server = await databaseServer();
const dataDir = mkdtempSync(join(tmpdir(), 'berdem-bench-'));
try {
  await buildPages();
  await withDatabase(server, async (url) => {
    const clock = demoClock();
    const city = await openCity({ DATABASE_URL: url, DATA_DIR: dataDir }, undefined, clock);
    try {
      console.log(describeRun(server.description));
      await liveDemoLife(city.app, clock);
      const asking = { http: await createHttp(city.app, { limits }), database: city.database };
      await city.app.db.connection().execute(async (db) => {
        const templates = await keepTemplates(db);
        const began = performance.now();
        const few = await grow({ db, templates, cases: 1, records: beyond }, small);
        const before = await measureAll(asking, await askedOf(city, few));
        const many = await grow(few, large);
        console.log(
          `${templates.cases} cases and ${templates.records} records filed and worked on, the rest copied: ${Math.round((performance.now() - began) / 1000)} s`,
        );
        report(before, await measureAll(asking, await askedOf(city, many)));
      });
      console.log(`\n${describeRun()}`);
    } finally {
      await city.close();
    }
  });
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
