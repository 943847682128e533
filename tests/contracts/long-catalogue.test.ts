import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPack, type Pack } from '#modules/catalogue/index.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { largePack } from '#tests/support/large-catalogue.ts';

let city: City;
let rules: Pack;
beforeAll(async () => {
  const loaded = await loadPack('cities/kazan');
  if (!loaded.ok) throw new Error('Kazan does not load');
  rules = largePack(loaded.value, 2_000);
  city = await testCity({ rules, pages: true });
});
afterAll(() => city.close());

async function read(path: string): Promise<string> {
  const response = await city.http.request(`http://localhost:4321${path}`, { headers: { accept: 'text/html' } });
  expect(response.status, path).toBe(200);
  return (await response.text()).replaceAll('&amp;', '&');
}

const servicesOn = (html: string): string[] =>
  [...html.matchAll(/href="\/services\/([\w-]+)"/g)].flatMap(([, id]) => id ?? []);

test('a start page of two thousand services stays short: it leads to a list for each department', async () => {
  const html = await read('/');
  expect(servicesOn(html)).toEqual([]);
  expect(html.length).toBeLessThan(40_000);
  expect(html).toContain('href="/services?department=kvb"');
});

test('whoever turns the pages of a department sees each of its services once, and can turn back', async () => {
  const expected = rules.services.filter(({ department }) => department === 'kvb').map(({ id }) => id);
  const seen: string[] = [];
  const paths: string[] = [];
  for (let path: string | undefined = '/services?department=kvb'; path !== undefined; ) {
    paths.push(path);
    const html = await read(path);
    seen.push(...servicesOn(html));
    const [, previous] = /<a href="([^"]+)" rel="prev"/.exec(html) ?? [];
    expect(previous).toBe(paths.at(-2));
    path = /<a href="([^"]+)" rel="next"/.exec(html)?.[1];
  }
  expect(paths.length).toBeGreaterThan(2);
  expect(seen.toSorted()).toEqual(expected.toSorted());
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
