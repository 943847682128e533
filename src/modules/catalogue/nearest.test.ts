import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, slipsBetween } from './nearest.ts';

describe('a slip of the fingers', () => {
  it.each([
    ['check', 'chekc', 1],
    ['works', 'workz', 1],
    ['works', 'work', 1],
    ['works', 'wworks', 1],
  ])('%s and %s are %i slips apart', (left, right, slips) => {
    expect(slipsBetween(left, right, 4)).toBe(slips);
  });

  it('is the same in both directions, and none only for the same word', () => {
    const word = fc.string({ unit: fc.constantFrom('а', 'б', 'в'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(slipsBetween(left, right, 6)).toBe(slipsBetween(right, left, 6));
        expect(slipsBetween(left, right, 6) === 0).toBe(left === right);
      }),
    );
  });

  it('beyond the limit is only known to be beyond it', () => {
    expect(slipsBetween('excavation', 'commissioning', 2)).toBe(3);
  });
});

it('the nearest word is suggested only when it is near', () => {
  expect(nearest('departmnt', ['department', 'result'])).toBe('department');
  expect(nearest('department', ['result', 'fee'])).toBeUndefined();
});
