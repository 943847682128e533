import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { decimal } from './model.ts';

keepsPromises(decimal, examples, ({ decimals = 2 }) =>
  fc.integer({ min: -1e11, max: 1e11 }).map((known) => known / 10 ** decimals + 0),
);

const area = exampleElement('decimal', ['Площадь', 'Мәйдан', 'Area']);

it.each([
  ['1250,5', 1250.5],
  ['1250.5', 1250.5],
  ['1 250,50', 1250.5],
  ['1.250,50', 1250.5],
  ['1,250.50', 1250.5],
  ['1,250,000', 1_250_000],
  [',5', 0.5],
  ['5,', 5],
  ['-0,00', 0],
  // A comma before three digits could mean either; the person is asked instead of a plot becoming a thousand times smaller.
  ['1,250', 'forms/too-many-decimals'],
  ['1.250', 'forms/too-many-decimals'],
  ['1,2,3', 'forms/not-a-number'],
  [',', 'forms/not-a-number'],
  ['12 м', 'forms/not-a-number'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(decimal, area, typed)).toBe(expected);
});

it('six digits after the mark of a number below a milliard are kept exactly', () => {
  const flow = { ...area, decimals: 6 };
  fc.assert(
    fc.property(fc.maxSafeInteger(), (scaled) => {
      const known = (scaled % 1e15) / 1e6 + 0;
      expect(decimal.read(decimal.write(known), flow)).toEqual({ ok: true, value: known });
    }),
  );
});
