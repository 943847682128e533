import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { hasStateCheckDigit, stateNumber } from './model.ts';

const numbers = fc
  .oneof(fc.integer({ min: 1e11, max: 1e12 - 1 }), fc.integer({ min: 1e13, max: 1e14 - 1 }))
  .map(
    (start) => Array.from({ length: 10 }, (_, end) => `${String(start)}${String(end)}`).find(hasStateCheckDigit) ?? '',
  );
keepsPromises(stateNumber, examples, () => numbers);

it.each([
  // Published numbers: a bank, a gas company, and an entrepreneur's number of the register's own example form.
  ['1027700132195', '1027700132195'],
  ['ОГРН 1027700070518', '1027700070518'],
  ['304500116000157', '304500116000157'],
  ['1027700132196', 'forms/state-number-mistyped'],
  ['102770013219', 'forms/bad-state-number'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(stateNumber, exampleElement('state-number', ['ОГРН', 'ОГРН', 'OGRN']), typed)).toBe(expected);
});
