import { expect, test } from 'vitest';
import { numberByPattern } from './record.ts';

test('the seventh excavation order of 2026 is 2026-00007', () => {
  expect(numberByPattern('{year}-{seq:5}', 2026, 7)).toBe('2026-00007');
});

test('a number longer than its padding is not cut', () => {
  expect(numberByPattern('{seq:2}/{year}', 2026, 1234)).toBe('1234/2026');
});
