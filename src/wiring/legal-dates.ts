import { type CityTerms, cityTerms, createCalendars } from '#modules/calendar/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';

const made = new WeakMap<Pack, CityTerms>();

/** The legal dates of a city: its calendar, office hours and time zone. Made once for a pack. */
export function termsOf(pack: Pack): CityTerms {
  const known = made.get(pack);
  if (known !== undefined) return known;
  const calendar = createCalendars(pack.calendars).get(pack.city.calendar);
  if (calendar === undefined) throw new Error(`the pack has no calendar ${pack.city.calendar}`);
  const { officeHours, timeZone } = pack.city;
  const terms = cityTerms(calendar, { officeHours, timeZone });
  made.set(pack, terms);
  return terms;
}
