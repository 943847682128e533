import { expect, test } from 'vitest';
import { createCalendar } from '#modules/calendar/index.ts';
import { dueStanding } from './due.ts';

// A year with one holiday in the middle of a week.
const calendar = createCalendar([
  {
    id: 'tatarstan',
    name: { ru: 'Татарстан', tt: 'Татарстан', en: 'Tatarstan' },
    years: { 2026: { off: ['2026-11-04'], working: [], short: [] } },
  },
]);
const day = (iso: string) => Temporal.PlainDate.from(iso);

test('days left are working days after today, the last one included', () => {
  // Monday 2 November to Monday 9 November with the holiday of 4 November between them.
  expect(dueStanding(calendar, day('2026-11-02'), '2026-11-09')).toMatchObject({ standing: 'left', days: 4 });
});

test('on the last day nothing is left and nothing is overdue', () => {
  expect(dueStanding(calendar, day('2026-11-09'), '2026-11-09')).toMatchObject({ standing: 'lastDay', days: 0 });
});

test('a date after the last published year is provisional, one before is not', () => {
  expect(dueStanding(calendar, day('2026-12-30'), '2026-12-31').provisional).toBeUndefined();
  expect(dueStanding(calendar, day('2026-12-30'), '2027-01-11').provisional).toBe(true);
});

test('a Friday that passed is overdue on Saturday, by no working day yet', () => {
  expect(dueStanding(calendar, day('2026-11-14'), '2026-11-13')).toMatchObject({ standing: 'overdue', days: 0 });
  expect(dueStanding(calendar, day('2026-11-17'), '2026-11-13')).toMatchObject({ standing: 'overdue', days: 2 });
});
