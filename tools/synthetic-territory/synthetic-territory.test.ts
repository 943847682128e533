import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { geoJsonText } from '../synthetic-territory.ts';
import { drawLayers, type SyntheticFeature } from './layers.ts';
import { fromLonLat, isInside, type Point, type Ring, segmentsCross } from './plane.ts';

const layers = drawLayers();
const folder = join(import.meta.dirname, '../../cities/kazan/layers');

const ringOf = (feature: SyntheticFeature): Ring => {
  if (feature.geometry.type !== 'Polygon') throw new TypeError(`${feature.id} is no polygon`);
  return (feature.geometry.coordinates[0] ?? []).slice(0, -1).map(fromLonLat);
};
const named = (layer: string) => layers[layer] ?? [];

/** Rings sorted into squares of 300 m, so that only neighbours are compared. */
function neighbours(rings: readonly Ring[]): [Ring, Ring][] {
  const squares = new Map<string, number[]>();
  rings.forEach((ring, i) => {
    const keys = new Set(ring.map(([x, y]) => `${Math.floor(x / 300)}:${Math.floor(y / 300)}`));
    for (const key of keys) squares.set(key, [...(squares.get(key) ?? []), i]);
  });
  const pairs = new Map<string, [Ring, Ring]>();
  for (const list of squares.values()) {
    for (const i of list) for (const j of list) if (i < j) pairs.set(`${i}:${j}`, [rings[i] ?? [], rings[j] ?? []]);
  }
  return [...pairs.values()];
}

const edges = (ring: Ring): [Point, Point][] => ring.map((p, i) => [p, ring[(i + 1) % ring.length] ?? p]);

/** Both rings a hand's breadth smaller: common borders do not count, common ground does. */
const inset = (ring: Ring): Ring => {
  const middle = ring.reduce<Point>((m, p) => [m[0] + p[0] / ring.length, m[1] + p[1] / ring.length], [0, 0]);
  return ring.map(([x, y]) => [x + (middle[0] - x) * 0.01, y + (middle[1] - y) * 0.01]);
};

describe('the synthetic city', () => {
  test('is drawn with the same bytes as the pack holds', () => {
    for (const [layer, features] of Object.entries(layers)) {
      expect(geoJsonText(features) === readFileSync(join(folder, `${layer}.geojson`), 'utf8'), layer).toBe(true);
    }
  });

  test('has seven districts, thousands of plots with numbers of Kazan, and less than 3 MB', () => {
    expect(named('districts')).toHaveLength(7);
    expect(named('parcels').length).toBeGreaterThan(4000);
    expect(named('parcels').filter(({ id }) => !/^16:50:\d{6}:\d{1,6}$/.test(id))).toEqual([]);
    expect(new Set(named('parcels').map(({ id }) => id)).size).toBe(named('parcels').length);
    expect(
      Object.values(layers).reduce((sum, features) => sum + Buffer.byteLength(geoJsonText(features)), 0),
    ).toBeLessThan(3e6);
  });

  test('has no two plots on the same ground', () => {
    const crossing = neighbours(named('parcels').map((parcel) => inset(ringOf(parcel)))).filter(
      ([one, other]) =>
        one.some((p) => isInside(p, other)) ||
        other.some((p) => isInside(p, one)) ||
        edges(one).some(([a, b]) => edges(other).some(([c, d]) => segmentsCross(a, b, c, d))),
    );
    expect(crossing).toEqual([]);
  });

  test('has every plot in exactly one district, and none in water', () => {
    const districts = named('districts').map(ringOf);
    const waters = named('water').map(ringOf);
    for (const parcel of named('parcels')) {
      const ring = ringOf(parcel);
      expect(
        districts.filter((district) => ring.every((p) => isInside(p, district))),
        parcel.id,
      ).toHaveLength(1);
      expect(
        waters.some((water) => ring.some((p) => isInside(p, water))),
        parcel.id,
      ).toBe(false);
    }
  });

  test('gives no address twice', () => {
    const addresses = named('parcels').flatMap(({ properties }) =>
      properties.house ? [`${properties.street} ${properties.house}`] : [],
    );
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.length).toBeGreaterThan(named('parcels').length * 0.95);
  });

  test('has free plots of the city, in the centre too', () => {
    const free = named('parcels').filter(({ properties }) => properties.free);
    expect(free.length).toBeGreaterThan(50);
    expect(free.filter(({ id }) => id.startsWith('16:50:0111')).length).toBeGreaterThan(5);
  });
});
