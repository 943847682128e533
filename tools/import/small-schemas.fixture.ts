import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { berdem } from '../berdem.ts';

type Schema = Readonly<Record<string, unknown>>;

const ref = (path: string, rest: Schema = {}): Schema => ({ $ref: `http://schemas.example.org/${path}`, ...rest });
const text = (title: string, rest: Schema = {}): Schema => ({ type: 'string', title, ...rest });
const form = (properties: Schema, rest: Schema = {}): Schema => ({ type: 'object', properties, ...rest });

const fullName = form({ name: text('Имя'), surname: text('Фамилия'), patronymic: text('Отчество') });
const files = { type: 'array', minItems: 1, items: { type: 'string', format: 'data-url' } };
const outline = form({ type: { enum: ['Polygon', 'FeatureCollection'] } });

/** What the forms below refer to: a person, a company, a representative, a place, files. */
const definitions: Record<string, Schema> = {
  'person/name': fullName,
  'person/applicant': form(
    { fio: ref('person/name', { title: 'ФИО' }), passport_number: text('Паспорт', { pattern: '^[0-9]{6}$' }) },
    { required: ['fio', 'passport_number'] },
  ),
  'party/company': form({ inn: text('ИНН'), ogrn: text('ОГРН'), name: text('Название') }),
  'party/agent': form(
    { fio: ref('person/name', { title: 'ФИО' }), mobile: text('Телефон') },
    { required: ['fio', 'mobile'] },
  ),
  'place/address': form({ fias_id: text('Код'), value: text('Адрес строкой') }, { required: ['fias_id', 'value'] }),
  'place/on_map': form(
    { address: ref('place/address'), geoJSON: outline },
    { title: 'Где растёт роща', required: ['geoJSON'] },
  ),
  'paper/scan': { $ref: 'http://schemas.example.org/paper/files', title: 'Скан' },
  'paper/files': files,
};

const person = { applicant: ref('person/applicant', { title: 'Заявитель' }) };
const company = { organization: ref('party/company', { title: 'Заявитель' }) };
const agent = { agent: ref('party/agent', { title: 'Представитель' }) };
const place = { place: ref('place/on_map') };
const count = { seedlings: { type: 'integer', title: 'Сколько саженцев', minimum: 1 } };
const season = { season: text('Когда сажать', { enum: ['весной', 'осенью'] }) };
const plan = { plan: ref('paper/scan', { title: 'План посадки' }) };
const required = (...names: string[]) => ({ required: names });
const reasons = (...texts: string[]): Schema => ({
  reject_reasons: { type: 'array', title: 'Причина отказа', items: { type: 'string', enum: texts } },
});

/** Schemas of an invented city, of the shape in which such a system publishes them. */
export const groveSchemas: Readonly<Record<string, Schema>> = {
  ...Object.fromEntries(Object.entries(definitions).map(([path, schema]) => [`definitions/${path}`, schema])),
  'applications/park_grove_planting_natural_person_2': form({ ...person, ...place }, required('applicant', 'place')),
  'services/park_grove_planting_natural_person_2': form(
    { ...person, ...place, ...count, ...season, ...plan },
    required('applicant', 'seedlings', 'plan'),
  ),
  'services/park_grove_planting_natural_person_with_agent_2': form(
    { ...person, ...agent, ...place, ...count, ...season, ...plan },
    required('applicant', 'agent', 'seedlings', 'plan'),
  ),
  'services/park_grove_planting_legal_entity_2': form(
    { ...company, ...agent, ...place, ...count, ...plan, licence: ref('paper/scan', { title: 'Лицензия садовника' }) },
    required('organization', 'seedlings', 'licence'),
  ),
  'services/park_grove_planting_1': form({ ...company, ...count, old_note: text('Заметка старого образца') }),
  'services/lamp_painting_1': form({ ...person, ...count, ...season, colour: text('Цвет') }),
  'service-refusals/park_grove_planting_legal_entity_2': form(
    reasons('Здесь растёт другая роща', 'Другая «роща» здесь…'),
  ),
  'service-refusals/park_grove_planting_natural_person_2': form(reasons('Здесь растёт, другая роща', 'Нет воды')),
  'application-refusals/lamp_painting_1': form({ ...reasons('Заявление не подписано'), response_text: text('Ответ') }),
  'service-results/lamp_painting_1': form({ response_text: text('Ответ'), shade: text('Оттенок по каталогу') }),
  'queries/park_grove_soil_1': form({ depth: text('Глубина ямы') }),
  'query-results/park_grove_soil_1': form({ soil: text('Какая здесь почва') }),
  'registries/park_grove_1': form({ ...count, planted_on: { type: 'datetime', title: 'Когда посажена' } }),
};

const bench = {
  bench_number: { type: 'int', title: 'Номер скамейки', minimum: 1 },
  broken_since: { type: 'timestamp', title: 'Когда сломалась' },
  remark: { type: 'text', title: 'Что с ней' },
  mending: text('Что сделать', { enum: ['починить на месте', 'заменить новой'] }),
};
// Nothing lies at this address: what it was is guessed by its name.
const benchPhoto = { bench_photo: ref('street/bench_photo', { title: 'Снимок скамейки' }) };

/** The same city with a third service, whose types are no types and one of whose references leads nowhere. */
export const townSchemas: Readonly<Record<string, Schema>> = {
  ...groveSchemas,
  'applications/lamp_painting_1': form({ ...person, ...place }, required('applicant', 'place')),
  'applications/bench_mending_1': form({ ...person, ...place }, required('applicant', 'place')),
  'services/bench_mending_1': form(
    { ...person, ...place, ...bench, ...benchPhoto },
    required('applicant', 'bench_number', 'broken_since', 'mending', 'bench_photo'),
  ),
  'service-refusals/bench_mending_1': form(reasons('Скамейка не городская')),
  'queries/bench_mending_owner_1': form({ owner: text('Чья это скамейка') }),
  'query-results/bench_mending_owner_1': form({ owner: text('Владелец скамейки') }),
  'registries/bench_mending_1': form({ ...bench, mended_on: { type: 'datetime', title: 'Когда починена' } }),
};

/** Writes schemas (a string stands for a file as it is) into a new folder; gives the folder and its end. */
export async function schemaFolder(schemas: Readonly<Record<string, Schema | string>> = groveSchemas) {
  const root = await mkdtemp(join(tmpdir(), 'berdem-import-'));
  const dir = join(root, 'schemas');
  await mkdir(dir);
  for (const [path, schema] of Object.entries(schemas)) {
    const file = join(dir, `${path}.json`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, typeof schema === 'string' ? schema : JSON.stringify(schema));
  }
  return { dir, out: join(root, 'grove'), root, remove: () => rm(root, { recursive: true }) };
}

/** Runs `berdem` and gives what it printed. */
export async function run(...args: string[]): Promise<{ code: number; printed: string; complained: string }> {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await berdem(args, { print: (line) => printed.push(line), complain: (line) => complained.push(line) });
  return { code, printed: printed.join('\n'), complained: complained.join('\n') };
}
