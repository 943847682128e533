import {
  type Calendar,
  chooseCalendar,
  createCalendars,
  dayOfIso,
  type WhereCounted,
} from '#modules/calendar/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';

const made = new WeakMap<Pack, ReadonlyMap<string, Calendar>>();

/** The calendars of a pack by id; made once a pack. Throws the problems of calendars. */
function calendarsOf(pack: Pack): ReadonlyMap<string, Calendar> {
  const known = made.get(pack) ?? createCalendars(pack.calendars);
  made.set(pack, known);
  return known;
}

/**
 * The calendar on which a date was counted, by its id. Without one, and where the city has given that calendar up since,
 * the city's own. Throws the problems of calendars.
 */
export function calendarNamed(pack: Pack, id: string | undefined): Calendar {
  const calendars = calendarsOf(pack);
  return calendars.get(id ?? '') ?? chooseCalendar(calendars, { city: pack.city.calendar }, {});
}

/** The calendar on which a term of a service or department at a place is counted. Throws the problems of calendars. */
export function calendarFor(pack: Pack, where: WhereCounted): Calendar {
  const { calendar, calendars = {} } = pack.city;
  const { services, departments, districts } = calendars;
  const choice = {
    city: calendar,
    ...(services && { byService: services }),
    ...(departments && { byDepartment: departments }),
    ...(districts && { byPlace: districts }),
  };
  return chooseCalendar(calendarsOf(pack), choice, where);
}

/** Whether a day (ISO) lies after the last published year of the city's own calendar. Throws the problems of calendars. */
export const isBeyondCalendar = (pack: Pack, day: string): boolean =>
  dayOfIso(day) > calendarNamed(pack, undefined).publishedUntil;
