import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { yesNo } from './model.ts';

keepsPromises(yesNo, examples, () => fc.boolean());

it.each([
  ['yes', true],
  ['no', false],
  ['Әйе', true],
  ['toString', 'forms/choose-one'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(yesNo, exampleElement('yes-no', ['Вопрос', 'Сорау', 'Question']), typed)).toBe(expected);
});
