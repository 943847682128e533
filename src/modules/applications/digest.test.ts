import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf } from './digest.ts';

test('the order in which answers were given does not change what was filed', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (answers) => {
      const reversed = Object.fromEntries(Object.entries(answers).reverse());
      expect(digestOf(reversed)).toBe(digestOf(answers));
    }),
  );
});

test('one changed letter gives another digest', () => {
  expect(digestOf({ street: 'Баумана' })).not.toBe(digestOf({ street: 'Бауманa' }));
});
