import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { createTerritory, factsForRules, importLayers, type Territory } from './index.ts';

const kazan = join(import.meta.dirname, '../../../cities/kazan');
let database: Awaited<ReturnType<typeof testDatabase>>;
let territory: Territory;

beforeAll(async () => {
  database = await testDatabase();
  await importLayers(database.db, kazan);
  territory = createTerritory(database);
});
afterAll(() => database.close());

const square = (lon: number, lat: number, size = 0.0005) => ({
  type: 'Polygon',
  coordinates: [
    [
      [lon, lat],
      [lon + size, lat],
      [lon + size, lat + size],
      [lon, lat + size],
      [lon, lat],
    ],
  ],
});
const addressesOf = async (text: string) => (await territory.searchAddress(text, 5)).map(({ address }) => address.ru);

describe('plots and addresses', () => {
  test('a plot is found by its cadastral number, blanks or not', async () => {
    const parcel = await territory.findParcel(' 16:50:011121:15 ');
    expect(parcel?.cadastralNumber).toBe('16:50:011121:15');
    expect(parcel?.address.ru).toMatch(/^\p{L}.+, \d+/u);
    expect(await territory.findParcel('16:50:999999:1')).toBeUndefined();
  });

  test('a plot is found by a point inside of it, and none in the river', async () => {
    const parcel = await territory.findParcel('16:50:011121:15');
    const ring = parcel?.outline.coordinates[0]?.slice(0, -1) ?? [];
    const [lon, lat] = [0, 1].map((axis) => ring.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / ring.length);
    expect((await territory.parcelAt(lon ?? 0, lat ?? 0))?.cadastralNumber).toBe('16:50:011121:15');
    expect(await territory.parcelAt(49.06, 55.75)).toBeUndefined();
  });

  test('an address is found whatever the order, the case, the language and the word for street', async () => {
    const [any] = await territory.searchAddress('Пушкина', 1);
    const house = any?.address.ru.split(', ')[1] ?? '';
    for (const text of [
      `ул. Пушкина, ${house}`,
      `${house} ПУШКИНА`,
      `Pushkin Street ${house}`,
      `Пушкин урамы, ${house}`,
      `пушк ${house}`,
      `пушкена ${house}`,
    ]) {
      expect((await addressesOf(text))[0], text).toBe(`улица Пушкина, ${house}`);
    }
    expect(await addressesOf('улица')).toEqual([]);
    expect(await addressesOf('Невский проспект 12')).toEqual([]);
    expect(await addressesOf('16:50:011100:1')).toEqual(['16:50:011100:1']);
  });

  test('a numbered street is not taken for a house', async () => {
    const found = await addressesOf('2-я Садовая');
    expect(found.every((address) => address.startsWith('2-я Садовая улица'))).toBe(true);
  });
});

describe('facts of a place', () => {
  test('a plot in the historic centre knows its district, zone, protection and sewer', async () => {
    const facts = await territory.placeFacts({ cadastralNumber: '16:50:011121:15' });
    expect(facts.district.id).toBe('vakhitovsky');
    expect(facts.zone).toMatchObject({ edition: '2021-synthetic', share: 1 });
    expect(facts.inHistoricCentre).toBe(true);
    expect(facts.restrictions.map(({ code }) => code)).toContain('historic-settlement');
    expect(facts.area).toBeGreaterThan(500);
    expect(facts.stormSewerDistance).toBeLessThan(300);
    expect(facts.parcels).toEqual(['16:50:011121:15']);
    expect(facts.synthetic).toBe(true);
  });

  test('facts as rules read them are plain names, codes and numbers', async () => {
    const facts = factsForRules(await territory.placeFacts({ cadastralNumber: '16:50:011121:15' }));
    expect(facts).toMatchObject({ district: 'vakhitovsky', inHistoricCentre: true, inWaterProtection: true });
    expect(typeof facts.zone).toBe('string');
  });

  test('an outline across two plots names both, and the protection strip of the river by its share', async () => {
    const { rows } = await sql<{ lon: number; lat: number }>`
      select ST_X(p) as lon, ST_Y(p) as lat from territory.feature f, ST_PointOnSurface(f.geometry) as p
      where f.layer = 'water-protection' and f.external_id = 'water-protection-kazanka' and f.known_to is null
    `.execute(database.db);
    const { lon = 0, lat = 0 } = rows[0] ?? {};
    const outline = await territory.checkOutline(square(lon, lat, 0.002));
    if (!outline.ok) throw new Error(JSON.stringify(outline.error));
    const facts = await territory.placeFacts({ outline: outline.value });
    expect(facts.inWaterProtection).toBe(true);
    expect(facts.restrictions.find(({ group }) => group === 'water')?.share).toBeGreaterThan(0.01);
    expect(facts.cadastralNumber).toBeUndefined();
  });

  test('the distance to the storm sewer is the least on the ellipsoid, not in degrees', async () => {
    const outline = square(49.225, 55.815);
    const checked = await territory.checkOutline(outline);
    if (!checked.ok) throw new Error(JSON.stringify(checked.error));
    const { stormSewerDistance } = await territory.placeFacts({ outline: checked.value });
    const { rows } = await sql<{ least: number }>`
      select min(ST_Distance(geometry::geography, ST_GeomFromGeoJSON(${JSON.stringify(outline)})::geography)) as least
      from territory.feature where layer = 'storm-sewer' and known_to is null
    `.execute(database.db);
    expect(stormSewerDistance).toBe(Math.round(rows[0]?.least ?? -1));
  });
});

describe('a place as a person names it', () => {
  test('by number, by address, by a point, by an outline', async () => {
    const { address, outline } = (await territory.findParcel('16:50:011121:15')) ?? {};
    const [lon = 0, lat = 0] = outline?.coordinates[0]?.[0] ?? [];
    const found = await Promise.all([
      territory.findPlace({ cadastralNumber: '16:50:011121:15' }),
      territory.findPlace({ address: address?.tt }),
      territory.findPlace({ outline }),
      territory.findPlace({ point: [lon, lat] }),
    ]);
    expect(found.map((place) => place.ok)).toEqual([true, true, true, true]);
    expect(found[1]?.ok && found[1].value.cadastralNumber).toBe('16:50:011121:15');
  });

  test.each([
    [{ cadastralNumber: '16:50:000000:1' }, 'place.cadastralNumber', 'territory/unknown-parcel'],
    [{ address: 'Невский проспект 1' }, 'place.address', 'territory/unknown-address'],
    [{ address: '' }, 'place.address', 'territory/unknown-address'],
    [{ address: 'Пушкина' }, 'place.address', 'territory/address-ambiguous'],
    [{ point: [49.06, 55.75] as const }, 'place.point', 'territory/no-parcel-here'],
    [{ outline: JSON.stringify(square(37.6, 55.7)) }, 'place.outline', 'territory/outside-city'],
    [{ outline: 'somewhere' }, 'place.outline', 'territory/outline-unreadable'],
  ])('what cannot be found is said at the field that named it: %j', async (named, field, code) => {
    expect(await territory.findPlace(named)).toMatchObject({ ok: false, error: [{ field, code }] });
  });
});

describe('the layers of a pack', () => {
  test('are loaded once: a second start changes nothing', async () => {
    const before = await territory.layers();
    expect(await importLayers(database.db, kazan)).toEqual({ changed: [], features: 0 });
    expect(await territory.layers()).toEqual(before);
    expect(before.map(({ id }) => id)).toContain('parcels');
  });

  test('keep their history: a changed plot gets a new row, the old one is closed, the others stay', async () => {
    const own = await testDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'berdem-layers-'));
    try {
      cpSync(join(kazan, 'layers'), join(folder, 'layers'), { recursive: true });
      const first = await importLayers(own.db, folder);
      const file = join(folder, 'layers', 'parcels.geojson');
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace(
          '"id":"16:50:011121:15","properties":{',
          '"id":"16:50:011121:15","properties":{"note":"surveyed anew",',
        ),
      );
      expect(await importLayers(own.db, folder)).toEqual({ changed: ['parcels'], features: 1 });
      const { rows } = await sql<{ closed: boolean }>`
        select known_to is not null as closed from territory.feature where external_id = '16:50:011121:15' order by known_from, id
      `.execute(own.db);
      expect(rows).toEqual([{ closed: true }, { closed: false }]);
      expect(first.features).toBeGreaterThan(10_000);
      writeFileSync(
        file,
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}',
      );
      await expect(importLayers(own.db, folder)).rejects.toThrow(/parcels\.geojson: features\.0\.id/);
      expect((await createTerritory(own).findParcel('16:50:011121:15'))?.cadastralNumber).toBe('16:50:011121:15');
    } finally {
      rmSync(folder, { recursive: true });
      await own.close();
    }
  });

  test('features of a layer are listed by box, at most as many as asked', async () => {
    const found = await territory.featuresIn([49.1, 55.79, 49.12, 55.8], 'parcels', 25);
    expect(found).toHaveLength(25);
    await expect(territory.featuresIn([49.1, 55.79, 49.12, 55.8], 'clouds')).rejects.toMatchObject({
      code: 'territory/unknown-layer',
    });
  });

  test('the surroundings of a place hold its neighbours and streets', async () => {
    const parcel = await territory.findParcel('16:50:011121:15');
    if (!parcel) throw new Error('no plot');
    const { features } = await territory.surroundings(parcel.outline);
    const layers = new Set(features.map(({ layer }) => layer));
    expect(layers).toContain('parcels');
    expect(layers).toContain('streets');
    expect(layers).not.toContain('zones');
  });
});
