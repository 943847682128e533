import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkPack, type Pack } from '#modules/catalogue/index.ts';
import type { ImportReport } from './report.ts';
import { run, schemaFolder } from './small-schemas.fixture.ts';

let folder: Awaited<ReturnType<typeof schemaFolder>>;
let pack: Pack;
let report: ImportReport;
let readable: string;

beforeAll(async () => {
  folder = await schemaFolder();
  const file = `${folder.root}/report.json`;
  const { code, complained } = await run(
    'import',
    'edoc',
    folder.dir,
    '--out',
    folder.out,
    '--name',
    'Роща',
    '--report',
    file,
  );
  expect({ code, complained }).toEqual({ code: 0, complained: '' });
  const checked = await checkPack(folder.out);
  expect(checked.errors).toEqual([]);
  if (!checked.pack) throw new Error('the pack did not load');
  pack = checked.pack;
  report = JSON.parse(await readFile(file, 'utf8')) as ImportReport;
  readable = await readFile(`${folder.root}/report.txt`, 'utf8');
});
afterAll(() => folder.remove());

const grove = () => pack.nextServices.find(({ id }) => id === 'park-grove-planting');
const input = (element: string) => grove()?.inputs.find((one) => one.element === element);
const ofSchema = (file: string) => report.schemas.find((one) => one.file === `${file}.json`);

describe('forms of one service', () => {
  it('become one service; the older form stays as its older version', () => {
    expect(pack.services.map(({ id, version }) => [id, version])).toEqual([
      ['lamp-painting', 1],
      ['park-grove-planting', 1],
    ]);
    expect(grove()).toMatchObject({
      version: 2,
      applicants: ['person', 'entrepreneur', 'organisation', 'representative'],
    });
    const [, older] = pack.services;
    expect(older?.until).toBe('2025-12-31');
    expect(older?.inputs.map(({ element }) => element)).toContain('detail.old-note');
    expect(input('detail.old-note')).toBeUndefined();
  });

  it('ask a person, a company and a representative each their own, and everybody the common', () => {
    expect(input('applicant.name')?.when).toBe('applicant.kind = "person"');
    expect(input('applicant.organisation-name')?.when).toBe('applicant.kind != "person"');
    expect(input('representative.name')?.when).toBe('applicant.representative = true');
    expect(input('detail.seedlings')).toMatchObject({ required: true });
    expect(input('detail.seedlings')?.when).toBeUndefined();
    expect(input('detail.season')).toMatchObject({ required: false, when: 'applicant.kind = "person"' });
  });

  it('ask for files as evidence, compulsory only where every form says so', () => {
    const byElement = new Map(grove()?.evidence.map((one) => ['element' in one ? one.element : '', one]));
    expect(byElement.get('paper.licence')).toMatchObject({ required: true, when: 'applicant.kind != "person"' });
    expect(byElement.get('paper.plan')).toMatchObject({ required: false, name: { ru: 'План посадки' } });
  });
});

describe('the dictionary', () => {
  it('has a datum that two services ask for once', () => {
    expect(pack.elements.filter(({ label }) => label.ru === 'Сколько саженцев')).toHaveLength(1);
    const [lamp] = pack.services;
    expect(lamp?.inputs.map(({ element }) => element)).toContain('detail.seedlings');
  });

  it('knows kinds of answers, choices and limits, and takes the place from the map', () => {
    const byId = new Map(pack.elements.map((element) => [element.id, element]));
    expect(byId.get('detail.seedlings')).toMatchObject({ type: 'integer', min: 1 });
    expect(byId.get('detail.season')?.choices?.map(({ value }) => value)).toEqual(['vesnoi', 'oseniu']);
    expect(byId.get('place.place-address')).toMatchObject({
      type: 'address',
      from: 'place.address',
      label: { ru: 'Где растёт роща' },
    });
    expect(byId.get('applicant.passport-number')).toMatchObject({ pattern: '^[0-9]{6}$', example: '123456' });
    expect(byId.get('representative.phone')?.type).toBe('phone');
  });

  it('marks what nobody translated', () => {
    const label = pack.elements.find(({ id }) => id === 'detail.season');
    expect(label).toMatchObject({ label: { tt: 'Когда сажать' }, unverified: ['label.tt', 'label.en', 'choices'] });
    expect(report.texts.withoutTatar).toBeGreaterThan(10);
    expect(pack.elements.find(({ id }) => id === 'applicant.name')?.label.tt).toBe('Фамилия, исем, атасының исеме');
  });
});

describe('what stands beside the forms', () => {
  it('becomes grounds: the same reason in other punctuation is one', () => {
    expect(grove()?.grounds.map(({ text }) => text.ru)).toEqual([
      'Здесь растёт другая роща',
      'Другая «роща» здесь…',
      'Нет воды',
    ]);
    expect(pack.intakeGrounds.map(({ text }) => text.ru)).toEqual(['Заявление не подписано']);
  });

  it('becomes requests with what is asked, and registers with copied and entered fields', () => {
    expect(grove()?.requests).toMatchObject([{ id: 'park-grove-soil', question: { ru: 'Какая здесь почва' } }]);
    expect(grove()?.result.register).toBe('park-grove');
    expect(pack.registers[0]?.fields).toMatchObject([
      { element: 'detail.seedlings' },
      { id: 'plantedOn', type: 'date', label: { ru: 'Когда посажена' } },
    ]);
  });
});

describe('the report', () => {
  it('has a line for every schema, taken or not, and says what could not be', () => {
    expect(report.counts.applications).toMatchObject({ total: 1, taken: 1 });
    expect(report.counts.services).toMatchObject({ total: 5, taken: 5 });
    expect(ofSchema('service-results/lamp_painting_1')).toMatchObject({
      status: 'partly',
      notTaken: [expect.stringContaining('shade (Оттенок по каталогу)')],
    });
    expect(ofSchema('registries/park_grove_1')?.guessed).toContainEqual(expect.stringContaining('"datetime"'));
    expect(readable).toContain(
      'services/park_grove_planting_1.json: taken, into services/park-grove-planting version 1, an older one',
    );
    expect(readable).toContain('seedlings → detail.seedlings');
  });
});
