import { Problem } from '#kernel/problem.ts';
import type { Calendar } from './calendar.ts';

/** Which calendar counts: a service's own wins over its place's, which wins over the city's. Values are calendar ids. */
export type CalendarChoice = Readonly<{
  city: string;
  byPlace?: Readonly<Record<string, string>>;
  byService?: Readonly<Record<string, string>>;
}>;

/** The calendar for a service at a place. Throws `calendar/unknown-calendar`. */
export function chooseCalendar(
  calendars: ReadonlyMap<string, Calendar>,
  choice: CalendarChoice,
  { serviceId, placeId }: Readonly<{ serviceId?: string; placeId?: string }>,
): Calendar {
  const id = choice.byService?.[serviceId ?? ''] ?? choice.byPlace?.[placeId ?? ''] ?? choice.city;
  const calendar = calendars.get(id);
  if (calendar === undefined) throw new Problem('calendar/unknown-calendar', { calendar: id });
  return calendar;
}
