import { matchesGlob } from 'node:path';
import { expect, test } from 'vitest';
import { packSchemas } from './json-schema.ts';

/** Schemas an editor would apply to a file of a city's folder. */
const appliedTo = (path: string): string[] =>
  packSchemas()
    .filter(({ files }) =>
      files.every((glob) => (glob.startsWith('!') ? !matchesGlob(path, glob.slice(1)) : matchesGlob(path, glob))),
    )
    .map(({ file }) => file);

test.each([
  ['city.yaml', 'city.schema.json'],
  ['elements/pages.yaml', 'pages.schema.json'],
  ['elements/site.yaml', 'elements.schema.json'],
  ['services/urban-plan/service.yaml', 'service.schema.json'],
  ['services/urban-plan/service.2.yaml', 'service-version.schema.json'],
  ['tests/search.yaml', 'search.schema.json'],
  ['tests/build-office.yaml', 'tests.schema.json'],
])('an editor checks %s by one schema', (path, schema) => {
  expect(appliedTo(path)).toEqual([schema]);
});

test('an editor can offer the keys of a service, say what they mean, and mark an unknown one', () => {
  const service = packSchemas().find(({ file }) => file === 'service.schema.json')?.schema;
  expect(service).toMatchObject({
    type: 'object',
    additionalProperties: false,
    properties: { department: { description: expect.stringMatching(/\w/) }, name: { required: ['ru', 'tt', 'en'] } },
    required: expect.arrayContaining(['id', 'term', 'fee', 'grounds']),
  });
});

test('each schema has a file of its own', () => {
  const files = packSchemas().map(({ file }) => file);
  expect(new Set(files).size).toBe(files.length);
});

test('a city that speaks two languages is asked for texts in two', () => {
  const textsOf = (...spoken: ('ru' | 'tt' | 'en')[]) => {
    const found = packSchemas(spoken).find(({ file }) => file === 'service.schema.json')?.schema;
    return JSON.stringify(found).match(/"required":\[(?:"(?:ru|tt|en)",?)+\]/g) ?? [];
  };
  expect(textsOf('ru', 'en').length).toBeGreaterThan(5);
  expect(new Set(textsOf('ru', 'en'))).toEqual(new Set(['"required":["ru","en"]']));
  expect(new Set(textsOf('ru', 'tt', 'en'))).toEqual(new Set(['"required":["ru","tt","en"]']));
});
