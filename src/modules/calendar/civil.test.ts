import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, dateOfDay, dayOfDate, dayOfIso, isoOfDay, weekdayOf } from './civil.ts';

const days = fc.integer({ min: -200_000, max: 200_000 });
const epoch = Temporal.PlainDate.from('1970-01-01');

test('day numbers agree with Temporal over ten centuries', () => {
  fc.assert(
    fc.property(days, (day) => {
      const date = epoch.add({ days: day });
      expect(dayOfDate(date)).toBe(day);
      expect(dateOfDay(day).equals(date)).toBe(true);
      expect(isoOfDay(day)).toBe(date.toString());
      expect(dayOfIso(date.toString())).toBe(day);
      expect(weekdayOf(day)).toBe(date.dayOfWeek);
    }),
  );
});

test('months are added as the law and Temporal do: the last day where the month is shorter', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -40, max: 400 }), (day, months) => {
      expect(isoOfDay(addMonths(day, months))).toBe(dateOfDay(day).add({ months }).toString());
    }),
  );
});

test.each(['2025-02-29', '2025-13-01', '2025-1-1', '20250101', 'tomorrow', ''])('%j is not a date', (text) => {
  expect(() => dayOfIso(text)).toThrow('calendar/date-unreadable');
});
