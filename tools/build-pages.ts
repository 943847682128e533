/**
 * Builds the pages into build/ when their sources changed since the last build; `--force` builds anyway.
 * Assets get a gzip and a brotli twin, so that serving them small costs no time.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { collectInputs, pagesAreCurrent, stampPages } from './pages-inputs.ts';

const root = join(import.meta.dirname, '..');

async function compressAssets(): Promise<void> {
  const directory = join(root, 'build/client/assets');
  const names = (await readdir(directory)).filter((name) => /\.(?:css|js|svg)$/.test(name));
  for (const name of names) {
    const plain = await readFile(join(directory, name));
    await writeFile(join(directory, `${name}.br`), await promisify(brotliCompress)(plain));
    await writeFile(join(directory, `${name}.gz`), await promisify(gzip)(plain));
  }
}

/** Builds if needed. Returns whether it had to. */
export async function buildPages({ force = false } = {}): Promise<boolean> {
  if (!force && (await pagesAreCurrent())) return false;
  process.env.NODE_ENV = 'production';
  // Loaded only here: a start that builds nothing should not wait for the bundler.
  const { createBuilder } = await import('vite');
  const inputs = new Set<string>();
  const builder = await createBuilder({ root, mode: 'production', logLevel: 'warn', plugins: [collectInputs(inputs)] });
  await builder.buildApp();
  await compressAssets();
  await stampPages(inputs);
  return true;
}

if (import.meta.main) {
  const started = performance.now();
  const built = await buildPages({ force: process.argv.includes('--force') });
  if (built) console.log(`pages built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
