import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import { createCalendar, isWorkingDay } from '#modules/calendar/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';

type Length = Pick<Term, 'amount' | 'unit'>;

/** One thing supposed to be otherwise: a term, a day of a calendar, or the calendar by which the whole city counts. */
export type Supposition =
  | Readonly<{ kind: 'service'; serviceId: string; term: Length }>
  | Readonly<{ kind: 'request'; serviceId: string; requestId: string; term: Length }>
  | Readonly<{ kind: 'step'; stepId: string; term: Length }>
  | Readonly<{ kind: 'dayOff' | 'workingDay'; calendarId: string; day: string }>
  | Readonly<{ kind: 'calendar'; calendarId: string }>;

type TermSupposition = Extract<Supposition, { term: Length }>;

/**
 * The rules of a city if some of them were otherwise; the pack itself stays. A term that is supposed holds in every case.
 * Throws `planning/unknown-service`, `planning/unknown-step`, `planning/unknown-request`, `planning/year-not-published`,
 * `planning/day-stays`, `calendar/impossible-term`, `calendar/unknown-calendar` and the problems of calendars.
 */
export const suppose = (pack: Pack, suppositions: readonly Supposition[]): Pack =>
  suppositions.reduce((changed, one) => {
    if (one.kind === 'calendar') return onOneCalendar(changed, one.calendarId);
    return 'term' in one ? withTerm(changed, one) : withDay(changed, one);
  }, pack);

/** What a term is called and how long it is in a pack. Throws when the pack has no such service, request or step. */
export function termIn(pack: Pack, supposed: TermSupposition): Readonly<{ name: Localized; term: Length }> {
  if (supposed.kind === 'step') {
    const step = pack.steps.find(({ id }) => id === supposed.stepId);
    if (step === undefined) throw new Problem('planning/unknown-step', { step: supposed.stepId });
    const term = (step.kind === 'outside' ? step.term : undefined) ?? step.estimate;
    return { name: step.name, term: term ?? { amount: 1, unit: 'workingDays' } };
  }
  const { serviceId } = supposed;
  const service = pack.services.find(({ id }) => id === serviceId);
  if (service === undefined) throw new Problem('planning/unknown-service', { service: serviceId });
  if (supposed.kind === 'service') return service;
  const request = service.requests.find(({ id }) => id === supposed.requestId);
  if (request !== undefined) return request;
  const known = service.requests.map(({ id }) => id).join(', ');
  throw new Problem('planning/unknown-request', { request: supposed.requestId, service: serviceId, known });
}

function withTerm(pack: Pack, supposed: TermSupposition): Pack {
  const { amount, unit } = supposed.term;
  termIn(pack, supposed);
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new Problem('calendar/impossible-term', { amount, unit });
  if (supposed.kind === 'step') {
    return { ...pack, steps: pack.steps.map((step) => (step.id === supposed.stepId ? longer(step, supposed) : step)) };
  }
  const services = pack.services.map((service) => {
    if (service.id !== supposed.serviceId) return service;
    if (supposed.kind === 'service') return { ...service, term: ofLength(service.term, supposed.term) };
    const requests = service.requests.map((request) =>
      request.id === supposed.requestId ? { ...request, term: ofLength(request.term, supposed.term) } : request,
    );
    return { ...service, requests };
  });
  return { ...pack, services };
}

const ofLength = ({ from, roll }: Term, { amount, unit }: Length): Term => ({ amount, unit, from, roll });

/** Own work has no law to change: its estimate is another. Hours are no estimate. */
function longer(step: Pack['steps'][number], { term }: Extract<Supposition, { kind: 'step' }>): Pack['steps'][number] {
  if (step.kind === 'outside' && step.term !== undefined) return { ...step, term: ofLength(step.term, term) };
  const { amount, unit } = term;
  if (unit === 'workingHours') throw new Problem('calendar/impossible-term', { amount, unit });
  return { ...step, estimate: { amount, unit } };
}

/** The whole city on one calendar: services, departments and districts have none of their own then. */
function onOneCalendar(pack: Pack, calendar: string): Pack {
  if (!pack.calendars.some(({ id }) => id === calendar)) throw new Problem('calendar/unknown-calendar', { calendar });
  const { calendars: _, ...city } = pack.city;
  return { ...pack, city: { ...city, calendar } };
}

function withDay(pack: Pack, supposed: Extract<Supposition, { day: string }>): Pack {
  const { kind, calendarId, day } = supposed;
  const isOff = kind === 'dayOff';
  const year = day.slice(0, 4);
  const calendars = pack.calendars.map((calendar) => {
    if (calendar.id !== calendarId) return calendar;
    const lists = calendar.years[year];
    if (lists === undefined) throw new Problem('planning/year-not-published', { calendar: calendarId, year });
    const but = (days: readonly string[]) => days.filter((one) => one !== day);
    const [off, working] = [but(lists.off), but(lists.working)];
    const changed = {
      ...lists,
      off: isOff ? [...off, day] : off,
      working: isOff ? working : [...working, day],
      short: but(lists.short),
      decree: but(lists.decree),
    };
    return { ...calendar, version: undefined, years: { ...calendar.years, [year]: changed } };
  });
  if (!calendars.some(({ id }) => id === calendarId))
    throw new Problem('calendar/unknown-calendar', { calendar: calendarId });
  const made = createCalendar(calendars, { id: calendarId });
  if (isWorkingDay(made, Temporal.PlainDate.from(day)) === isOff) {
    throw new Problem('planning/day-stays', { day, calendar: calendarId });
  }
  return { ...pack, calendars };
}
