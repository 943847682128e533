import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCity } from '../../src/wiring/pack-tests/check-city.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'berdem-how-to-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The YAML examples of a page of docs/how-to, as somebody would copy them. */
async function examplesOf(page: string): Promise<string[]> {
  const text = await readFile(join(root, 'docs/how-to', page), 'utf8');
  return [...text.matchAll(/^( *)```yaml\n(.*?)^\1```/gms)].map(([, indent = '', example = '']) =>
    example.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

/** What the check says of Kazan with one file of it replaced. */
async function errorsWith(file: string, text: string): Promise<string[]> {
  const city = join(folder, 'kazan');
  await cp(join(root, 'cities/kazan'), city, { recursive: true, force: true });
  await writeFile(join(city, file), text);
  const { errors } = await checkCity(city);
  return errors.filter((error) => error.file === file).map(({ line, message }) => `${line}: ${message}`);
}

describe('examples of the how-to pages', () => {
  test('the service that is shown loads as it stands', async () => {
    const [service = ''] = await examplesOf('add-a-service.md');
    expect(service).toContain('id: tree-felling');
    expect(await errorsWith('services/tree-felling/service.yaml', service)).toEqual([]);
  });

  test('the tests of lawyers that are shown hold', async () => {
    const [tables = '', searches = ''] = await examplesOf('write-tests.md');
    expect(tables).toContain('Before a public holiday');
    expect(await errorsWith('tests/shown.yaml', tables)).toEqual([]);
    expect(await errorsWith('tests/search.yaml', searches)).toEqual([]);
  });
});
