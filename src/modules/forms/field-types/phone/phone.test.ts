import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { phone } from './model.ts';

const russian = fc.integer({ min: 0, max: 9_999_999_999 }).map((digits) => `+7${String(digits).padStart(10, '0')}`);
const foreign = fc.integer({ min: 80_000_000, max: 699_999_999_999_999 }).map((digits) => `+${String(digits)}`);
const anywhere = fc.oneof(
  russian,
  foreign.filter((number) => !number.startsWith('+7')),
);
keepsPromises(phone, examples, () => anywhere);

it.each([
  ['8 (843) 299-10-10', '+78432991010'],
  ['+7 843 299 10 10', '+78432991010'],
  ['7 843 299 10 10', '+78432991010'],
  ['843 299-10-10', '+78432991010'],
  ['9171234567', '+79171234567'],
  ['8.917.123.45.67', '+79171234567'],
  ['тел. 8 917 123–45–67', '+79171234567'],
  ['+90 212 123 45 67', '+902121234567'],
  ['8 10 90 212 123 45 67', '+902121234567'],
  ['00902121234567', '+902121234567'],
  ['299-10-10', 'forms/bad-phone'],
  ['+7 843 299-10-1', 'forms/bad-phone'],
  ['8 843 299-10-10 доб. 5', 'forms/bad-phone'],
  ['1234567890123456', 'forms/bad-phone'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(phone, exampleElement('phone', ['Телефон', 'Телефон', 'Telephone']), typed)).toBe(expected);
});
