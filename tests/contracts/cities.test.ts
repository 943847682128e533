import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '#kernel/language.ts';
import { readConfig } from '#platform/config/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createSessions } from '#platform/sessions/index.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { createBrowser } from '#tests/support/small-city.ts';
import { byHost, type Site } from '../../src/by-host.ts';
import { checkApart, configOf } from '../../src/city-config.ts';
import { writeDraft } from '../../src/demo/write-draft.ts';
import { checkCity } from '../../src/wiring/pack-tests/check-city.ts';

const root = join(import.meta.dirname, '../../cities');
const folders = readdirSync(root);

describe('every city in cities/', () => {
  test.each(folders)('%s is sound, its tests hold, and it has some', async (folder) => {
    const { errors, cases, queries, pack } = await checkCity(join(root, folder));
    expect(errors).toEqual([]);
    expect(pack?.city.id).toBe(folder);
    expect(cases).toBeGreaterThanOrEqual(10);
    expect(queries).toBeGreaterThanOrEqual(5);
  });
});

let kazan: City;
let zarechny: City;
let sites: Site[];
beforeAll(async () => {
  kazan = await testCity();
  zarechny = await testCity({ pack: join(root, 'zarechny'), at: '2026-08-31T07:00:00Z' });
  sites = [kazan, zarechny].map(({ app, http }) => {
    const { city } = app.catalogue.current;
    return { city, publicUrl: `http://${city.hosts[0]}:4321`, http };
  });
});
afterAll(async () => {
  await zarechny.close();
  await kazan.close();
});

const plot = '99:07:0101002:4';

/** A party in Zarechny: filed, with its number. */
async function fileParty() {
  const resident = zarechny.resident('resident-1');
  const { draftId } = await writeDraft(zarechny.app, resident, {
    subject: { situationId: 'street-party' },
    triage: { traffic: 'yes', stalls: 'yes' },
    place: { cadastralNumber: plot },
  });
  return zarechny.app.applications.file(resident, { draftId, language: 'en' });
}

describe('a second city', () => {
  test('takes an application by its own rules: numbers, departments, calendar, map', async () => {
    const filed = await fileParty();
    expect(filed.number).toMatch(/^З-\d{5}\/2026$/);
    const { plan } = await zarechny.app.applications.getFiling(filed.id);
    expect(plan.items.flatMap(({ serviceId }) => serviceId ?? []).sort()).toEqual([
      'stall-place',
      'street-closing',
      'street-event',
    ]);
  });

  test('speaks its own languages: who asks for another reads the first', async () => {
    const languageOf = async (city: City, wish: string, query = '') => {
      const page = await city.http.request(`http://localhost:4321/problems/catalogue/unknown-service${query}`, {
        headers: { 'accept-language': wish },
      });
      return /<html lang="(\w+)"/.exec(await page.text())?.[1];
    };
    expect(await languageOf(kazan, 'tt')).toBe('tt');
    expect(await languageOf(zarechny, 'tt')).toBe('ru');
    expect(await languageOf(zarechny, 'tt, en;q=0.5')).toBe('en');
    expect(await languageOf(zarechny, 'en', '?lang=tt')).toBe('en');
    const [service] = zarechny.app.catalogue.current.services;
    expect(service?.name.tt).toBe(service?.name.ru);
  });

  test('shares no service, department, element or output with Kazan', () => {
    const idsOf = ({ app }: City) => {
      const { services, departments, elements, outputs, situations, registers } = app.catalogue.current;
      return [...services, ...departments, ...elements, ...outputs, ...situations, ...registers].map(({ id }) => id);
    };
    const inKazan = new Set(idsOf(kazan));
    expect(idsOf(zarechny).filter((id) => inKazan.has(id))).toEqual([]);
  });

  test('finds its own services only, in every language', () => {
    for (const language of languages as readonly Language[]) {
      expect(kazan.app.search('праздник на улице', language).map(({ id }) => id)).not.toContain('street-party');
      expect(zarechny.app.search('разрешение на строительство', language).map(({ id }) => id)).not.toContain(
        'building-permit',
      );
    }
  });
});

describe('what one city knows another never shows', () => {
  test('an application, its number, its plot', async () => {
    const filed = await fileParty();
    const resident = kazan.resident('resident-1');
    await expect(kazan.app.applications.readApplication(resident, filed.id)).rejects.toMatchObject({
      code: 'applications/unknown-application',
    });
    const { applications } = await kazan.app.applications.listMine(resident);
    expect(applications).toEqual([]);
    expect(await kazan.app.territory.findParcel(plot)).toBeUndefined();
    expect(await zarechny.app.territory.findParcel(plot)).toBeDefined();
  });

  test('somebody signed in here is a stranger there', async () => {
    const browser = createBrowser(kazan.http);
    await browser.signIn('resident-1');
    const cookie = browser.cookie('session') ?? '';
    const sessionIn = async ({ app: { db, clock } }: City) =>
      (await createSessions({ db, clock }).find(decodeURIComponent(cookie))).state;
    expect(await sessionIn(kazan)).toBe('live');
    expect(await sessionIn(zarechny)).toBe('unknown');
  });

  test('a database that belongs to a city is refused to another', async () => {
    await expect(testCity({ database: kazan.database, pack: join(root, 'zarechny') })).rejects.toThrow(
      'belongs to the city kazan',
    );
  });
});

describe('one process serves several cities', () => {
  const options = { log: createLog('silent'), trustedProxies: 0, isHttps: false };
  const cityAt = async (host: string, headers: Record<string, string> = {}, trustedProxies = 0) => {
    const http = byHost(sites, { ...options, trustedProxies });
    const answer = await http.request(`http://${host}/api/v1/services`, { headers });
    if (answer.status !== 200) return answer.status;
    const { services } = (await answer.json()) as { services: { id: string }[] };
    return services.some(({ id }) => id === 'street-event') ? 'zarechny' : 'kazan';
  };

  test('each under its host names, whatever the port or the case', async () => {
    expect(await cityAt('localhost:8080')).toBe('kazan');
    expect(await cityAt('kazan.localhost')).toBe('kazan');
    expect(await cityAt('zarechny.localhost:8080')).toBe('zarechny');
    expect(await cityAt('Zarechny.LOCALHOST')).toBe('zarechny');
  });

  test('by the name a trusted proxy passes on, and by no other', async () => {
    const forwarded = { 'x-forwarded-host': 'zarechny.localhost' };
    expect(await cityAt('localhost', forwarded)).toBe('kazan');
    expect(await cityAt('localhost', forwarded, 1)).toBe('zarechny');
  });

  test('an unknown host gets a page that leads to the cities', async () => {
    const answer = await byHost(sites, options).request('http://nowhere.example/', {
      headers: { 'accept-language': 'en' },
    });
    expect(answer.status).toBe(421);
    const page = await answer.text();
    expect(page).toContain('Which city do you need?');
    expect(page).toContain('href="http://zarechny.localhost:4321/"');
  });

  test('a single city takes every host', async () => {
    const http = byHost(sites.slice(0, 1), options);
    expect((await http.request('http://nowhere.example/api/v1/services')).status).toBe(200);
  });

  test('each in a folder and a database of its own', () => {
    const config = readConfig({
      DATA_DIR: '/srv/berdem',
      DATABASE_URL: 'postgres://city:secret@db:5432/berdem?sslmode=require',
      PUBLIC_URL: 'https://kazan.localhost',
    });
    expect(configOf(config, zarechny.app.catalogue.current)).toMatchObject({
      dataDir: join('/srv/berdem', 'zarechny'),
      databaseUrl: 'postgres://city:secret@db:5432/berdem_zarechny?sslmode=require',
      publicUrl: 'https://zarechny.localhost',
    });
    expect(configOf(config, kazan.app.catalogue.current).publicUrl).toBe('https://kazan.localhost');
  });

  test('and none by the name of another', () => {
    const packs = [kazan, zarechny].map(({ app }) => app.catalogue.current);
    expect(() => checkApart(packs)).not.toThrow();
    const [first, second] = packs;
    if (first === undefined || second === undefined) throw new Error('two packs were loaded');
    const twin = { ...second, city: { ...second.city, hosts: ['LOCALHOST'] } };
    expect(() => checkApart([first, twin])).toThrow('CITIES: two cities go by localhost');
  });
});
