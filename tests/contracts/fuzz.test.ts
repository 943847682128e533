import type { RouteConfigEntry } from '@react-router/dev/routes';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { type ApiDocument, operationsOf } from '#tests/support/contract.ts';
import { createBrowser } from '#tests/support/small-city.ts';
import { acceptCase, caseOf, draftGrant } from '#tests/support/whole-life.ts';
import pages from '../../src/routes.ts';

type Browser = ReturnType<typeof createBrowser>;
type Target = Readonly<{ method: string; path: string }>;

let city: City;
let targets: Target[];
/** Ids, numbers and names that mean something in this city. */
let known: string[];
const browsers: { browser: Browser; csrf: string }[] = [];

beforeAll(async () => {
  city = await testCity({ pages: true });
  targets = [...(await apiTargets()), ...pageTargets(pages), ...otherTargets];
  known = await somethingOfEverything();
  for (const subject of [undefined, 'resident-1', 'officer-uaig', 'auditor-1']) browsers.push(await browserOf(subject));
});
afterAll(() => city.close());

async function apiTargets(): Promise<Target[]> {
  const document: ApiDocument = await (await city.http.request('/api/v1/openapi.json')).json();
  return operationsOf(document).map(({ method, path, server }) => ({
    method,
    path: `${server}${path.replace(/\{(\w+)\}/g, ':$1')}`,
  }));
}

/** Every page is asked for and posted to. */
function pageTargets(entries: readonly RouteConfigEntry[], prefix = ''): Target[] {
  return entries.flatMap((entry) => {
    const path = entry.path === undefined ? prefix : `${prefix}/${entry.path}`;
    const own = entry.children
      ? []
      : [
          { method: 'GET', path: path || '/' },
          { method: 'POST', path: path || '/' },
        ];
    return [...own, ...pageTargets(entry.children ?? [], path)];
  });
}

const otherTargets: Target[] = [
  '/documents/:id',
  '/live?topic=:topic',
  '/problems/:code',
  '/sign-in',
  '/health/:which',
  '/:any',
].map((path) => ({ method: 'GET', path }));

async function somethingOfEverything(): Promise<string[]> {
  const { app } = city;
  const applicant = city.resident('resident-1');
  const { id, number, draftId } = await city.fileOffice(applicant);
  const plan = await caseOf(city, id, 'urban-plan');
  const officer = await acceptCase(city, plan);
  const ask = { caseId: plan.id, to: 'kzio', question: 'Чей участок?', documentIds: [] };
  const request = await app.requests.send(officer, ask);
  const decision = await draftGrant(city, plan);
  const open = (await app.applications.createDraft(applicant, { situationId: 'build-office' })).id;
  const ids = [id, number, draftId, plan.id, plan.number, request.id, decision.id, open];
  return [
    ...ids,
    'build-office',
    'urban-plan',
    'excavation-orders',
    'land',
    'site',
    'sketch',
    `application:${id}`,
    `case:${plan.id}`,
  ];
}

async function browserOf(subject: string | undefined) {
  const browser = createBrowser(city.http);
  if (subject !== undefined) await browser.signIn(subject);
  const html = await (await browser.send('/sign-out')).text();
  return { browser, csrf: /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '' };
}

const nasty = fc.constantFrom(
  '%00',
  'а%00б',
  '%ED%A0%80',
  '%',
  '..%2F..%2Fetc%2Fpasswd',
  "'; drop table cases --",
  '0',
  '-1',
  'x'.repeat(3000),
  '[object Object]',
  '__proto__',
  'constructor',
  'department:uaig',
  'department:',
);
const part = fc.oneof(
  { weight: 5, arbitrary: fc.nat().map((n) => known[n % known.length] ?? '') },
  { weight: 2, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.constant('').map(() => newId()) },
  { weight: 2, arbitrary: nasty },
  { weight: 1, arbitrary: fc.string().map((text) => encodeURIComponent(text.toWellFormed())) },
);

const word = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  fc.constantFrom(
    '',
    '\0',
    'own',
    'take',
    'accept',
    'granted',
    'refused',
    '2026-13-45',
    '{"type":"Polygon"}',
    '49.1,55.7',
    '1e999',
  ),
  fc.nat().map((n) => known[n % known.length] ?? ''),
);
const fieldName = fc.oneof(
  fc.constantFrom(
    'act',
    'value',
    'place',
    'cadastralNumber',
    'address',
    'outline',
    'point',
    'applicant',
    'grounds',
    'text',
  ),
  fc.constantFrom(
    'comment',
    'to',
    'question',
    'kind',
    'outcome',
    'number',
    'on',
    'after',
    'list',
    'q',
    'shown',
    'stay',
    'site.photo:remove',
  ),
  fc.string(),
);
const body = fc.oneof(
  fc.record({ kind: fc.constant('form' as const), fields: fc.array(fc.tuple(fieldName, word), { maxLength: 6 }) }),
  fc.record({
    kind: fc.constant('json' as const),
    value: fc.oneof(fc.jsonValue(), fc.dictionary(fieldName, fc.jsonValue())),
  }),
  fc.record({
    kind: fc.constant('command' as const),
    draftId: fc.nat().map((n) => known[n % known.length]),
    situationId: fc.constantFrom('build-office', '\0', 'x'),
    questionId: word,
    value: word,
    pageId: word,
    fields: fc.array(fc.tuple(fieldName, word), { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('raw' as const),
    text: fc.string(),
    type: fc.constantFrom('application/json', 'multipart/form-data', 'text/plain', 'multipart/form-data; boundary=x'),
  }),
);
const headers = fc.record(
  {
    accept: fc.constantFrom('text/html', 'application/json', '*/*', 'text/event-stream', ';;;'),
    'accept-language': fc.constantFrom('tt', 'en', 'zz-ZZ', '*', ';q=;q='),
    range: fc.constantFrom('bytes=0-1', 'bytes=-'),
    'if-none-match': fc.constantFrom('*', '"x"'),
    'x-request-id': fc.constantFrom('a', 'x'.repeat(500)),
  },
  { requiredKeys: [] },
);
const query = fc.oneof(
  fc.constant(''),
  fc.tuple(fieldName, word).map(([name, value]) => `?${new URLSearchParams([[name, value]])}`),
);

type Body = typeof body extends fc.Arbitrary<infer T> ? T : never;

/** The body as it is sent, with its type; commands are what the API takes, with whatever in their fields. */
function sent(one: Body, csrf: string): { body: string; type: string } {
  if (one.kind === 'raw') return { body: one.text, type: one.type };
  if (one.kind === 'json') return { body: JSON.stringify(one.value), type: 'application/json' };
  if (one.kind === 'form')
    return {
      body: new URLSearchParams([['csrf', csrf], ...one.fields]).toString(),
      type: 'application/x-www-form-urlencoded',
    };
  const { kind: _kind, ...command } = one;
  return { body: JSON.stringify(command), type: 'application/json' };
}

test('whatever anybody sends to whatever address, the city never breaks', async () => {
  const attempt = fc.record({
    target: fc.nat().map((n) => targets[n % targets.length] ?? { method: 'GET', path: '/' }),
    who: fc.nat({ max: 3 }),
    parts: fc.array(part, { minLength: 3, maxLength: 3 }),
    body,
    headers,
    query,
  });
  await fc.assert(
    fc.asyncProperty(attempt, async ({ target, who, parts, body: content, headers: sentHeaders, query: asked }) => {
      const { browser, csrf } = browsers[who] ?? { browser: createBrowser(city.http), csrf: '' };
      const filled = [...parts];
      const path = target.path.replace(/:\w+\??/g, () => filled.shift() ?? '').replace('*', () => filled.shift() ?? '');
      const { body: text, type } = sent(content, csrf);
      const isRead = target.method === 'GET';
      // How pages take a multipart form that breaks off is tried where files are received.
      fc.pre(!type.startsWith('multipart/') || target.path.startsWith('/api/'));
      const response = await browser.send(isRead && !path.includes('?') ? path + asked : path, {
        method: target.method,
        headers: {
          ...sentHeaders,
          'x-csrf-token': csrf,
          ...(isRead ? {} : { 'content-type': type, origin: 'http://localhost:4321' }),
        },
        ...(isRead ? {} : { text }),
      });
      await response.body?.cancel();
      expect(`${target.method} ${path} → ${response.status}`).toMatch(/→ [1234]\d\d$/);
    }),
    { numRuns: 1500, interruptAfterTimeLimit: 12_000, markInterruptAsFailure: false },
  );
}, 60_000);
