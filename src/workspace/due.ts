import { type Calendar, countWorkingDays, type DueDate, dayOfIso } from '#modules/calendar/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import { calendarNamed } from '#modules/planning/index.ts';

/**
 * How a legal date stands today. `days` are working days: those left after today, or those since the date passed.
 * `isNear`: so few are left that the department was warned.
 */
export type DueStanding = Readonly<{
  on: string;
  standing: 'left' | 'lastDay' | 'overdue';
  days: number;
  isNear?: boolean;
  /** Relies on days whose calendar is not published yet. */
  provisional?: boolean;
}>;

/** How far a date (ISO) is from today on the calendar it was counted by. Pure. Throws `calendar/outside-calendar`. */
export function dueStanding(calendar: Calendar, today: Temporal.PlainDate, on: string): DueStanding {
  const due = Temporal.PlainDate.from(on);
  const order = Temporal.PlainDate.compare(due, today);
  const date = { on, ...(dayOfIso(on) > calendar.publishedUntil && { provisional: true }) };
  if (order === 0) return { ...date, standing: 'lastDay', days: 0 };
  if (order > 0) return { ...date, standing: 'left', days: countWorkingDays(calendar, today, due) };
  return { ...date, standing: 'overdue', days: countWorkingDays(calendar, due, today) };
}

/** The calendar by which a date was counted, as it is today. */
export const calendarOf = (pack: Pack, { derivation }: DueDate): Calendar =>
  calendarNamed(pack, derivation.calendar.id);
