import { Problem } from '#kernel/problem.ts';
import type { Calendar } from './calendar.ts';

/**
 * Which calendar counts: a service's own wins over that of who works on it, which wins over its place's, which wins over
 * the city's. Values are calendar ids.
 */
export type CalendarChoice = Readonly<{
  city: string;
  byService?: Readonly<Record<string, string>>;
  byDepartment?: Readonly<Record<string, string>>;
  byPlace?: Readonly<Record<string, string>>;
}>;

/** What a term belongs to: its service, the department or agency that works, and the district of the place. */
export type WhereCounted = Readonly<{
  serviceId?: string | undefined;
  departmentId?: string | undefined;
  placeId?: string | undefined;
}>;

/** The calendar for a service of a department at a place. Throws `calendar/unknown-calendar`. */
export function chooseCalendar(
  calendars: ReadonlyMap<string, Calendar>,
  choice: CalendarChoice,
  { serviceId = '', departmentId = '', placeId = '' }: WhereCounted,
): Calendar {
  const { city, byService = {}, byDepartment = {}, byPlace = {} } = choice;
  const id = byService[serviceId] ?? byDepartment[departmentId] ?? byPlace[placeId] ?? city;
  const calendar = calendars.get(id);
  if (calendar === undefined) throw new Problem('calendar/unknown-calendar', { calendar: id });
  return calendar;
}
