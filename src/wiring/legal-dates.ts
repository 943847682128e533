import { type Calendar, type CityTerms, cityTerms } from '#modules/calendar/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import { calendarNamed } from '#modules/planning/index.ts';

const made = new WeakMap<Calendar, CityTerms>();

/**
 * The legal dates of a city on one of its calendars, by its office hours and time zone; on the city's own when no other
 * is named. Made once for a calendar.
 */
export function termsOf(pack: Pack, calendarId?: string): CityTerms {
  const calendar = calendarNamed(pack, calendarId);
  const { officeHours, timeZone } = pack.city;
  const terms = made.get(calendar) ?? cityTerms(calendar, { officeHours, timeZone });
  made.set(calendar, terms);
  return terms;
}
