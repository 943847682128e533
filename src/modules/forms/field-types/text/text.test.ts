import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { oneLine } from '../reading.ts';
import { examples } from './examples.ts';
import { text } from './model.ts';

const lines = fc
  .string({ unit: 'grapheme' })
  .map(oneLine)
  .filter((line) => line !== '');
keepsPromises(text, examples, () => lines);

const building = exampleElement('text', ['Объект', 'Объект', 'Object'], { pattern: '[A-Z]-\\d+', example: 'A-12' });

it.each([
  ['  A-12 ', 'A-12'],
  ['A\u200b-12', 'A-12'],
  ['A-12\r\n', 'A-12'],
  ['A-12 and more', 'forms/does-not-match'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(text, building, typed)).toBe(expected);
});
