import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type City, publicUrl, testCity } from '#tests/support/city.ts';

type Thing = Readonly<Record<string, unknown>>;

const pageOf = async (city: City, path: string, language: string): Promise<string> =>
  (await city.http.request(path, { headers: { accept: 'text/html', 'accept-language': language } })).text();

/** What the page says of itself for search engines; there is one such element. */
function toldBy(html: string): readonly Thing[] {
  const found = [...html.matchAll(/<script type="application\/ld\+json" nonce="[^"]{20,}">(.*?)<\/script>/gs)];
  expect(found).toHaveLength(1);
  const about = JSON.parse(found[0]?.[1] ?? '');
  expect(about['@context']).toBe('https://schema.org');
  return about['@graph'];
}
function ofType(things: readonly Thing[], type: string): Thing {
  const found = things.find((thing) => thing['@type'] === type);
  if (found === undefined) throw new Error(`the page tells of no ${type}`);
  return found;
}

describe('what a page says for search engines', () => {
  let city: City;
  beforeAll(async () => {
    city = await testCity({ pages: true });
  });
  afterAll(() => city.close());

  test.each(['ru', 'tt', 'en'] as const)(
    'is a service of the government in the language of the page: %s',
    async (lang) => {
      const { services, departments, city: about } = city.app.catalogue.current;
      for (const service of services) {
        const html = await pageOf(city, `/services/${service.id}`, lang);
        expect(html).toContain(`<html lang="${lang}"`);
        const told = ofType(toldBy(html), 'GovernmentService');
        const url = `${publicUrl}/services/${service.id}`;
        expect(told).toMatchObject({
          '@id': url,
          name: service.name[lang],
          description: service.summary[lang],
          url,
          sameAs: `${publicUrl}/catalogue/services/${service.id}`,
          provider: {
            '@type': 'GovernmentOrganization',
            name: departments.find(({ id }) => id === service.department)?.name[lang],
            parentOrganization: { name: about.authority[lang] },
          },
          areaServed: { '@type': 'City', name: about.name[lang] },
          availableChannel: { '@type': 'ServiceChannel', serviceUrl: url, availableLanguage: ['ru', 'tt', 'en'] },
          serviceOutput: expect.arrayContaining([{ '@type': 'Thing', name: service.result.document[lang] }]),
        });
        expect(told.offers).toContainEqual(expect.objectContaining({ price: service.fee.amount / 100 }));
      }
    },
  );

  test.each(['ru', 'tt', 'en'] as const)('is, of a situation, the services it brings together: %s', async (lang) => {
    for (const situation of city.app.catalogue.current.situations) {
      const things = toldBy(await pageOf(city, `/situations/${situation.id}`, lang));
      const told = ofType(things, 'GovernmentService');
      expect(told).toMatchObject({ name: situation.name[lang], provider: { '@type': 'GovernmentOrganization' } });
      const { itemListElement: offers } = told.hasOfferCatalog as { itemListElement: { itemOffered: Thing }[] };
      const members = new Set(situation.items.flatMap((item) => ('service' in item ? [item.service] : [])));
      expect(
        offers.map(({ itemOffered: { url } }) => String(url).replace(`${publicUrl}/services/`, '')).sort(),
      ).toEqual([...members].sort());
      expect(ofType(things, 'BreadcrumbList').itemListElement).toMatchObject([
        { position: 1, name: city.app.catalogue.current.city.name[lang], item: `${publicUrl}/` },
        { position: 2, name: situation.name[lang], item: `${publicUrl}/situations/${situation.id}` },
      ]);
    }
  });

  test('adds at most two kilobytes to what a citizen loads', async () => {
    for (const path of ['/services/building-permit', '/situations/build-office']) {
      const html = await pageOf(city, path, 'ru');
      const without = html.replace(/<script type="application\/ld\+json".*?<\/script>/s, '');
      expect(gzipSync(html).length - gzipSync(without).length).toBeLessThan(2048);
    }
  });

  test('stands only where a service or situation is', async () => {
    expect(await pageOf(city, '/', 'ru')).not.toContain('ld+json');
  });
});

test('a name cannot end the element it stands in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'berdem-schema-org-'));
  cpSync('cities/zarechny', folder, { recursive: true });
  const file = join(folder, 'services/street-event/service.yaml');
  const nasty = "</script><b id='x'>&quot;<!--<script>";
  const text = readFileSync(file, 'utf8').replace(
    /^summary:.*\n( .*\n)*/m,
    `summary: { ru: "${nasty}", en: "${nasty}" }\n`,
  );
  writeFileSync(file, text);
  const city = await testCity({ pack: folder, pages: true });
  const html = await pageOf(city, '/services/street-event', 'en');
  expect(ofType(toldBy(html), 'GovernmentService')).toMatchObject({ description: nasty });
  expect(html).not.toContain("<b id='x'>");
  await city.close();
  rmSync(folder, { recursive: true });
});
