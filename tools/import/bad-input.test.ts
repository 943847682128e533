import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { checkPack } from '#modules/catalogue/index.ts';
import { groveSchemas, run, schemaFolder } from './small-schemas.fixture.ts';

const folders: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((remove) => remove()));
});

type Schemas = Parameters<typeof schemaFolder>[0];

async function imported(schemas: Schemas, ...options: string[]) {
  const folder = await schemaFolder(schemas);
  folders.push(folder.remove);
  const file = `${folder.root}/report.json`;
  const args = ['import', 'edoc', folder.dir, '--out', folder.out, '--name', 'Роща', '--report', file, '--json'];
  const result = await run(...args, ...options);
  return { ...result, ...folder, file };
}

const field = (schema: unknown) => ({ 'services/bench_1': { type: 'object', properties: { seat: schema } } });

async function elementsOf(schemas: Schemas) {
  const { out, code } = await imported(schemas);
  const { pack } = await checkPack(out);
  return { code, elements: pack?.elements.map(({ id, type }) => `${id} ${type}`) };
}

describe('a folder or option that cannot be meant', () => {
  it('is named, with what to do, and nothing is written', async () => {
    expect(await run('import')).toMatchObject({ code: 2, complained: expect.stringContaining('edoc or calendar') });
    expect(await run('import', 'edoc')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('name one folder'),
    });
    expect(await run('import', 'edoc', 'no-such')).toMatchObject({
      complained: expect.stringContaining('is not a folder'),
    });
    expect(await imported({})).toMatchObject({ code: 2, complained: expect.stringContaining('holds no .json file') });
    const strange = await imported({ 'forms/bench_1': { type: 'object', properties: {} } });
    expect(strange).toMatchObject({ code: 2, complained: expect.stringContaining('applications/, services/') });
    await expect(readdir(strange.out)).rejects.toThrow('ENOENT');
  });

  it('is a city without a name, a day that is none, a department nobody has', async () => {
    const { dir, out } = await imported({});
    expect((await run('import', 'edoc', dir, '--out', out)).code).toBe(2);
    expect((await imported(groveSchemas, '--effective', '31.01.2026')).complained).toContain('write it as 2026-01-31');
    expect((await imported(groveSchemas, '--term', 'soon')).complained).toContain('a number of days');
    expect((await imported(groveSchemas, '--like', 'no-such')).complained).toContain('names a pack');
    expect((await imported(groveSchemas, '--like', 'cities/kazan', '--department', 'kvbb')).complained).toContain(
      'kvb,',
    );
  });

  it('is a folder with something in it: nothing is overwritten', async () => {
    const folder = await schemaFolder();
    folders.push(folder.remove);
    await mkdir(folder.out);
    await writeFile(`${folder.out}/city.yaml`, 'id: mine\n');
    const { code, complained } = await run('import', 'edoc', folder.dir, '--out', folder.out, '--name', 'Роща');
    expect({ code, complained }).toMatchObject({ code: 2, complained: expect.stringContaining('is not empty') });
    expect(await readdir(folder.out)).toEqual(['city.yaml']);
  });
});

describe('a file that cannot be taken', () => {
  it('is named, the others are taken all the same, and the exit code says so', async () => {
    const { code, complained, printed } = await imported({ ...groveSchemas, 'applications/torn_1': '{"type": ' });
    expect(code).toBe(1);
    expect(complained).toMatch(/applications\/torn_1\.json: not taken: it is not readable as JSON .*import again/);
    expect(JSON.parse(printed).counts.applications).toMatchObject({ total: 2, taken: 1 });
  });

  it('is the second of two of one name', async () => {
    const { code, complained } = await imported({
      ...groveSchemas,
      'services/old/lamp_painting_1': { type: 'object', properties: {} },
    });
    expect(code).toBe(1);
    expect(complained).toContain('the same name as services/lamp_painting_1.json: rename one of the two');
  });
});

describe('a schema with mistakes', () => {
  it('may refer to itself: the circle is cut', async () => {
    const schemas = {
      ...field({ $ref: 'http://schemas.example.org/circle/a', title: 'Скамья' }),
      'definitions/circle/a': { $ref: 'http://schemas.example.org/circle/b' },
      'definitions/circle/b': { $ref: 'http://schemas.example.org/circle/a' },
      'applications/bench_1': {
        type: 'object',
        properties: { tree: { $ref: '#/definitions/tree', title: 'Дерево' } },
        definitions: {
          tree: {
            type: 'object',
            properties: { name: { type: 'string', title: 'Имя' }, branch: { $ref: '#/definitions/tree' } },
          },
        },
      },
    };
    expect(await elementsOf(schemas)).toEqual({
      code: 0,
      elements: ['detail.tree-name text', 'detail.tree-branch long-text', 'detail.seat text'],
    });
  });

  it('may refer to nothing: a like-named definition or its name says what is meant', async () => {
    const seat = { $ref: 'http://localhost:4000/moved/away/seat', title: 'Сиденье' };
    const known = { ...field(seat), 'definitions/wood/seat': { type: 'integer' } };
    expect((await elementsOf(known)).elements).toEqual(['detail.seat integer']);
    const missing = field({ $ref: 'http://schemas.example.org/size/area', title: 'Площадь' });
    expect((await elementsOf(missing)).elements).toEqual(['detail.seat decimal']);
    const scan = field({ $ref: 'http://schemas.example.org/paper/scanned_document', title: 'Чертёж' });
    expect((await elementsOf(scan)).elements).toEqual(['paper.seat files']);
  });

  it('may have types and keywords that JSON Schema does not know', async () => {
    const schemas = field({ type: 'guid', title: 'Номер', colour: 'green' });
    const { file } = await imported(schemas);
    const { default: report } = await import(file, { with: { type: 'json' } });
    const [schema] = report.schemas;
    expect(schema.guessed).toContainEqual(expect.stringContaining('"guid" is not JSON Schema'));
    expect(schema.notTaken).toContainEqual('seat: the keyword colour is not known: left out');
  });

  it('loads whatever stands in the place of a schema', async () => {
    const odd = [true, null, 7, {}, { type: 'null' }, { enum: [] }, { enum: ['одно'] }, { type: ['null', 'boolean'] }];
    const odder = [{ items: { items: { type: 'string' } } }, { type: 'object' }, { pattern: '(' }, { type: 'array' }];
    const properties = Object.fromEntries([...odd, ...odder].map((schema, index) => [`9 odd ${index}`, schema]));
    const { code, elements } = await elementsOf({ 'services/5': { type: 'object', properties } });
    expect(code).toBe(0);
    expect(elements).toHaveLength(10);
  });
});
