import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'vite';

const root = join(import.meta.dirname, '..');
const stampFile = join(root, 'build', 'stamp.json');
/** Read by the build though no page imports them. */
const always = ['src/routes.ts', 'vite.config.ts', 'react-router.config.ts', 'package-lock.json'];

type Stamp = Readonly<{ inputs: readonly string[]; digest: string }>;

async function digestOf(inputs: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const input of inputs) hash.update(`${input}\0`).update(await readFile(join(root, input)).catch(() => 'gone'));
  return hash.digest('hex');
}

/** Whether the pages in build/ were made from the sources as they are now. Compares contents, because a clone has new times. */
export async function pagesAreCurrent(): Promise<boolean> {
  const stamp = await readFile(stampFile, 'utf8').then(
    (text): Stamp => JSON.parse(text),
    () => undefined,
  );
  return stamp !== undefined && (await digestOf(stamp.inputs)) === stamp.digest;
}

/** Writes down which sources the finished build was made from. */
export async function stampPages(inputs: ReadonlySet<string>): Promise<void> {
  const sorted = [...new Set([...inputs, ...always])].sort();
  await writeFile(stampFile, JSON.stringify({ inputs: sorted, digest: await digestOf(sorted) }));
}

/** Collects every file of ours that a bundle was made of. */
export function collectInputs(inputs: Set<string>): Plugin {
  return {
    name: 'berdem-inputs',
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const path = relative(root, id.split('?')[0] ?? id);
        if (path !== '' && !path.startsWith('..') && !path.startsWith('node_modules') && !id.includes('\0')) {
          inputs.add(path.split(sep).join('/'));
        }
      }
    },
  };
}
