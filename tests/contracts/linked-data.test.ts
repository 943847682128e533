import { readdirSync } from 'node:fs';
import { DataFactory, type Quad } from 'n3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseTurtle, quadsOf } from '#platform/rdf/index.ts';
import { type City, publicUrl, testCity } from '#tests/support/city.ts';
import { type ApiDocument, operationsOf } from '#tests/support/contract.ts';
import { shapesReport } from '../../tools/shacl/report.ts';

const { literal, namedNode, quad } = DataFactory;
const cv = 'http://data.europa.eu/m8g/';
const dct = 'http://purl.org/dc/terms/';
const isA = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const publicService = 'http://purl.org/vocab/cpsv#PublicService';

const ask = (city: City, path: string, headers: Record<string, string> = {}) => city.http.request(path, { headers });
const statementsAt = async (city: City, path: string): Promise<Quad[]> =>
  quadsOf(await (await ask(city, path, { accept: 'application/ld+json' })).json());
const factsOf = (statements: readonly Quad[]): string[] =>
  statements.map(({ subject, predicate, object }) => JSON.stringify([subject, predicate, object])).sort();

describe.each(readdirSync('cities'))('the catalogue of %s as it is served', (folder) => {
  let city: City;
  let statements: Quad[];
  beforeAll(async () => {
    city = await testCity({ pack: `cities/${folder}` });
    statements = await statementsAt(city, '/catalogue/services');
  });
  afterAll(() => city.close());

  test('breaks no rule of CPSV-AP, and every service, situation and department was looked at', async () => {
    const report = await shapesReport(statements);
    expect(report.violations).toEqual([]);
    expect(report.conforms).toBe(true);
    const { services, situations, departments } = city.app.catalogue.current;
    const lookedAt = Object.fromEntries(report.shapes.map(({ shape, focusNodes }) => [shape, focusNodes]));
    expect(lookedAt).toMatchObject({
      PublicService: services.length,
      Event: situations.length,
      Agent: departments.length + 1,
      // The usual cost of each, and those in other cases.
      Cost: services.reduce((sum, { fee }) => sum + 1 + (fee.cases ?? []).length, 0),
      Dataset: 1,
    });
  });

  test('names every service in every language of the city, and in no other', () => {
    const { services, city: about } = city.app.catalogue.current;
    for (const { id, name } of services) {
      const titles = statements.filter(
        ({ subject, predicate }) =>
          subject.value === `${publicUrl}/catalogue/services/${id}` && predicate.value === `${dct}title`,
      );
      const told = titles.map(({ object }) => ('language' in object ? [object.language, object.value] : []));
      expect(told.sort()).toEqual(about.languages.map((language) => [language, name[language]]).sort());
    }
  });

  test('says the same in every form', async () => {
    for (const accept of ['text/turtle', 'application/n-triples']) {
      const text = await (await ask(city, '/catalogue/services', { accept })).text();
      expect(factsOf(parseTurtle(text))).toEqual(factsOf(statements));
    }
  });

  test('can be read a service or a situation at a time, each whole enough for the shapes', async () => {
    const { services, situations } = city.app.catalogue.current;
    const some = [...services.slice(0, 8).map(({ id }) => `services/${id}`), `situations/${situations[0]?.id}`];
    for (const path of some) {
      const part = await statementsAt(city, `/catalogue/${path}`);
      expect((await shapesReport(part)).violations).toEqual([]);
      expect(part.length).toBeLessThan(statements.length);
    }
  });
});

describe('the form of the catalogue', () => {
  let city: City;
  beforeAll(async () => {
    city = await testCity();
  });
  afterAll(() => city.close());

  test('is what Accept wants most, and JSON-LD where it wants nothing', async () => {
    const typeFor = async (accept?: string) => {
      const answer = await ask(city, '/catalogue/services', accept === undefined ? {} : { accept });
      expect(answer.headers.get('vary')).toBe('Accept');
      return answer.headers.get('content-type');
    };
    expect(await typeFor()).toBe('application/ld+json');
    expect(await typeFor('text/turtle')).toBe('text/turtle; charset=utf-8');
    expect(await typeFor('application/n-triples;q=0.9, text/turtle;q=0.3')).toBe('application/n-triples');
    expect(await typeFor('application/ld+json;q=0.1, */*;q=0.5')).toBe('text/turtle; charset=utf-8');
  });

  test('that is not there is refused in words, naming those that are', async () => {
    const answer = await ask(city, '/catalogue/services', { accept: 'application/rdf+xml', 'accept-language': 'en' });
    expect(answer.status).toBe(406);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect((await answer.json()).detail).toContain('text/turtle');
  });

  test('leads a person to the page', async () => {
    const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
    const ways: [string, string][] = [
      ['/catalogue/services', '/'],
      ['/catalogue/services/urban-plan', '/services/urban-plan'],
      ['/catalogue/situations/build-office', '/situations/build-office'],
    ];
    for (const [path, page] of ways) {
      const answer = await ask(city, path, browser);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, page]);
    }
    // Of a department there is no page: the browser gets the statements.
    expect((await ask(city, '/catalogue/departments/uaig', browser)).headers.get('content-type')).toMatch(/ld\+json/);
    expect((await ask(city, '/catalogue/services/no-such')).status).toBe(404);
  });

  test('has an ETag of its own, and is not sent again to whoever has it', async () => {
    const seen = new Set<string>();
    for (const accept of ['application/ld+json', 'text/turtle', 'application/n-triples']) {
      for (const path of ['/catalogue/services', '/catalogue/services/urban-plan']) {
        const etag = (await ask(city, path, { accept })).headers.get('etag') ?? '';
        seen.add(etag);
        const again = await ask(city, path, { accept, 'if-none-match': `"other", W/${etag}` });
        expect([again.status, await again.text()]).toEqual([304, '']);
        expect((await ask(city, path, { accept, 'if-none-match': '"other"' })).status).toBe(200);
      }
    }
    expect(seen.size).toBe(6);
  });

  test('is described in OpenAPI with every media type that is really given', async () => {
    const document: ApiDocument = await (await ask(city, '/api/v1/openapi.json')).json();
    const described = operationsOf(document).filter(({ server }) => server === '');
    expect(described.map(({ path }) => path)).toEqual([
      '/catalogue/services',
      '/catalogue/services/{id}',
      '/catalogue/situations/{id}',
    ]);
    for (const { path, operation } of described) {
      const real = path.replace('services/{id}', 'services/urban-plan').replace('{id}', 'build-office');
      for (const accept of Object.keys(operation.responses['200']?.content ?? {})) {
        const answer = await ask(city, real, { accept });
        expect(answer.headers.get('content-type')?.split(';')[0]).toBe(accept);
      }
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['303', '304', '406']));
    }
  });
});

describe('the shapes', () => {
  let sound: Quad[];
  beforeAll(async () => {
    const city = await testCity({ pack: 'cities/zarechny' });
    sound = await statementsAt(city, '/catalogue/services');
    await city.close();
  });

  const service = `${publicUrl}/catalogue/services/street-event`;
  const without = (subject: string, predicate: string) => (all: Quad[]) =>
    all.filter((one) => !(one.subject.value === subject && one.predicate.value === predicate));
  const withAlso = (subject: string, predicate: string, object: Quad['object']) => (all: Quad[]) => [
    ...all,
    quad(namedNode(subject), namedNode(predicate), object as ReturnType<typeof namedNode>),
  ];
  const double = namedNode('http://www.w3.org/2001/XMLSchema#double');
  const place = `${publicUrl}/catalogue/place`;

  const faults: [string, (all: Quad[]) => Quad[], { shape: string; rule: string }][] = [
    ['a service without a title', without(service, `${dct}title`), { shape: 'PublicService', rule: 'MinCount' }],
    [
      'a service for which nobody is competent',
      without(service, `${cv}hasCompetentAuthority`),
      { shape: 'PublicService', rule: 'MinCount' },
    ],
    [
      'a service with two identifiers',
      withAlso(service, `${dct}identifier`, literal('other')),
      { shape: 'PublicService', rule: 'MaxCount' },
    ],
    [
      'a title without a language',
      withAlso(service, `${dct}title`, literal('Street event')),
      { shape: 'PublicService', rule: 'Datatype' },
    ],
    [
      'two titles in one language',
      withAlso(service, `${dct}title`, literal('Another', 'en')),
      { shape: 'OnceInALanguage', rule: 'UniqueLang' },
    ],
    [
      'an authority that is of another class',
      withAlso(service, `${cv}hasCompetentAuthority`, namedNode(place)),
      { shape: 'PublicService', rule: 'Class' },
    ],
    [
      'a processing time that is no duration',
      withAlso(service, `${cv}processingTime`, literal('five working days')),
      { shape: 'PublicService', rule: 'Datatype' },
    ],
    [
      'an event that groups services and has no name',
      without(`${publicUrl}/catalogue/situations/street-party`, `${dct}title`),
      { shape: 'Event', rule: 'MinCount' },
    ],
    [
      'a cost below nothing',
      withAlso(`${service}/cost`, `${cv}hasValue`, literal('-1', double)),
      { shape: 'Money', rule: 'MinInclusive' },
    ],
    [
      'a department without a territory',
      without(`${publicUrl}/catalogue/departments/authority`, `${dct}spatial`),
      { shape: 'PublicOrganisation', rule: 'MinCount' },
    ],
    [
      'a language that is not of the table',
      withAlso(service, `${dct}language`, namedNode('urn:language:en')),
      { shape: 'Tables', rule: 'Pattern' },
    ],
    [
      'a catalogue that nobody publishes',
      without(`${publicUrl}/catalogue/services`, `${dct}publisher`),
      { shape: 'Dataset', rule: 'MinCount' },
    ],
    [
      'a rule that is called a service',
      withAlso(`${service}/rule`, isA, namedNode(publicService)),
      { shape: 'PublicService', rule: 'MinCount' },
    ],
  ];

  test.each(faults)('find %s', async (_name, plant, found) => {
    expect((await shapesReport(sound)).violations).toEqual([]);
    const { conforms, violations, shapes } = await shapesReport(plant(sound));
    expect(conforms).toBe(false);
    expect(violations).toContainEqual(expect.objectContaining(found));
    expect(shapes.find(({ shape }) => shape === found.shape)?.violations).toBeGreaterThan(0);
  });
});

test('a document that leans on a context elsewhere is refused, and nothing is fetched', async () => {
  const document = { '@context': 'https://schema.org/', '@graph': [] } as unknown as Parameters<typeof quadsOf>[0];
  const message = expect.stringContaining('leans on https://schema.org/');
  await expect(quadsOf(document)).rejects.toMatchObject({ details: { cause: { message } } });
});
