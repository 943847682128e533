import { describe, expect, test } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import { countWorkingDays, createCalendar, createCalendars, isWorkingDay, kindOfDate } from './calendar.ts';
import type { CalendarDefinition } from './definition.ts';
import { federal, tatarstan } from './years-2018-2026.fixture.ts';

const date = (iso: string) => Temporal.PlainDate.from(iso);
const both = [federal, tatarstan];
const inYear = (calendar: ReturnType<typeof createCalendar>, year: number) =>
  year === 2018
    ? countWorkingDays(calendar, date('2018-01-01'), date('2018-12-31'))
    : countWorkingDays(calendar, date(`${year - 1}-12-31`), date(`${year}-12-31`));
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
  return 'no problem';
};

/** Working days a year: federal, Tatarstan, federal with decree days counted as working. */
const published: [number, number, number, number][] = [
  [2018, 247, 243, 247],
  [2019, 247, 244, 247],
  [2020, 219, 217, 248],
  [2021, 240, 237, 247],
  [2022, 247, 246, 247],
  [2023, 247, 244, 247],
  [2024, 248, 245, 248],
  [2025, 247, 245, 247],
  [2026, 247, 244, 247],
];

describe('the published years', () => {
  const calendars = createCalendars(both);
  const counted = createCalendar([federal], { decreeDays: 'working' });
  test.each(published)(
    '%i has %i working days in Russia, %i in Tatarstan, %i when decree days count',
    (year, russia, republic, without) => {
      expect(inYear(calendars.get('federal') ?? counted, year)).toBe(russia);
      expect(inYear(calendars.get('tatarstan') ?? counted, year)).toBe(republic);
      expect(inYear(counted, year)).toBe(without);
    },
  );
});

test('6 November 2023 is off once, though it is both the moved Unity Day and Constitution Day', () => {
  const russia = createCalendar([federal]);
  const republic = createCalendar(both);
  expect(kindOfDate(russia, date('2023-11-06'))).toBe('holiday');
  expect(kindOfDate(republic, date('2023-11-06'))).toBe('holiday');
  expect(countWorkingDays(republic, date('2023-10-31'), date('2023-11-30'))).toBe(
    countWorkingDays(russia, date('2023-10-31'), date('2023-11-30')),
  );
});

test('a republican holiday on a weekend gives a day off only where the city says so', () => {
  expect(isWorkingDay(createCalendar(both), date('2025-09-01'))).toBe(true);
  const moved = createCalendar(both, { weekendHolidays: 'moved' });
  expect(kindOfDate(moved, date('2025-09-01'))).toBe('movedHoliday');
  expect(kindOfDate(moved, date('2025-03-31'))).toBe('movedHoliday');
  expect(inYear(moved, 2025)).toBe(243);
});

test('a Saturday named as working works', () => {
  expect(kindOfDate(createCalendar([federal]), date('2025-11-01'))).toBe('workingWeekend');
});

describe('after the last published year', () => {
  const republic = createCalendar(both);
  test('days off by rule stay off', () => {
    for (const day of ['2027-01-01', '2027-01-08', '2027-02-23', '2027-05-10', '2027-08-30', '2029-11-06']) {
      expect([day, isWorkingDay(republic, date(day))]).toEqual([day, false]);
    }
    // What a decree of one year gave does not come again.
    for (const day of ['2029-05-02', '2027-11-05', '2030-12-31', '2028-03-20', '2027-01-11']) {
      expect([day, isWorkingDay(republic, date(day))]).toEqual([day, true]);
    }
  });
  test('a federal holiday on a weekend moves to Monday, a republican one is lost', () => {
    expect(kindOfDate(republic, date('2028-06-12'))).toBe('holiday');
    expect(kindOfDate(republic, date('2027-06-14'))).toBe('movedHoliday'); // 12 June 2027 is a Saturday
    expect(isWorkingDay(republic, date('2027-11-08'))).toBe(true); // 6 November 2027 is a Saturday
  });
  test('a holiday on 29 February comes in leap years only', () => {
    const calendar = createCalendar([{ ...federal, rule: { holidays: ['02-29'] } }]);
    expect(isWorkingDay(calendar, date('2028-02-29'))).toBe(false);
    expect(isWorkingDay(calendar, date('2027-03-01'))).toBe(true);
  });
  test('without a rule weeks are plain', () => {
    const { rule: _, ...bare } = federal;
    expect(kindOfDate(createCalendar([bare]), date('2027-02-23'))).toBe('working');
  });
});

test('the digest changes with the days and with nothing else', () => {
  const now = createCalendar(both);
  expect(createCalendar([{ ...federal, version: '9' }, tatarstan]).digest).toBe(now.digest);
  expect(createCalendar(both, { decreeDays: 'working' }).digest).not.toBe(now.digest);
});

describe('a calendar that contradicts itself is refused by name', () => {
  const plain: CalendarDefinition = { ...federal, id: 'plain', years: { 2024: {}, 2025: {} } };
  const cases: [string, () => unknown][] = [
    ['calendar/gap', () => createCalendar([{ ...plain, years: { 2020: {}, 2022: {} } }])],
    ['calendar/gap', () => createCalendar([{ ...plain, years: {} }])],
    ['calendar/gap', () => createCalendar([plain, { ...plain, id: 'late', extends: 'plain', years: { 2030: {} } }])],
    ['calendar/unknown-calendar', () => createCalendar([tatarstan])],
    ['calendar/extends-itself', () => createCalendar([{ ...plain, extends: 'plain' }])],
    [
      'calendar/contradictory-day',
      () => createCalendar([{ ...plain, years: { 2024: { off: ['2024-04-29'], short: ['2024-04-29'] } } }]),
    ],
    ['calendar/day-in-wrong-year', () => createCalendar([{ ...plain, years: { 2024: { off: ['2025-05-01'] } } }])],
    ['calendar/date-unreadable', () => createCalendar([{ ...plain, years: { 2024: { off: ['2024-02-30'] } } }])],
    ['calendar/outside-calendar', () => isWorkingDay(createCalendar([plain]), date('2023-12-31'))],
    ['calendar/outside-calendar', () => isWorkingDay(createCalendar([plain]), date('2056-01-01'))],
  ];
  test.each(cases)('%s', (code, work) => expect(codeOf(work)).toBe(code));
});
