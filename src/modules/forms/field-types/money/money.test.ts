import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { money } from './model.ts';

keepsPromises(money, examples, () => fc.integer({ min: -1e15, max: 1e15 }).map((known) => known + 0));

const cost = exampleElement('money', ['Стоимость', 'Бәя', 'Cost']);

it.each([
  ['1250', 125_000],
  ['1 250,50 ₽', 125_050],
  ['1250.5 руб.', 125_050],
  ['1250 рублей', 125_000],
  ['1250 сум', 125_000],
  ['0,01', 1],
  ['1.234.567,89', 123_456_789],
  ['1,250', 'forms/bad-money'],
  ['-5', 'forms/too-small'],
  ['рублей', 'forms/bad-money'],
])('%j is read as %j kopecks', (typed, expected) => {
  expect(reading(money, cost, typed)).toBe(expected);
});
