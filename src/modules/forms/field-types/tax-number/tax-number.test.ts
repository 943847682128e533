import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { hasTaxCheckDigits, taxNumber } from './model.ts';

const tens = Array.from({ length: 100 }, (_, index) => index);
/** Completes the digits of a number by trying all endings: independent of how they are computed. */
const completed = (start: string, missing: 1 | 2): string[] =>
  tens
    .slice(0, 10 ** missing)
    .map((end) => start + String(end).padStart(missing, '0'))
    .filter(hasTaxCheckDigits);
const digits = (length: number) =>
  fc.integer({ min: 10 ** (length - 2), max: 10 ** length - 1 }).map((number) => String(number).padStart(length, '0'));
const companies = digits(9).map((start) => completed(start, 1)[0] ?? '');
const people = digits(10).map((start) => completed(start, 2)[0] ?? '');
const numbers = fc.oneof(companies, people).filter((number) => number !== '' && !number.startsWith('00'));
keepsPromises(taxNumber, examples, () => numbers);

it.each([
  // Published numbers of well-known companies, and the tax service's own example of a person's number.
  ['7707083893', '7707083893'],
  ['ИНН 7736050003', '7736050003'],
  ['5001 0073 2259', '500100732259'],
  ['7707083894', 'forms/tax-number-mistyped'],
  ['770708389', 'forms/bad-tax-number'],
  ['0000000000', 'forms/bad-tax-number'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(taxNumber, exampleElement('tax-number', ['ИНН', 'ИНН', 'INN']), typed)).toBe(expected);
});

it('exactly one ending makes nine digits a number of a company, and ten a number of a person', () => {
  fc.assert(fc.property(digits(9), (start) => completed(start, 1).length === 1));
  fc.assert(
    fc.property(digits(10), (start) => completed(start, 2).length === 1),
    { numRuns: 30 },
  );
});

it('one mistyped digit of a person’s number is always noticed', () => {
  const mistyped = fc.tuple(people, fc.nat(11), fc.integer({ min: 1, max: 9 })).map(([number, place, shift]) => {
    const digit = (Number(number[place]) + shift) % 10;
    return number.slice(0, place) + String(digit) + number.slice(place + 1);
  });
  fc.assert(fc.property(mistyped, (number) => !hasTaxCheckDigits(number)));
});
