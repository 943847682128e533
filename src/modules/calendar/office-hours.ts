import { Problem } from '#kernel/problem.ts';
import { type Calendar, requireInside, workingOnOrAfter, worksOn } from './calendar.ts';
import { type Day, dateOfDay, dayOfDate, isoOfDay, weekdayOf } from './civil.ts';

/** When an office is open on working days, `HH:MM` in the city's time zone. Fits `officeHours` of `city.yaml`. */
export type OfficeHours = Readonly<{
  from: string;
  to: string;
  fridayTo?: string | undefined;
  /** Hours between do not count in terms of hours; the office still takes applications. */
  lunch?: Readonly<{ from: string; to: string }> | undefined;
  /** A letter that comes before opening of a working day; by the letter of the rule, the next working day. */
  beforeOpening?: 'nextWorkingDay' | 'sameDay' | undefined;
}>;

/** When something counts as received, and why not at once. `at` is local ISO time, `on` an ISO date. */
export type Receipt = Readonly<{
  at: string;
  on: string;
  moved: 'dayOff' | 'beforeOpening' | 'afterClosing' | null;
}>;

/** Minutes after midnight of `HH:MM`. Throws `calendar/hours-unreadable`. */
function minuteOf(clock: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock);
  if (match === null) throw new Problem('calendar/hours-unreadable', { text: clock });
  return Number(match[1]) * 60 + Number(match[2]);
}

/** `HH:MM` of minutes after midnight. */
export const clockOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Opening and closing minute of a working day; a shorter day ends an hour earlier (Labour Code, article 95). */
function openingOf(calendar: Calendar, office: OfficeHours, day: Day): { opens: number; closes: number } {
  const opens = minuteOf(office.from);
  const usual = minuteOf(weekdayOf(day) === 5 ? (office.fridayTo ?? office.to) : office.to);
  const closes = usual - 60 * (calendar.days.short[day - calendar.first] ?? 0);
  if (closes <= opens) throw new Problem('calendar/hours-unreadable', { text: `${office.from}–${office.to}` });
  return { opens, closes };
}

/** The minutes `[from, to)` of a day that count in a term of hours; none on a day off. */
export function openMinutes(calendar: Calendar, office: OfficeHours, day: Day): readonly (readonly [number, number])[] {
  if (!worksOn(calendar, day)) return [];
  const { opens, closes } = openingOf(calendar, office, day);
  if (office.lunch === undefined) return [[opens, closes]];
  const away = minuteOf(office.lunch.from);
  const back = minuteOf(office.lunch.to);
  const parts = [
    [opens, Math.min(away, closes)],
    [Math.max(back, opens), closes],
  ] as const;
  return parts.filter(([from, to]) => from < to);
}

/**
 * The day on which what arrives at local time `at` counts as received: that day when the office is open, else the next
 * working day (rule common to the regulations of Russian authorities). The closing minute itself is still open.
 * Throws `calendar/outside-calendar`.
 */
export function receive(calendar: Calendar, office: OfficeHours, at: Temporal.PlainDateTime): Receipt {
  const day = dayOfDate(at.toPlainDate());
  requireInside(calendar, day);
  const text = at.toString({ smallestUnit: 'minute' });
  if (!worksOn(calendar, day)) return { at: text, on: isoOfDay(workingOnOrAfter(calendar, day)), moved: 'dayOff' };
  const { opens, closes } = openingOf(calendar, office, day);
  const minute = at.hour * 60 + at.minute + at.second / 60;
  const tomorrow = () => isoOfDay(workingOnOrAfter(calendar, day + 1));
  if (minute > closes) return { at: text, on: tomorrow(), moved: 'afterClosing' };
  if (minute >= opens) return { at: text, on: isoOfDay(day), moved: null };
  const waits = office.beforeOpening !== 'sameDay';
  return { at: text, on: waits ? tomorrow() : isoOfDay(day), moved: 'beforeOpening' };
}

/** A minute of the calendar as local time. */
export const momentOf = (day: Day, minute: number): Temporal.PlainDateTime =>
  dateOfDay(day).toPlainDateTime({ hour: Math.floor(minute / 60) % 24, minute: minute % 60 });

/** Minute of the day in which local time `at` lies; seconds are dropped, in favour of who waits. */
export const minuteOfDay = (at: Temporal.PlainDateTime): number => at.hour * 60 + at.minute;
