import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseTurtle } from '#platform/rdf/index.ts';
import { berdem } from '../berdem.ts';

const folder = mkdtempSync(join(tmpdir(), 'berdem-dump-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<{ code: number; printed: string; complained: string }> {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await berdem(args, { print: (line) => printed.push(line), complain: (line) => complained.push(line) });
  return { code, printed: printed.join('\n'), complained: complained.join('\n') };
}

describe('berdem export cpsv-ap', () => {
  it('prints the catalogue as JSON-LD under the address that is given', async () => {
    const { code, printed } = await run('export', 'cpsv-ap', 'cities/zarechny', '--base', 'https://zarechny.example/');
    expect(code).toBe(0);
    const ids = JSON.parse(printed)['@graph'].map((node: { '@id': string }) => node['@id']);
    expect(ids).toContain('https://zarechny.example/catalogue/services/street-event');
  });

  it('writes a folder that can be published: three forms of one content, told of in a README', async () => {
    const dump = join(folder, 'new', 'dump');
    expect((await run('export', 'cpsv-ap', 'cities/zarechny', dump)).code).toBe(0);
    expect(readdirSync(dump).sort()).toEqual(['README.md', 'catalogue.jsonld', 'catalogue.nt', 'catalogue.ttl']);
    const textOf = (name: string) => readFileSync(join(dump, name), 'utf8');
    const count = parseTurtle(textOf('catalogue.ttl')).length;
    expect(textOf('catalogue.nt').trim().split('\n')).toHaveLength(count);
    expect(textOf('README.md')).toContain('3 services and 1 life situations');
    for (const name of ['catalogue.jsonld', 'catalogue.nt', 'catalogue.ttl'])
      expect((await run('export', 'cpsv-ap', join(dump, name), '--check')).printed).toContain(
        `conforms: ${count} statements`,
      );
    const before = textOf('README.md');
    await run('export', 'cpsv-ap', 'cities/zarechny', dump);
    expect(textOf('README.md')).toBe(before);
  });

  it.each(readdirSync('cities'))('shows the SHACL report of %s: everything looked at, nothing broken', async (city) => {
    const { code, printed } = await run('export', 'cpsv-ap', `cities/${city}`, '--check');
    expect(code).toBe(0);
    expect(printed).toMatch(/^PublicService +[1-9]\d* +0$/m);
    expect(printed).toMatch(/^conforms: \d+ statements, \d+ shapes, 0 violations$/m);
  });

  it('names the rules that are broken, and says so by its exit code', async () => {
    const file = join(folder, 'broken.ttl');
    writeFileSync(file, '<urn:s> a <http://purl.org/vocab/cpsv#PublicService> .');
    const { code, printed } = await run('export', 'cpsv-ap', file, '--check');
    expect(code).toBe(1);
    expect(printed).toContain('PublicService: urn:s http://data.europa.eu/m8g/hasCompetentAuthority MinCount');
    const asJson = await run('export', 'cpsv-ap', file, '--check', '--json');
    expect([asJson.code, JSON.parse(asJson.printed).violations.length]).toEqual([
      1,
      printed.split('MinCount').length - 1,
    ]);
  });

  it('is not content with a file in which there is no service', async () => {
    const file = join(folder, 'empty.nt');
    writeFileSync(file, '');
    expect((await run('export', 'cpsv-ap', file, '--check')).code).toBe(1);
  });

  it('explains wrong use', async () => {
    expect((await run('export', 'cpsv-ap')).complained).toContain('name the form and a folder');
    expect((await run('export', 'cpsv-ap', 'cities/zarechny', '--base', 'x y')).complained).toContain('not an address');
    for (const name of ['bad.ttl', 'bad.jsonld']) writeFileSync(join(folder, name), '{}nonsense');
    expect((await run('export', 'cpsv-ap', join(folder, 'bad.jsonld'), '--check')).complained).toContain(
      'cannot be read',
    );
    expect((await run('export', 'cpsv-ap', join(folder, 'bad.ttl'), '--check')).complained).toContain('cannot be read');
    expect((await run('export', 'cpsv-ap', 'cities/zarechny', folder, '--check')).complained).toContain('either');
  });
});
