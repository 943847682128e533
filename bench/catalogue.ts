/**
 * Catalogue: pages, search and API of a city of 10,000 services, asked in process. The bar: 20 ms of server time, the
 * first question of a person as well as the thousandth. Also loading and checking Kazan (bar 3 s), the import of its
 * published forms where they lie beside the project (bar 20 s), and the search index. CATALOGUE_SERVICES changes the size.
 */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Language } from '#kernel/language.ts';
import { loadPack, type Pack, prepareSearch } from '#modules/catalogue/index.ts';
import { largePack } from '#tests/support/large-catalogue.ts';
import { createHttp } from '../src/http.ts';
import { checkCity } from '../src/wiring/pack-tests/check-city.ts';
import { berdem } from '../tools/berdem.ts';
import { buildPages } from '../tools/build-pages.ts';
import { openCity } from './support/city.ts';
import { cookieOf, employeeOf } from './support/signed-in.ts';
import { describeRun, median, percentile, printTable } from './support/table.ts';

const size = Number(process.env.CATALOGUE_SERVICES ?? 10_000);
const times = 40;
const bar = 20;
const published = join(import.meta.dirname, '../../shared/edoc');
const unlimited = { hits: 1_000_000_000, seconds: 600 };

/** What people type, by the language of their page: whole sentences, slips, the wrong keyboard. */
const questions: Readonly<Record<Language, readonly string[]>> = {
  ru: [
    'хочу построить офис',
    'разрешение на строительство',
    'зимляные роботы',
    'предоставление земельного участка',
    'jabc',
  ],
  tt: ['офис төзергә телим', 'җир казу', 'төзелеш рөхсәте', 'тозелеш рохсате', 'раскопки'],
  en: ['I want to build an office', 'building permit', 'excavaton permit', 'rain water drainage', 'вшп'],
};

async function secondsOf<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const began = performance.now();
  const result = await work();
  return { seconds: (performance.now() - began) / 1000, result };
}

/** Kazan's published forms into a pack that is thrown away; undefined where they are not beside the project. */
async function importPublished(): Promise<number | undefined> {
  if (!existsSync(published)) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'berdem-bench-import-'));
  const args = ['import', 'edoc', published, '--out', join(folder, 'pack'), '--like', 'cities/kazan'];
  try {
    const { seconds, result } = await secondsOf(() => berdem(args, { print: () => {}, complain: console.error }));
    if (result !== 0) throw new Error(`the import ended with ${result}`);
    return seconds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds to build the search index, and how long everybody else had to wait for a turn at most, in milliseconds. */
async function indexing(pack: Pack): Promise<{ seconds: number; longestWait: number }> {
  const waiting = monitorEventLoopDelay({ resolution: 1 });
  waiting.enable();
  const { seconds } = await secondsOf(() => prepareSearch(pack));
  waiting.disable();
  return { seconds, longestWait: waiting.max / 1_000_000 };
}

type Asked = Readonly<{ name: string; paths: readonly string[]; language?: Language; cookie?: string }>;

/** What is measured; the deep page stands in the middle of everything. */
function askedOf({ services, departments }: Pack, designer: string): Asked[] {
  const ids = services.map(({ id }) => id).sort();
  const largest = Map.groupBy(services, ({ department }) => department);
  const [department = ''] = departments
    .map(({ id }) => id)
    .toSorted((left, right) => (largest.get(right)?.length ?? 0) - (largest.get(left)?.length ?? 0));
  const own = largest.get(department) ?? [];
  const deep = own[Math.floor(own.length / 2)]?.id ?? '';
  const middle = ids[Math.floor(ids.length / 2)] ?? '';
  const searches = Object.entries(questions) as [Language, readonly string[]][];
  return [
    { name: 'start page', paths: ['/'] },
    { name: 'all services', paths: ['/services'] },
    { name: 'services of a department, first page', paths: [`/services?department=${department}`] },
    { name: 'services of a department, deep page', paths: [`/services?department=${department}&after=${deep}`] },
    { name: 'one service', paths: services.slice(-5).map(({ id }) => `/services/${id}`) },
    ...searches.map(([language, asked]) => ({
      name: `search in ${language}`,
      paths: asked.map((text) => `/search?q=${encodeURIComponent(text)}`),
      language,
    })),
    ...[
      { name: "designers' catalogue, first page", paths: ['/work/catalogue'] },
      { name: "designers' catalogue, deep page", paths: [`/work/catalogue?after=${services[size / 2]?.id}`] },
      { name: "designers' catalogue, only unverified", paths: ['/work/catalogue?unverified=yes'] },
      { name: 'passport of a service', paths: services.slice(-5).map(({ id }) => `/work/catalogue/services/${id}`) },
    ].map((one) => ({ ...one, cookie: designer })),
    { name: 'GET /api/v1/services', paths: ['/api/v1/services'] },
    { name: 'GET /api/v1/services, deep cursor', paths: [`/api/v1/services?cursor=${middle}`] },
    { name: 'GET /api/v1/services/{id}', paths: services.slice(-5).map(({ id }) => `/api/v1/services/${id}`) },
  ];
}

type Http = Awaited<ReturnType<typeof createHttp>>;

async function ask(
  http: Http,
  path: string,
  { language = 'ru', cookie = '' }: Pick<Asked, 'language' | 'cookie'>,
): Promise<{ time: number; bytes: number }> {
  const accept = path.startsWith('/api') ? 'application/json' : 'text/html';
  const headers = { accept, cookie: `lang=${language}; ${cookie}` };
  const began = performance.now();
  const response = await http.request(new URL(path, 'http://localhost:4321'), { headers });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return { time: performance.now() - began, bytes: body.length };
}

async function measure(http: Http, asked: Asked): Promise<(string | number)[]> {
  const answers = [];
  const before = process.cpuUsage();
  for (let time = 0; time < times; time += 1) {
    for (const path of asked.paths) answers.push(await ask(http, path, asked));
  }
  const { user, system } = process.cpuUsage(before);
  const [first] = answers;
  const spent = answers.map(({ time }) => time);
  const kilobytes = Math.max(...answers.map(({ bytes }) => bytes)) / 1000;
  const shown = [first?.time ?? 0, median(spent), percentile(spent, 0.95)].map((time) => time.toFixed(1));
  const processor = (user + system) / 1000 / answers.length;
  return [asked.name, ...shown, bar, processor.toFixed(1), kilobytes.toFixed(0)];
}

console.log(describeRun());
await buildPages();
const check = await secondsOf(() => checkCity('cities/kazan'));
if (check.result.pack === undefined) throw new Error('cities/kazan does not load');
const load = await secondsOf(() => loadPack('cities/kazan'));
const imported = await importPublished();
const pack = largePack(check.result.pack, size);
const index = await indexing(pack);
printTable([
  ['', 's', 'bar s'],
  ['Kazan loaded', load.seconds.toFixed(2), 3],
  [
    `Kazan checked, with its ${check.result.cases} cases and ${check.result.queries} searches`,
    check.seconds.toFixed(2),
    3,
  ],
  imported === undefined
    ? ['published forms: not beside the project, not imported', '–', 20]
    : [`${readdirSync(join(published, 'applications')).length} published forms imported`, imported.toFixed(2), 20],
  [`search index of ${size} services, made at start`, index.seconds.toFixed(2), ''],
]);
console.log(`while the index is made nobody waits longer than ${index.longestWait.toFixed(0)} ms (bar 50 ms)\n`);

const dataDir = mkdtempSync(join(tmpdir(), 'berdem-bench-catalogue-'));
const { app, close } = await openCity({ DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'silent' }, pack);
try {
  const limits = { 'sign-in': unlimited, filing: unlimited, upload: unlimited, tracking: unlimited };
  const http = await createHttp(app, { limits });
  // The program itself is warm; what is asked below is asked for the first time.
  for (let time = 0; time < times; time += 1) await ask(http, '/about', {});
  const rows = [];
  const designer = await cookieOf(app, await employeeOf(app, 'administrator-1'));
  for (const asked of askedOf(pack, designer)) rows.push(await measure(http, asked));
  printTable([[`${size} services`, 'first ms', 'p50 ms', 'p95 ms', 'bar ms', 'processor ms', 'kB'], ...rows]);
  console.log(`\n${describeRun()}`);
} finally {
  await close();
  rmSync(dataDir, { recursive: true, force: true });
}
