import type { Term } from '#kernel/term.ts';
import type { Calendar } from './calendar.ts';
import { dateOfDay, dayOfIso } from './civil.ts';
import { deadlineOf } from './deadline.ts';
import type { Derivation } from './derivation.ts';
import { type OfficeHours, type Receipt, receive } from './office-hours.ts';

/** A due date as it is kept: ISO date, for terms in hours its local time, and the whole reason. */
export type DueDate = Readonly<{ on: string; time?: string; derivation: Derivation }>;

/** Terms of a city from instants, by its time zone, office hours and calendar. */
export type CityTerms = Readonly<{
  /** The day on which what comes at an instant counts as received. */
  receivedOn(at: Temporal.Instant): Receipt;
  /** When a term ends that something at an instant starts: the day on which that counts as received is its event. */
  dueOn(term: Term, at: Temporal.Instant): DueDate;
}>;

/** Binds the calculus to one city. Throws as `receive` and `deadlineOf` when asked. */
export function cityTerms(
  calendar: Calendar,
  { officeHours: office, timeZone }: Readonly<{ officeHours: OfficeHours; timeZone: string }>,
): CityTerms {
  const localTime = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const receivedOn = (at: Temporal.Instant) => receive(calendar, office, localTime(at));
  return {
    receivedOn,
    dueOn(term, instant) {
      const at = localTime(instant);
      const inHours = term.unit === 'workingHours';
      const on = inHours ? at.toPlainDate() : dateOfDay(dayOfIso(receivedOn(instant).on));
      const rule = { id: 'term', version: '1', term, office };
      const { derivation } = deadlineOf(calendar, rule, { event: { kind: term.from, on, at } });
      const { due, time } = derivation;
      return { on: due, ...(time && { time }), derivation };
    },
  };
}
