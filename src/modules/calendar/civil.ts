import { Problem } from '#kernel/problem.ts';

/** A civil day as a count of days since 1970-01-01: the arithmetic of terms runs on these, dates stand at the borders. */
export type Day = number;

/** Day number of a proleptic Gregorian date (year, month 1–12, day 1–31); a day past the month's end runs on. */
export function dayOf(year: number, month: number, day: number): Day {
  // Years begin in March, so that the leap day is the last of its year and needs no case of its own.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month and day of a day number. */
export function civilOf(day: Day): { year: number; month: number; day: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** Day number of a date. */
export const dayOfDate = (date: Temporal.PlainDate): Day => dayOf(date.year, date.month, date.day);

/** Date of a day number. */
export function dateOfDay(day: Day): Temporal.PlainDate {
  const civil = civilOf(day);
  return new Temporal.PlainDate(civil.year, civil.month, civil.day);
}

const isoForm = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Day number of an ISO date, `2026-01-31`. Throws `calendar/date-unreadable` for anything else, 30 February included. */
export function dayOfIso(text: string): Day {
  const [, year, month, day] = isoForm.exec(text) ?? [];
  const number = year === undefined ? Number.NaN : dayOf(Number(year), Number(month), Number(day));
  if (Number.isNaN(number) || isoOfDay(number) !== text) throw new Problem('calendar/date-unreadable', { text });
  return number;
}

/** Texts already written: the same few thousand days are named again and again in derivations and plans. */
const written: string[] = [];

/** ISO text of a day number, `2026-01-31`. */
export function isoOfDay(day: Day): string {
  const known = written[day];
  if (known !== undefined) return known;
  const civil = civilOf(day);
  const text = `${String(civil.year).padStart(4, '0')}-${String(civil.month).padStart(2, '0')}-${String(civil.day).padStart(2, '0')}`;
  if (day >= 0 && day < 100_000) written[day] = text;
  return text;
}

/** Day of the week, 1 Monday to 7 Sunday (ISO 8601). 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

/**
 * The same day of the month `months` later; where that month is shorter, its last day
 * (Civil Code of Russia, article 192, part 3: 31 January and one month end on 28 or 29 February).
 */
export function addMonths(day: Day, months: number): Day {
  const from = civilOf(day);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const nextMonth = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
  return Math.min(dayOf(year, month, from.day), nextMonth - 1);
}
