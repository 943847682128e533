import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPack, type Pack } from '#modules/catalogue/index.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { largePack } from '#tests/support/large-catalogue.ts';
import { createBrowser } from '#tests/support/small-city.ts';

let city: City;
let rules: Pack;
beforeAll(async () => {
  const loaded = await loadPack('cities/kazan');
  if (!loaded.ok) throw new Error('Kazan does not load');
  rules = largePack(loaded.value, 2_000);
  city = await testCity({ rules, pages: true });
});
afterAll(() => city.close());

async function read(path: string, send: (path: string) => Promise<Response> = sendAsGuest): Promise<string> {
  const response = await send(path);
  expect(response.status, path).toBe(200);
  return (await response.text()).replaceAll('&amp;', '&');
}

const sendAsGuest = async (path: string): Promise<Response> =>
  city.http.request(`http://localhost:4321${path}`, { headers: { accept: 'text/html' } });

/** Every page of a list from the first to the last, each leading back to the one before it. */
async function turnPages(first: string, send?: (path: string) => Promise<Response>): Promise<string[]> {
  const pages: string[] = [];
  const paths: string[] = [];
  for (let path: string | undefined = first; path !== undefined; ) {
    paths.push(path);
    const html = await read(path, send);
    pages.push(html);
    expect(/<a href="([^"]+)" rel="prev"/.exec(html)?.[1]).toBe(paths.at(-2));
    path = /<a href="([^"]+)" rel="next"/.exec(html)?.[1];
  }
  expect(pages.length).toBeGreaterThan(2);
  return pages;
}

const servicesOn = (html: string): string[] =>
  [...html.matchAll(/href="(?:\/work\/catalogue)?\/services\/([\w-]+)"/g)].flatMap(([, id]) => id ?? []);

test('a start page of two thousand services stays short: it leads to a list for each department', async () => {
  const html = await read('/');
  expect(servicesOn(html)).toEqual([]);
  expect(html.length).toBeLessThan(40_000);
  expect(html).toContain('href="/services?department=kvb"');
});

test('whoever turns the pages of a department sees each of its services once, and can turn back', async () => {
  const expected = rules.services.filter(({ department }) => department === 'kvb').map(({ id }) => id);
  const seen = (await turnPages('/services?department=kvb')).flatMap(servicesOn);
  expect(seen.toSorted()).toEqual(expected.toSorted());
});

test('a designer turns the pages of the catalogue, the narrowed one too, and sees each service once', async () => {
  const { send, signIn } = createBrowser(city.http as Parameters<typeof createBrowser>[0]);
  await signIn('administrator-1');
  const seen = async (path: string) => (await turnPages(path, send)).flatMap(servicesOn);
  expect(await seen('/work/catalogue')).toEqual(rules.services.map(({ id }) => id));
  const narrowed = rules.services.filter(({ digital }) => digital);
  expect(await seen('/work/catalogue?digital=yes')).toEqual(narrowed.map(({ id }) => id));
  const [first = '', second = ''] = await turnPages('/work/catalogue', send);
  expect(first).toContain('/work/catalogue/situations/build-office');
  expect(second).not.toContain('/work/catalogue/situations/build-office');
  expect(Math.max(first.length, second.length)).toBeLessThan(200_000);
});

test('a department that nobody knows has no page of services, and a service that is gone begins the list anew', async () => {
  const unknown = await city.http.request('http://localhost:4321/services?department=none', {
    headers: { accept: 'text/html' },
  });
  expect(unknown.status).toBe(404);
  const first = servicesOn(await read('/services?department=kvb'));
  expect(servicesOn(await read('/services?department=kvb&after=gone'))).toEqual(first);
});

test('a person finds the service that is meant among two thousand', async () => {
  expect(servicesOn(await read(`/search?q=${encodeURIComponent('ордер на раскопки')}`))[0]).toBe('excavation-order');
});
