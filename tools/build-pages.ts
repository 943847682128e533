/**
 * Builds the pages into build/ when their sources changed since the last build; `--force` builds anyway.
 * Assets get a gzip and a brotli twin, so that serving them small costs no time.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { collectInputs, pagesAreCurrent, stampPages } from './pages-inputs.ts';

const root = join(import.meta.dirname, '..');

async function compressAssets(folder: string): Promise<void> {
  const directory = join(folder, 'client/assets');
  const names = (await readdir(directory)).filter((name) => /\.(?:css|js|svg)$/.test(name));
  for (const name of names) {
    const plain = await readFile(join(directory, name));
    await writeFile(join(directory, `${name}.br`), await promisify(brotliCompress)(plain));
    await writeFile(join(directory, `${name}.gz`), await promisify(gzip)(plain));
  }
}

/** Puts the finished build in the place of the last one. */
async function swap(folder: string): Promise<void> {
  for (const part of ['client', 'server']) {
    await rm(join(root, 'build', part), { recursive: true, force: true });
    await rename(join(folder, part), join(root, 'build', part));
  }
}

/** Builds if needed. Returns whether it had to. */
export async function buildPages({ force = false } = {}): Promise<boolean> {
  if (!force && (await pagesAreCurrent())) return false;
  process.env.NODE_ENV = 'production';
  const folder = `build/next-${process.pid}`;
  process.env.PAGES_BUILD_FOLDER = folder;
  await mkdir(join(root, folder), { recursive: true });
  const inputs = new Set<string>();
  try {
    // Loaded only here: a start that builds nothing should not wait for the bundler.
    const { createBuilder } = await import('vite');
    const plugins = [collectInputs(inputs)];
    const builder = await createBuilder({ root, mode: 'production', logLevel: 'warn', plugins });
    await builder.buildApp();
    await compressAssets(join(root, folder));
    await swap(join(root, folder));
  } finally {
    await rm(join(root, folder), { recursive: true, force: true });
  }
  await stampPages(inputs);
  return true;
}

if (import.meta.main) {
  const started = performance.now();
  const built = await buildPages({ force: process.argv.includes('--force') });
  if (built) console.log(`pages built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
