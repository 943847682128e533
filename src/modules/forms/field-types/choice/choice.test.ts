import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepsPromises } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { choice } from './model.ts';

keepsPromises(choice, examples, ({ choices = [] }) => fc.constantFrom(...choices.map(({ value }) => value)));

it('an answer the city no longer offers is refused when the application is filed', () => {
  const [right] = examples;
  expect(right && choice.validate('barter', right.element, { today: Temporal.PlainDate.from('2026-11-24') })).toEqual([
    { field: 'example.choice', code: 'forms/choose-one' },
  ]);
});
