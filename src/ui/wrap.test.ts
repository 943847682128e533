import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wrap } from './wrap.ts';

it('no line is longer than it may be, whatever the words', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 4, max: 40 }), (text, most) => {
      for (const line of wrap(text, most)) expect(line.length).toBeLessThanOrEqual(most);
    }),
  );
});

it('a word longer than a line is cut with a hyphen; what is left over is told by an ellipsis', () => {
  expect(wrap('Водоохранная территория', 10)).toEqual(['Водоохран-', 'ная', 'территория']);
  expect(wrap('one two three four', 5, 2)).toEqual(['one', 'two…']);
});
