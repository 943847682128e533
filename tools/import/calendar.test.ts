import { existsSync, globSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { run } from './small-schemas.fixture.ts';

const published = join(import.meta.dirname, '../../../shared/calendar');
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'berdem-calendar-'));
});
afterAll(() => rm(root, { recursive: true }));

/** A year of an invented country: a Monday off, a working Saturday, a short working Saturday, a holiday on a Sunday. */
const year = (days: string, attributes = 'year="2027" country="xx"') =>
  `<?xml version="1.0"?><calendar ${attributes}><holidays><holiday id="1" title="День рощи" /><holiday id="2" title="По указу" />
  </holidays><!-- <day d="07.07" t="1"/> --><days>${days}</days></calendar>`;
const plain =
  '<day d="03.01" t="1" h="1"/><day d="03.06" t="3"/><day d="03.13" t="2" f="03.15"/><day d="05.02" t="1" h="1"/>';

async function imported(xml: readonly string[], ...options: string[]) {
  const folder = await mkdtemp(join(root, 'case-'));
  const files = xml.map((_, index) => join(folder, `${index}.xml`));
  await Promise.all(files.map((file, index) => writeFile(file, xml[index] ?? '')));
  const out = join(folder, 'grove.yaml');
  return { ...(await run('import', 'calendar', ...files, '--out', out, '--id', 'grove', ...options)), out };
}

describe('a published production calendar', () => {
  it('becomes a calendar of the pack', async () => {
    const { code, out } = await imported(
      [year(`${plain}<day d='04.05' t='1' h='2'/>`)],
      '--decree',
      'указ',
      '--extends',
      'world',
    );
    expect(code).toBe(0);
    expect(parse(await readFile(out, 'utf8'))).toMatchObject({
      id: 'grove',
      extends: 'world',
      years: {
        2027: {
          off: ['2027-03-01'],
          decree: ['2027-04-05'],
          working: ['2027-03-06', '2027-03-13'],
          short: ['2027-03-13'],
        },
      },
    });
  });

  it.each([
    ['is no calendar', ['<html>'], 'no <calendar> element'],
    ['has no year', [year(plain, 'country="xx"')], 'year="2026"'],
    ['has a day that is none', [year('<day d="02.30" t="1"/>')], 'there is no day 02.30 in 2027'],
    ['has a kind of day that is none', [year('<day d="02.02" t="4"/>')], '1, 2 or 3 is expected'],
    ['has a day twice', [year(`${plain}<day d="03.01" t="2"/>`)], '2027-03-01 stands there twice'],
    ['has no days', [year('')], 'no <day> element'],
    ['comes twice', [year(plain), year(plain)], '2027 is in two files'],
    ['is of two countries', [year(plain), year('<day d="03.01" t="2"/>', 'year="2028" country="yy"')], 'xx, yy'],
  ])('that %s is refused with a reason', async (_, xml, reason) => {
    expect(await imported(xml)).toMatchObject({ code: 1, complained: expect.stringContaining(reason) });
  });

  it('goes into a new file of its name, of the country that was named', async () => {
    const { out } = await imported([year(plain)]);
    expect(await run('import', 'calendar', 'x.xml', '--out', out)).toMatchObject({
      code: 2,
      complained: expect.stringContaining('nothing is overwritten'),
    });
    const other = join(root, 'other.yaml');
    expect((await run('import', 'calendar', 'x.xml', '--out', other, '--id', 'grove')).complained).toContain(
      'grove.yaml',
    );
    expect((await run('import', 'calendar', 'x.xml', '--out', other)).complained).toContain('cannot be read');
    expect((await imported([year(plain)], '--country', 'ru')).complained).toContain('of xx, not of ru');
  });

  const isThere = existsSync(published);
  if (!isThere) console.log(`skipped: the published calendars are not at ${published}`);
  it.runIf(isThere)('of Russia has the days of the federal calendar of Kazan', async () => {
    const out = join(root, 'federal.yaml');
    const files = globSync(join(published, '*.xml'));
    expect((await run('import', 'calendar', ...files, '--out', out, '--country', 'ru', '--decree', 'Указ')).code).toBe(
      0,
    );
    const { years } = parse(await readFile('cities/kazan/calendar/federal.yaml', 'utf8'));
    expect(parse(await readFile(out, 'utf8')).years).toEqual(years);
  });
});
