import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { integer } from './model.ts';

keepsPromises(integer, examples, () => fc.maxSafeInteger().map((known) => known + 0));

const months = exampleElement('integer', ['Срок', 'Срок', 'Term']);

it.each([
  ['12', 12],
  ['1 000', 1000],
  ['1\u00a0000', 1000],
  ['1.000.000', 1_000_000],
  ['12,0', 12],
  ['+12', 12],
  ['−5', -5],
  ['-0', 0],
  ['007', 7],
  ['12,5', 'forms/not-whole'],
  // One, or a thousand as the English write it.
  ['1,000', 'forms/not-whole'],
  ['1e3', 'forms/not-whole'],
  ['0x10', 'forms/not-whole'],
  ['٣', 'forms/not-whole'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(integer, months, typed)).toBe(expected);
});
