import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { hasSnilsCheck, snils } from './model.ts';

const numbers = fc.integer({ min: 1_001_999, max: 999_999_999 }).map((start) => {
  const nine = String(start).padStart(9, '0');
  return Array.from({ length: 101 }, (_, end) => nine + String(end).padStart(2, '0')).find(hasSnilsCheck) ?? '';
});
keepsPromises(snils, examples, () => numbers);

it.each([
  ['112-233-445 95', '11223344595'],
  ['СНИЛС 112 233 445 95', '11223344595'],
  // A sum of 100, 101 or 202 leaves 00.
  ['087-654-302 00', '08765430200'],
  ['087-654-303 00', '08765430300'],
  ['112-233-445 59', 'forms/snils-mistyped'],
  ['112-233-445', 'forms/bad-snils'],
  // Given out before check numbers were.
  ['001-001-998 00', '00100199800'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(snils, exampleElement('snils', ['СНИЛС', 'СНИЛС', 'SNILS']), typed)).toBe(expected);
});
