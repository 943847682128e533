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

test('what was filed keeps its digest for good: that of its text with the keys in order', () => {
  // printf '{"a":"x","b":[{"c":null,"d":1}]}' | sha256sum
  const digest = '1c1451bc7341981acdfe67059dc05924072254c244446853f639e574855aac44';
  expect(digestOf({ b: [{ d: 1, c: null }], left: undefined, a: 'x' })).toBe(digest);
});
