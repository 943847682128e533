import { Problem } from '#kernel/problem.ts';
import { createCalendars, isWorkingDay } from '#modules/calendar/index.ts';
import { type Cases, onCalendar, type RedatePreview } from '#modules/cases/index.ts';
import { type AddedDay, type Pack, withDays } from '#modules/catalogue/index.ts';
import { calendarNamed } from '#modules/planning/index.ts';

/** What a day off would do to open cases. */
export type DayPreview = RedatePreview & AddedDay;

/**
 * Throws `calendar/unknown-calendar`, `holidays/year-not-published`, `holidays/off-already` for a day that cannot be
 * added to a calendar of the pack.
 */
export function assertWorkingDay(pack: Pack, { calendarId, day }: AddedDay): void {
  const calendar = createCalendars(pack.calendars).get(calendarId);
  if (calendar === undefined) throw new Problem('calendar/unknown-calendar', { calendar: calendarId });
  const year = day.slice(0, 4);
  const definition = pack.calendars.find(({ id }) => id === calendarId);
  if (definition?.years[year] === undefined) throw new Problem('holidays/year-not-published', { year });
  if (!isWorkingDay(calendar, Temporal.PlainDate.from(day))) throw new Problem('holidays/off-already', { day });
}

/** Which open cases would move if the day were off. Reads only. */
export async function previewDay(cases: Cases, pack: Pack, added: AddedDay): Promise<DayPreview> {
  assertWorkingDay(pack, added);
  const changed = withDays(pack, [added]);
  const recount = onCalendar((id) => calendarNamed(changed, id));
  const { calendarId, day } = added;
  return { calendarId, day, ...(await cases.previewRedate({ from: day, recount })) };
}
