import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPack, type Pack, readTests } from '#modules/catalogue/index.ts';
import { checkCity, failuresOf } from './check-city.ts';

let folder: string;
let kazan: Pack;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'berdem-cases-'));
  const { pack } = await checkPack('cities/kazan');
  if (pack === undefined) throw new Error('Kazan is not sound');
  kazan = pack;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the check says of a city with this one test file: line and words. */
async function faultsOf(text: string, file = 'cases.yaml'): Promise<string[]> {
  rmSync(join(folder, 'tests'), { recursive: true, force: true });
  mkdirSync(join(folder, 'tests'));
  writeFileSync(join(folder, 'tests', file), text);
  const tests = await readTests(folder);
  return [...tests.errors, ...failuresOf(kazan, tests)].map(({ line, message, hint }) =>
    [line, message, hint].filter((part) => part !== '').join(': '),
  );
}

/** A table of the excavation order, lines of cases from line 6 on. */
const ofOrder = (header: string, ...rows: string[]) =>
  faultsOf(
    ['- title: Order', '  service: excavation-order', '  usual: { on: 2026-02-02 }', '  table: |', header, ...rows]
      .map((line, index) => (index < 4 ? line : `    ${line}`))
      .join('\n'),
  );

const ofOffice = (header: string, ...rows: string[]) =>
  faultsOf(
    [
      '- title: Office',
      '  situation: build-office',
      '  usual: { land: own, storm: "no" }',
      '  table: |',
      header,
      ...rows,
    ]
      .map((line, index) => (index < 4 ? line : `    ${line}`))
      .join('\n'),
  );

describe('tests that lawyers write beside a pack', () => {
  test('all hold in Kazan, and there are enough of them', async () => {
    const { errors, cases, pack } = await checkCity('cities/kazan');
    expect(errors).toEqual([]);
    expect(pack).toBeDefined();
    expect(cases).toBeGreaterThanOrEqual(60);
  });

  test('a case that fails is named with its line, what was expected and what was found', async () => {
    expect(await ofOrder('| case | on || ends |', '| Monday | || 2026-02-11 |', '| Late | || 2026-02-12 |')).toEqual([
      '7: “Late”: ends: expected 2026-02-12; found 2026-02-11',
    ]);
    expect(
      await ofOffice(
        '| case | land || needed | not | check |',
        '| None | none || plot-provision | plot-provision | urban-plan |',
      ),
    ).toEqual([
      '6: “None”: not: expected plot-provision; plot-provision is in the plan (needed)',
      '6: “None”: check: expected urban-plan; urban-plan is needed for certain',
    ]);
  });

  test('a slip of the pen never passes as "not there"', async () => {
    expect(await ofOffice('| case | land || not |', '| Own | || plot-provison |')).toEqual([
      '6: “Own”: not: expected plot-provison; the pack has no plot-provison; did you mean plot-provision?',
    ]);
    expect(
      await ofOrder('| case | applicant || not bring | not asked |', '| A | person || site-ordr | site.adress |'),
    ).toEqual([
      expect.stringContaining('did you mean site-order?'),
      expect.stringContaining('did you mean site.address?'),
    ]);
    expect(await ofOrder('| case | on || neded |', '| A | || urban-plan |')).toEqual([
      '6: “A”: neded: nothing can be expected under that name: did you mean needed?',
    ]);
  });

  test('an answer nobody would be asked for, or that is not offered, is a mistake of the case', async () => {
    expect(await ofOffice('| case | size | funding || needed |', '| A | small | own || urban-plan |')).toEqual([
      '6: “A”: funding: funding is not asked in this case',
    ]);
    expect(await ofOffice('| case | land || needed |', '| A | rented || urban-plan |')).toEqual([
      '6: “A”: land: rented is not one of own, lease, none, unsure',
    ]);
    expect(
      await ofOrder(
        '| case | excavation.on-roadway | excavation.road-area || asked |',
        '| A | no | 20 || site.address |',
      ),
    ).toEqual(['6: “A”: excavation.road-area: excavation.road-area is not asked in this case']);
    expect(await ofOrder('| case | weather || asked |', '| A | rain || site.address |')).toEqual([
      expect.stringContaining('6: “A”: weather: nothing of that name can be given'),
    ]);
    expect(await ofOrder('| case | on | applicant || ends |', '| A | soon | || 1 |', '| B | | king || 1 |')).toEqual([
      '6: “A”: on: soon is no date; write it as 2026-01-31',
      '7: “B”: applicant: king is not one of person, entrepreneur, organisation',
    ]);
  });

  test('a table that cannot be read is named by its line', async () => {
    expect(await ofOrder('| case | on | ends |', '| A | | 1 |')).toEqual([
      expect.stringContaining('5: the first line does not name'),
    ]);
    expect(await ofOrder('| case | on || ends |', '| A || 1 |')).toEqual([
      expect.stringContaining('6: the line has 3 cells'),
    ]);
    expect(await ofOrder('| case | on | on || ends |')).toEqual([expect.stringContaining('two columns are named on')]);
    expect(
      await faultsOf('- title: A\n  service: excavaton-order\n  table: |\n    | case || fee |\n    | A || 0 |\n'),
    ).toEqual(['1: there is no service excavaton-order: did you mean excavation-order?']);
    expect(await faultsOf('- title: A\n  tabel: x\n')).toEqual(
      expect.arrayContaining([expect.stringContaining('tabel')]),
    );
    expect(await faultsOf('- [', 'cases.yaml')).toEqual([expect.stringContaining('not YAML')]);
  });

  test('everyday words that do not find what they must are named', async () => {
    const text = 'ru:\n  urban-plan: [ГПЗУ]\nen:\n  urban-plan:\n    - dig a trench\n';
    expect(await faultsOf(text, 'search.yaml')).toEqual([
      expect.stringMatching(/^5: “dig a trench” \(en\): expected urban-plan among the first 3; found excavation-order/),
    ]);
    expect(await faultsOf('ru:\n  urban-pla: [ГПЗУ]\n', 'search.yaml')).toEqual([
      '2: “ГПЗУ” (ru): there is no service or situation urban-pla: did you mean urban-plan?',
    ]);
  });

  test('a layer of the map that cannot be loaded is named before the city starts', async () => {
    const city = join(folder, 'zarechny');
    cpSync('cities/zarechny', city, { recursive: true });
    writeFileSync(join(city, 'layers', 'roads.geojson'), '{');
    const broken = await checkCity(city);
    expect(broken.pack).toBeUndefined();
    expect(broken.errors).toMatchObject([{ code: 'pack/bad-layer', file: 'layers/roads.geojson' }]);
    rmSync(join(city, 'layers', 'river.geojson'));
    expect((await checkCity(city)).errors).toMatchObject([
      { file: 'layers/river.geojson', message: expect.stringContaining('is missing') },
    ]);
  });
});
