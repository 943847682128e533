/**
 * Place: how long the facts of a place take on Kazan's synthetic territory, once warm. The bar: 10 ms. On the embedded
 * database, or on the server of DATABASE_URL.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCity } from './support/city.ts';
import { describeRun, median, percentile, printTable } from './support/table.ts';

const folder = mkdtempSync(join(tmpdir(), 'berdem-bench-place-'));
const { DATABASE_URL } = process.env;
const city = await openCity({ DATA_DIR: folder, ...(DATABASE_URL ? { DATABASE_URL } : {}) });
try {
  const plots = await city.app.territory.searchAddress('Пушкина', 10);
  const times: number[] = [];
  for (const { cadastralNumber } of [...plots, ...plots, ...plots, ...plots]) {
    const started = performance.now();
    await city.app.territory.placeFacts({ cadastralNumber });
    times.push(performance.now() - started);
  }
  console.log(describeRun(DATABASE_URL ? 'PostgreSQL server' : 'embedded database'));
  printTable([
    ['', 'median ms', 'p95 ms', 'bar ms'],
    ['facts of a plot', median(times).toFixed(1), percentile(times, 0.95).toFixed(1), 10],
  ]);
} finally {
  await city.close();
  rmSync(folder, { recursive: true, force: true });
}
