import { Writable } from 'node:stream';
import { Hono } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { type City, createBrowser, movableClock, publicUrl, smallCity } from '#tests/support/small-city.ts';
import { callerOf } from './caller.ts';
import { cameFrom } from './csrf.ts';
import type { HttpEnv } from './env.ts';
import { httpProblems, respondToError, withoutBrowser } from './index.ts';
import { preferredLanguage } from './language.ts';
import { safeReturnPath } from './return-path.ts';
import { contentSecurityPolicy } from './security-headers.ts';

let database: Database;
let city: City;
const clock = movableClock();
beforeAll(async () => {
  database = await testDatabase();
  city = await smallCity({ db: database.db, clock });
});
afterAll(() => database.close());

const asProgram = { accept: 'application/json' };

describe('a forged request', () => {
  const signedIn = async () => {
    const browser = createBrowser(city.app);
    await browser.signIn('resident-1');
    return { browser, csrf: (await browser.me()).csrf };
  };

  test('with the token of the page is no forgery', async () => {
    const { browser, csrf } = await signedIn();
    const sent = await browser.send('/drafts/1', { form: { csrf, note: 'мой участок' } });
    expect(await sent.json()).toEqual({ note: 'мой участок' });
  });

  test('without the token is refused, in words that say what to do', async () => {
    const { browser } = await signedIn();
    const refused = await browser.send('/drafts/1', { form: { note: 'x' } });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('обновите страницу');
  });

  test('with the token of somebody else is refused', async () => {
    const { browser } = await signedIn();
    const other = await signedIn();
    expect((await browser.send('/drafts/1', { form: { csrf: other.csrf, note: 'x' } })).status).toBe(403);
  });

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': '', origin: 'https://evil.example' },
    { 'sec-fetch-site': '', origin: 'null' },
  ])('from another site is refused even with the token: %j', async (headers) => {
    const { browser, csrf } = await signedIn();
    expect((await browser.send('/drafts/1', { form: { csrf, note: 'x' }, headers })).status).toBe(403);
  });

  test('an upload carries the token as its first field and reaches the route whole', async () => {
    const { browser, csrf } = await signedIn();
    const body = new FormData();
    body.set('csrf', csrf);
    body.set('file', new Blob([new Uint8Array(3_000_000)]), 'plan.pdf');
    body.set('note', 'после файла');
    expect(await (await browser.send('/drafts/1', { body })).json()).toEqual({ note: 'после файла' });
    body.set('csrf', 'x');
    expect((await browser.send('/drafts/1', { body })).status).toBe(403);
  });

  test('a program without cookies needs no token, only a right', async () => {
    const answer = await city.app.request(`${publicUrl}/drafts/1`, { method: 'POST', headers: asProgram, body: '{}' });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'people/sign-in-needed' });
  });

  test('a guest gets a key with the first form, and from then on a token', async () => {
    const browser = createBrowser(city.app);
    expect((await browser.me()).csrf).toBe('');
    await browser.send('/drafts/1', { form: { note: 'x' } });
    const { csrf, actor } = await browser.me();
    expect(actor).toMatchObject({ kind: 'anonymous', guestKey: expect.stringMatching(/^[\w-]{43}$/) });
    expect(actor.guestKey).not.toBe(browser.cookie('guest'));
    expect((await browser.send('/drafts/1', { form: { note: 'x' } })).status).toBe(403);
    expect((await browser.send('/drafts/1', { form: { note: 'x', csrf }, headers: asProgram })).status).toBe(401);
  });

  test('where a request came from is what only browsers write', () => {
    expect(cameFrom({ site: 'same-origin' }, publicUrl)).toBe('here');
    expect(cameFrom({ site: 'none', origin: publicUrl }, publicUrl)).toBe('here');
    expect(cameFrom({ site: 'none' }, publicUrl)).toBe('unknown');
    expect(cameFrom({ origin: `${publicUrl}0` }, publicUrl)).toBe('elsewhere');
  });
});

describe('limits', () => {
  const limits = {
    'sign-in': { hits: 5, seconds: 300 },
    filing: { hits: 1, seconds: 1 },
    upload: { hits: 1, seconds: 1 },
    tracking: { hits: 1, seconds: 1 },
  };

  test('somebody who begins to sign in again and again has to wait, as long as the answer says', async () => {
    const limited = await smallCity({ db: database.db, clock, limits });
    clock.pass({ hours: 1 });
    const browser = createBrowser(limited.app);
    const statuses = [];
    for (let count = 0; count < 7; count += 1) statuses.push((await browser.send('/sign-in')).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
    const refused = await browser.send('/sign-in', { headers: asProgram });
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(300);
    expect(await refused.json()).toMatchObject({ code: 'http/rate-limited', params: { retryAfter: wait } });
    clock.pass({ minutes: 10 });
    expect((await browser.send('/sign-in')).status).toBe(303);
  });

  test('two processes share one count', async () => {
    const [one, two] = [
      await smallCity({ db: database.db, clock, limits }),
      await smallCity({ db: database.db, clock, limits }),
    ];
    clock.pass({ hours: 1 });
    const statuses = [];
    for (const process of [one, two, one, two, one, two])
      statuses.push((await createBrowser(process.app).send('/sign-in')).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
  });
});

describe('every response', () => {
  test('forbids foreign and inline scripts, framing and guessing of types', async () => {
    const { headers } = await city.app.request(`${publicUrl}/`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("worker-src 'self'");
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'/);
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('has a nonce of its own', async () => {
    const nonce = async () =>
      /'nonce-([^']+)'/.exec(
        (await city.app.request(`${publicUrl}/`)).headers.get('content-security-policy') ?? '',
      )?.[1];
    expect(await nonce()).not.toBe(await nonce());
  });

  test('by https insists on https, and lets forms lead to the sign-in provider', () => {
    const policy = contentSecurityPolicy('n', { isHttps: true, formTargets: ['https://login.example'] });
    expect(policy).toContain("form-action 'self' https://login.example");
    expect(policy).toContain('upgrade-insecure-requests');
  });

  test('carries the id of its request: ours, or a sane one that was sent', async () => {
    const idFor = async (sent: string) =>
      (await city.app.request(`${publicUrl}/`, { headers: { 'x-request-id': sent } })).headers.get('x-request-id');
    expect(await idFor('trace-12345678')).toBe('trace-12345678');
    expect(await idFor('short')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idFor('"><script>alert(1)</script>')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

/** What a log writes, line by line. */
function kept() {
  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { lines, sink };
}

describe('the log', () => {
  test('names what was asked for by its id, and never the secret address of a calendar feed', async () => {
    const { lines, sink } = kept();
    const app = new Hono<HttpEnv>();
    app.use(withoutBrowser({ log: pino(sink), trustedProxies: 0, isHttps: false }));
    app.onError(respondToError(httpProblems));
    app.get('/broken/*', () => {
      throw new TypeError('broken');
    });
    const token = Buffer.alloc(32, 7).toString('base64url');
    for (const path of ['/applications/0193a1f0-0000-7000-8000-000000000001', `/calendar/${token}.ics`])
      for (const before of ['', '/broken']) await app.request(before + path);
    expect(JSON.stringify(lines)).not.toContain(token);
    expect(new Set(lines.map(({ path }) => path))).toEqual(
      new Set([
        '/applications/0193a1f0-0000-7000-8000-000000000001',
        '/broken/applications/0193a1f0-0000-7000-8000-000000000001',
        '/calendar/—.ics',
        '/broken/calendar/—.ics',
      ]),
    );
  });
});

describe('an error', () => {
  test('of ours shows its number and nothing of its inside, and leaves one log line with that number', async () => {
    const { lines, sink } = kept();
    const app = new Hono<HttpEnv>();
    app.onError(respondToError(httpProblems));
    app.use(withoutBrowser({ log: pino(sink), trustedProxies: 0, isHttps: false }));
    app.get('/broken', () => {
      throw new TypeError('the inside of the city');
    });
    const answer = await app.request('/broken', { headers: { ...asProgram, 'accept-language': 'en' } });
    const body = await answer.text();
    const { requestId } = JSON.parse(body);
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(body).not.toContain('inside of the city');
    const errors = lines.filter((line) => line.level === 50);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ requestId, err: { message: 'the inside of the city' } });
    expect(requestId).toBe(answer.headers.get('x-request-id'));
  });

  test('of the caller names each wrong field by a JSON Pointer', async () => {
    const app = new Hono<HttpEnv>();
    app.onError(respondToError(httpProblems));
    app.use(withoutBrowser({ log: pino({ level: 'silent' }), trustedProxies: 0, isHttps: false }));
    app.post('/api/v1/x', async (c) =>
      c.json(z.object({ 'a/b': z.object({ list: z.array(z.int()) }), name: z.string() }).parse(await c.req.json())),
    );
    const send = (body: string) =>
      app.request('/api/v1/x', { method: 'POST', body, headers: { ...asProgram, 'accept-language': 'en' } });
    const wrong = await send('{"a/b":{"list":[1,"x"]}}');
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({
      type: '/problems/http/invalid',
      errors: [
        { pointer: '#/a~1b/list/1', code: 'invalid_type' },
        { pointer: '#/name', code: 'missing', detail: 'is required' },
      ],
    });
    expect((await send('{"a')).status).toBe(400);
  });

  test('names its kind by an address where a developer reads what it means', async () => {
    const answer = await city.app.request(`${publicUrl}/drafts/1`, { headers: asProgram });
    const { type } = await answer.json();
    const page = await city.app.request(publicUrl + type, { headers: { 'accept-language': 'en' } });
    expect(await page.text()).toContain('You need to sign in');
    expect((await city.app.request(`${publicUrl}/problems/constructor/name`, { headers: asProgram })).status).toBe(404);
  });

  test('on a page says in the reader’s language what to do', async () => {
    const page = await city.app.request(`${publicUrl}/nowhere`, {
      headers: { accept: 'text/html', 'accept-language': 'tt' },
    });
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('Мондый бит юк');
  });
});

describe('the language', () => {
  test.each([
    ['tt-RU,tt;q=0.9,ru;q=0.8', 'tt'],
    ['en-GB', 'en'],
    ['de,fr;q=0.9,en;q=0.5,ru;q=0.7', 'ru'],
    ['tt;q=0,en', 'en'],
    ['*', undefined],
    ['', undefined],
  ])('wished for by %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  test('chosen by the address is remembered, and an unknown one changes nothing', async () => {
    const browser = createBrowser(city.app);
    expect((await browser.me()).language).toBe('ru');
    await browser.send('/?lang=tt');
    expect((await browser.me()).language).toBe('tt');
    await browser.send('/?lang=xx');
    expect((await browser.me()).language).toBe('tt');
  });
});

describe('behind proxies', () => {
  const url = 'http://10.0.0.1:8080/';
  const forwarded = {
    peer: '10.0.0.9',
    url,
    forwardedFor: '6.6.6.6, 203.0.113.7, 10.0.0.8',
    forwardedProto: 'https',
    forwardedHost: 'berdem.example',
  };

  test('nobody’s word is taken when there is no proxy of ours', () => {
    expect(callerOf(forwarded, 0)).toEqual({ address: '10.0.0.9', origin: 'http://10.0.0.1:8080' });
  });

  test('the caller is the address that the outermost of our proxies saw, not what the caller wrote', () => {
    expect(callerOf(forwarded, 2)).toEqual({ address: '203.0.113.7', origin: 'https://berdem.example' });
    expect(callerOf({ ...forwarded, forwardedFor: 'nonsense' }, 1).address).toBe('10.0.0.9');
  });
});

test.each([
  ['/drafts/7?page=2#name', '/drafts/7?page=2#name'],
  ['/төзү', '/%D1%82%D3%A9%D0%B7%D2%AF'],
  [undefined, '/'],
  ['https://evil.example', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/.//evil.example', '/'],
  ['/x/..//evil.example', '/'],
  ['/sign-out', '/'],
  [`/${'a'.repeat(3000)}`, '/'],
])('a way back to %j leads to %j', (wished, path) => {
  expect(safeReturnPath(wished)).toBe(path);
});
