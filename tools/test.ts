// Everything that `npm test` runs: rules, stores and HTTP in Vitest, then the journeys in a real browser.
// Without Chromium the journeys are left out with a clear line; with REQUIRE_ALL=1 (as in .ci/run) that is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../tests/support/chromium.ts';

type Count = { passed: number; failed: number; skipped: number };

/** Tests that may be left out even where everything is required, because what they are about is not here; they say so. */
const mayBeLeftOut: readonly { file: RegExp; isAbsent: boolean }[] = [
  { file: /tests\/reliability\/(several-processes|at-once|working-role)/, isAbsent: !process.env.DATABASE_URL },
  { file: /tools\/import\//, isAbsent: !existsSync('../shared') },
];

type FileReport = { name: string; assertionResults: { status: string }[] };

/** How many tests were skipped without leave. */
const skippedIn = (files: readonly FileReport[]): number =>
  files
    .filter(({ name }) => !mayBeLeftOut.some(({ file, isAbsent }) => isAbsent && file.test(name)))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => !['passed', 'failed'].includes(status)).length;

const folder = mkdtempSync(join(tmpdir(), 'berdem-test-'));
const isAllRequired = process.env.REQUIRE_ALL === '1';

function run(command: string, args: string[], environment: Record<string, string> = {}): number {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
  return status ?? 1;
}

function rulesAndStores(): Count {
  const outputFile = join(folder, 'vitest.json');
  const status = run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${outputFile}`]);
  if (!existsSync(outputFile)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(outputFile, 'utf8'));
  // A file that could not be loaded fails without a failed test in it; groups around a failed test are not counted again.
  const failed = Math.max(report.numFailedTests, status === 0 ? 0 : 1);
  return { passed: report.numPassedTests, failed, skipped: skippedIn(report.testResults) };
}

function journeys(): Count {
  if (findChromium() === undefined) {
    console.log('journeys in the browser: left out, no Chromium here (Debian: apt-get install chromium)');
    return { passed: 0, failed: isAllRequired ? 1 : 0, skipped: 1 };
  }
  const outputFile = join(folder, 'journeys.json');
  const status = run('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: outputFile });
  if (!existsSync(outputFile)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(outputFile, 'utf8'));
  if (stats.flaky > 0) console.log(`${stats.flaky} journeys passed only at the second attempt`);
  const failed = Math.max(stats.unexpected, status === 0 ? 0 : 1);
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
}

const counts = [rulesAndStores(), journeys()];
rmSync(folder, { recursive: true, force: true });
const sum = (name: keyof Count) => counts.reduce((total, count) => total + count[name], 0);
const database = process.env.DATABASE_URL ? 'PostgreSQL server' : 'embedded database';
if (isAllRequired && sum('skipped') > 0)
  console.log(`${sum('skipped')} tests were skipped though everything is required`);
console.log(`on the ${database}:`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
if (sum('failed') > 0 || (isAllRequired && sum('skipped') > 0)) process.exit(1);
