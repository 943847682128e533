import { type Calendar, countWorkingDays, createCalendars } from '#modules/calendar/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';

/**
 * How a legal date stands today. `days` are working days: those left after today, or those since the date passed.
 * `isNear`: so few are left that the department was warned.
 */
export type DueStanding = Readonly<{
  on: string;
  standing: 'left' | 'lastDay' | 'overdue';
  days: number;
  isNear?: boolean;
}>;

/** How far a date (ISO) is from today on the city's calendar. Pure. Throws `calendar/outside-calendar`. */
export function dueStanding(calendar: Calendar, today: Temporal.PlainDate, on: string): DueStanding {
  const due = Temporal.PlainDate.from(on);
  const order = Temporal.PlainDate.compare(due, today);
  if (order === 0) return { on, standing: 'lastDay', days: 0 };
  if (order > 0) return { on, standing: 'left', days: countWorkingDays(calendar, today, due) };
  return { on, standing: 'overdue', days: countWorkingDays(calendar, due, today) };
}

const made = new WeakMap<Pack, Calendar>();

/** The calendar by which a city counts terms; made once for a pack. */
export function calendarOf(pack: Pack): Calendar {
  const known = made.get(pack);
  if (known !== undefined) return known;
  const calendar = createCalendars(pack.calendars).get(pack.city.calendar);
  if (calendar === undefined) throw new Error(`the pack has no calendar ${pack.city.calendar}`);
  made.set(pack, calendar);
  return calendar;
}
