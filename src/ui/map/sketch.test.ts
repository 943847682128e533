import { describe, expect, test } from 'vitest';
import { type SketchGround, sketchOf } from './sketch.ts';

const bounds = [49.11, 55.79, 49.12, 55.795] as const;
const name = { ru: 'улица Баумана', tt: 'Бауман урамы', en: 'Bauman Street' };
const ground: SketchGround = {
  bounds,
  features: [
    {
      role: 'street',
      id: 's1',
      properties: { name },
      geometry: {
        type: 'LineString',
        coordinates: [
          [49.2, 55.7925],
          [49.0, 55.7925],
        ],
      },
    },
    {
      role: 'street',
      id: 's2',
      properties: { name: { ru: 'переулок', tt: 'тыкрык', en: 'lane' } },
      geometry: {
        type: 'LineString',
        coordinates: [
          [49.112, 55.793],
          [49.1122, 55.793],
        ],
      },
    },
    {
      role: 'parcel',
      id: '16:50:1:1',
      properties: { house: '36' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [49.114, 55.792],
            [49.116, 55.792],
            [49.116, 55.793],
            [49.114, 55.793],
            [49.114, 55.792],
          ],
        ],
      },
    },
  ],
};

describe('a small map of a place', () => {
  const sketch = sketchOf(ground, 'tt', 600);

  test('keeps the shape of the ground: a square kilometre is square', () => {
    const box = sketchOf(
      { ...ground, bounds: [49.11, 55.79, 49.11 + 1000 / 62_588, 55.79 + 1000 / 111_320] },
      'ru',
      500,
    );
    expect(Math.abs(box.height - 500)).toBeLessThan(3);
  });

  test('names a street in the reader’s language along its piece inside, never upside down', () => {
    expect(sketch.labels.filter(({ kind }) => kind === 'street')).toEqual([
      { kind: 'street', id: 's1', text: 'Бауман урамы', x: 300, y: 266.8, turn: 0 },
    ]);
  });

  test('writes house numbers into plots', () => {
    expect(sketch.labels.find(({ kind }) => kind === 'house')).toMatchObject({ text: '36', x: 300 });
  });

  test('has a scale of a round length, at most a quarter of the width', () => {
    expect(sketch.scale.metres).toBe(100);
    expect(sketch.scale.length).toBeLessThanOrEqual(150);
  });

  test('draws a ring closed and a line open', () => {
    expect(sketch.shapes[0]?.path.endsWith('Z')).toBe(false);
    expect(sketch.shapes[2]?.path.endsWith('Z')).toBe(true);
  });
});
