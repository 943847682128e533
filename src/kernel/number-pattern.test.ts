import { expect, test } from 'vitest';
import { numberByPattern } from './number-pattern.ts';

test('the seventh excavation order of 2026 is 2026-00007', () => {
  expect(numberByPattern('{year}-{seq:5}', { year: 2026, seq: 7 })).toBe('2026-00007');
});

test('a number longer than its padding is not cut', () => {
  expect(numberByPattern('{seq:2}/{year}', { year: 2026, seq: 1234 })).toBe('1234/2026');
});

test("a case's number begins with its application's", () => {
  expect(numberByPattern('{application}-{n:2}', { application: '2026-000001', n: 3 })).toBe('2026-000001-03');
});
