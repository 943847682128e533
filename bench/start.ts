/**
 * Start-up: from `npm start` to the first page with the embedded database, the first time and later, without and with the
 * template of an empty database in the cache. The bar: 20 s the first time, 5 s later. START_TIMES (3) repeats it.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cacheDir } from '#platform/embedded-postgres/index.ts';
import { buildPages } from '../tools/build-pages.ts';
import { describeRun, median, printTable } from './support/table.ts';

const times = Number(process.env.START_TIMES ?? 3);
const root = join(import.meta.dirname, '..');

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });

/** Seconds from the command to the whole first page. The process is stopped in order afterwards. */
async function secondsToPage(dataDir: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const page = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined);
    return answer?.ok === true && (await answer.text()).includes('</html>');
  };
  while (!(await page())) {
    if (child.exitCode !== null) throw new Error('npm start ended before its first page');
    await sleep(25);
  }
  const seconds = (performance.now() - began) / 1000;
  // npm hands the signal on to the program; the group is the whole of what was started here.
  process.kill(-(child.pid ?? 0), 'SIGTERM');
  await ended;
  return seconds;
}

/** Without the cached templates, as on a machine that has never run it; they come back afterwards. */
async function withoutTemplates<T>(work: () => Promise<T>): Promise<T> {
  const aside = `${cacheDir}.aside-${process.pid}`;
  const isKept = existsSync(cacheDir);
  if (isKept) renameSync(cacheDir, aside);
  try {
    return await work();
  } finally {
    if (isKept) {
      rmSync(cacheDir, { recursive: true, force: true });
      renameSync(aside, cacheDir);
    }
  }
}

async function newFolder<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'berdem-start-'));
  return work(folder).finally(() => rmSync(folder, { recursive: true, force: true }));
}

console.log(describeRun());
await buildPages();
const rows: { [name: string]: number[] } = {
  'first start, nothing cached': [],
  'first start, template cached': [],
  'later start': [],
};
for (let time = 0; time < times; time += 1) {
  rows['first start, nothing cached']?.push(await withoutTemplates(() => newFolder(secondsToPage)));
  await newFolder(async (dataDir) => {
    rows['first start, template cached']?.push(await secondsToPage(dataDir));
    rows['later start']?.push(await secondsToPage(dataDir));
  });
}
printTable([
  ['from npm start to the first page', 'best s', 'median s', 'bar s'],
  ...Object.entries(rows).map(([name, seconds]) => [
    name,
    Math.min(...seconds).toFixed(1),
    median(seconds).toFixed(1),
    name === 'later start' ? '5' : '20',
  ]),
]);
console.log(`\n${describeRun()}`);
