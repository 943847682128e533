import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { manyLines } from '../reading.ts';
import { examples } from './examples.ts';
import { longText } from './model.ts';

const texts = fc
  .array(fc.string({ unit: 'grapheme' }), { minLength: 1 })
  .map((lines) => manyLines(lines.join('\n')))
  .filter((known) => known !== '');
keepsPromises(longText, examples, () => texts);

it('keeps the lines a person made, also those in the middle that are empty', () => {
  const element = exampleElement('long-text', ['Текст', 'Текст', 'Text']);
  expect(reading(longText, element, '\r\nПервая  \r\n\r\nТретья \n')).toBe('Первая\n\nТретья');
});
