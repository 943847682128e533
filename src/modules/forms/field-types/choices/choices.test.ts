import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepsPromises } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { choices } from './model.ts';

keepsPromises(choices, examples, (element) =>
  fc.subarray(
    (element.choices ?? []).map(({ value }) => value),
    { minLength: 1 },
  ),
);

it('ticks come in the order they are offered, each once, whatever the browser sent', () => {
  const [networks] = examples;
  expect(networks && choices.read(['power', 'water', 'power', ''], networks.element)).toEqual({
    ok: true,
    value: ['water', 'power'],
  });
});
