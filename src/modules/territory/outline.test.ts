import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bounds, readOutline } from './outline.ts';

const city: Bounds = [48.8, 55.6, 49.4, 55.95];
const square = [
  [49.12, 55.79],
  [49.13, 55.79],
  [49.13, 55.795],
  [49.12, 55.795],
  [49.12, 55.79],
];
const polygon = (ring: unknown) => ({ type: 'Polygon', coordinates: [ring] });
const codeOf = (input: unknown) => {
  const read = readOutline(input, city);
  return read.ok ? 'fine' : read.error[0]?.code;
};

describe('the outline of a place', () => {
  test('is kept closed and counter-clockwise, whichever way it was drawn', () => {
    const read = readOutline(polygon(square.toReversed()), city);
    expect(read.ok && read.value.coordinates[0]?.length).toBe(5);
    const again = readOutline(polygon(square), city);
    expect(read.ok && again.ok && new Set(read.value.coordinates[0]?.map(String))).toEqual(
      again.ok && new Set(again.value.coordinates[0]?.map(String)),
    );
  });

  test('may be typed as corners, latitude or longitude first, with decimal points or commas', () => {
    const expected = readOutline(polygon(square), city);
    for (const text of [
      '55.79 49.12; 55.79 49.13; 55.795 49.13; 55.795 49.12',
      '49.12, 55.79\n49.13, 55.79\n49.13, 55.795\n49.12, 55.795',
      '55,79 49,12; 55,79 49,13; 55,795 49,13; 55,795 49,12',
      JSON.stringify(polygon(square)),
    ]) {
      expect(readOutline(text, city), text).toEqual(expected);
    }
  });

  test('that crosses itself is refused: a bow tie, a spike, a corner on another side', () => {
    expect(
      codeOf(
        polygon([
          [49.12, 55.79],
          [49.13, 55.795],
          [49.13, 55.79],
          [49.12, 55.795],
          [49.12, 55.79],
        ]),
      ),
    ).toBe('territory/outline-crosses-itself');
    expect(
      codeOf(
        polygon([
          [49.12, 55.79],
          [49.14, 55.79],
          [49.13, 55.79],
          [49.13, 55.795],
          [49.12, 55.79],
        ]),
      ),
    ).toBe('territory/outline-crosses-itself');
    expect(
      codeOf(
        polygon([
          [49.12, 55.79],
          [49.14, 55.79],
          [49.14, 55.8],
          [49.13, 55.79],
          [49.12, 55.8],
          [49.12, 55.79],
        ]),
      ),
    ).toBe('territory/outline-crosses-itself');
  });

  test('is neither a speck, a county, two corners nor a thousand, nor has it a hole', () => {
    const tiny = square.map(([lon = 0, lat = 0]) => [49.12 + (lon - 49.12) / 1000, 55.79 + (lat - 55.79) / 1000]);
    expect(codeOf(polygon(tiny))).toBe('territory/outline-too-small');
    expect(
      codeOf(
        polygon([
          [49, 55.7],
          [49.2, 55.7],
          [49.2, 55.9],
          [49, 55.9],
          [49, 55.7],
        ]),
      ),
    ).toBe('territory/outline-too-large');
    expect(
      codeOf(
        polygon([
          [49.12, 55.79],
          [49.13, 55.79],
          [49.13, 55.79],
          [49.12, 55.79],
        ]),
      ),
    ).toBe('territory/outline-too-few-corners');
    const circle = Array.from({ length: 1001 }, (_, i) => [
      49.12 + Math.cos((i % 1000) / 159.15) / 500,
      55.79 + Math.sin((i % 1000) / 159.15) / 500,
    ]);
    expect(codeOf(polygon(circle))).toBe('territory/outline-too-many-corners');
    expect(codeOf({ type: 'Polygon', coordinates: [square, square] })).toBe('territory/outline-has-holes');
  });

  test.each(['', 'nonsense', '{"type":"Polygon"', '55.79 49.12; 55.8 49.1', '1 2 3; 4 5 6; 7 8 9', 'null', '[]'])(
    'that cannot be read says so: %s',
    (text) => {
      expect(codeOf(text)).toBe('territory/outline-unreadable');
    },
  );

  test('any star-shaped ring is fine, and stays fine when read again', () => {
    const star = fc.array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 5, maxLength: 30 });
    fc.assert(
      fc.property(star, (radii) => {
        const ring = radii.map((radius, i) => {
          const angle = (i * 2 * Math.PI) / radii.length;
          return [49.12 + Math.cos(angle) * radius * 0.004, 55.79 + Math.sin(angle) * radius * 0.002];
        });
        const read = readOutline(polygon([...ring, ring[0]]), city);
        expect(read.ok).toBe(true);
        expect(read.ok && readOutline(read.value, city)).toEqual(read);
      }),
    );
  });

  test('no input makes the reading throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.jsonValue(), fc.object()), (input) => void readOutline(input, city)),
    );
  });
});
