import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { date } from './model.ts';

const days = fc
  .integer({ min: 0, max: 182_000 })
  .map((count) => Temporal.PlainDate.from('1700-01-01').add({ days: count }).toString());
keepsPromises(date, examples, () => days);

const start = exampleElement('date', ['Начало', 'Башлану', 'Start']);

it.each([
  [['27', '3', '2026'], '2026-03-27'],
  [['27', '03', '2026'], '2026-03-27'],
  [[' 27 ', 'марта', '2026'], '2026-03-27'],
  [['27', 'март', '2026'], '2026-03-27'],
  [['27', 'гыйнвар', '2026'], '2026-01-27'],
  [['27', 'Mar', '2026'], '2026-03-27'],
  [['27.03.2026', '', ''], '2026-03-27'],
  [['27.03.2026'], '2026-03-27'],
  [['27 марта 2026 г.', '', ''], '2026-03-27'],
  [['2026-03-27', '', ''], '2026-03-27'],
  [['2026 елның 27 марты', '', ''], '2026-03-27'],
  [['March 27, 2026', '', ''], '2026-03-27'],
  [['29', '2', '2028'], '2028-02-29'],
  [['29', '2', '2026'], 'forms/bad-date'],
  [['27', '13', '2026'], 'forms/bad-date'],
  [['27', '3', '26'], 'forms/bad-date'],
  [['27', '3', '20266'], 'forms/bad-date'],
  [['27', 'брюмера', '2026'], 'forms/bad-date'],
  [['27', '', ''], 'forms/date-without-month'],
  [['27 марта', '', ''], 'forms/date-without-year'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(date, start, ...typed)).toBe(expected);
});

it('a limit of today is the day of the check, that day included', () => {
  const future = { ...start, min: 'today' as const };
  const check = (value: string) => date.validate(value, future, { today: Temporal.PlainDate.from('2026-11-24') });
  expect(check('2026-11-24')).toEqual([]);
  expect(check('2026-11-23')).toEqual([
    { field: 'example.date:day', code: 'forms/date-too-early', params: { min: '2026-11-24' } },
  ]);
});
