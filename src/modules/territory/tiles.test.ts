import { join } from 'node:path';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { serverTest } from '#tests/support/server-test.ts';
import { createTerritory, importLayers, type Territory } from './index.ts';
import { listTileLayers } from './layer-store.ts';
import { hasTileEncoder } from './tile-store.ts';
import { programEncoder } from './tiles.ts';

const kazan = join(import.meta.dirname, '../../../cities/kazan');
let database: Awaited<ReturnType<typeof testDatabase>>;
let territory: Territory;

beforeAll(async () => {
  database = await testDatabase();
  await importLayers(database.db, kazan);
  territory = createTerritory(database);
});
afterAll(() => database.close());

/** The tile that holds a point. */
function tileOf(lon: number, lat: number, z: number) {
  const size = 2 ** z;
  const radians = (lat * Math.PI) / 180;
  return {
    z,
    x: Math.floor(((lon + 180) / 360) * size),
    y: Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * size),
  };
}
const centre = tileOf(49.115, 55.795, 15);

function drawn(bytes: Uint8Array, layer: string) {
  const found = new VectorTile(new PbfReader(bytes)).layers[layer];
  return Array.from({ length: found?.length ?? 0 }, (_, i) => {
    const feature = found?.feature(i);
    return {
      properties: feature?.properties ?? {},
      points: feature?.loadGeometry().flat() ?? [],
      extent: found?.extent,
    };
  });
}

describe('map tiles', () => {
  test('hold the plots of their square with their numbers, in 4096 units', async () => {
    const plots = drawn(await territory.tile('parcels', centre.z, centre.x, centre.y), 'parcels');
    expect(plots.length).toBeGreaterThan(100);
    expect(plots.every(({ properties, extent }) => /^16:50:/.test(String(properties.id)) && extent === 4096)).toBe(
      true,
    );
    expect(
      plots.flatMap(({ points }) => points).every(({ x, y }) => x >= -65 && x <= 4161 && y >= -65 && y <= 4161),
    ).toBe(true);
  });

  test('carry street names in three languages', async () => {
    const streets = drawn(await territory.tile('streets', centre.z, centre.x, centre.y), 'streets');
    const named = streets.find(({ properties }) => properties.name_ru);
    expect(Object.keys(named?.properties ?? {}).sort()).toEqual(['class', 'id', 'name_en', 'name_ru', 'name_tt']);
  });

  test('carry a house number once, in the tile that holds the middle of the plot', async () => {
    const { z, x, y } = tileOf(49.115, 55.795, 16);
    const tiles = await Promise.all(
      [0, 1].flatMap((i) => [0, 1].map((j) => territory.tile('parcels', z, x + i, y + j))),
    );
    const labels = tiles.flatMap((bytes) => drawn(bytes, 'parcels-label'));
    const numbers = labels.map(({ properties }) => properties.id);
    expect(numbers.length).toBeGreaterThan(20);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(drawn(await territory.tile('parcels', centre.z, centre.x, centre.y), 'parcels-label')).toEqual([]);
  });

  test('are empty outside the city and below the layer’s zoom', async () => {
    expect(await territory.tile('parcels', 15, 0, 0)).toHaveLength(0);
    expect(await territory.tile('parcels', 8, 162, 79)).toHaveLength(0);
  });

  test('of an unknown layer do not exist', async () => {
    await expect(territory.tile('clouds', 15, 1, 1)).rejects.toMatchObject({ code: 'territory/unknown-layer' });
  });

  serverTest('show the same whether the database encodes them or the program', async () => {
    expect(await hasTileEncoder(database.db)).toBe(true);
    const program = programEncoder(database.db);
    const ids = (await territory.layers()).map(({ id }) => id);
    for (const layer of await listTileLayers(database.db, ids)) {
      for (const address of [centre, tileOf(49.115, 55.795, 14), tileOf(49.09, 55.8, 16)]) {
        const [theirs, ours] = [
          await territory.tile(layer.id, address.z, address.x, address.y),
          await program(layer, address),
        ].map((bytes) => drawn(bytes, layer.id));
        const byId = new Map(ours?.map((feature) => [feature.properties.id, feature]));
        const near =
          theirs?.filter(({ points }) => points.some(({ x, y }) => x > 2 && x < 4094 && y > 2 && y < 4094)) ?? [];
        expect(near.filter(({ properties }) => !byId.has(properties.id)).length, layer.id).toBe(0);
        for (const { properties } of near) expect(byId.get(properties.id)?.properties).toEqual(properties);
      }
    }
  });
});
