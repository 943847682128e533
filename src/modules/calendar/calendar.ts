import { createHash } from 'node:crypto';
import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import { type Day, dayOfDate, isoOfDay } from './civil.ts';
import { type DayKind, dayKinds, isWorkingCode } from './day-kinds.ts';
import { buildDayTable, type DayTable } from './day-table.ts';
import type { CalendarDefinition, CalendarSettings, DecreeDays, WeekendHolidays } from './definition.ts';

/**
 * A production calendar ready to count: every day from `first` to `last` is known, those after `publishedUntil` by rule
 * only. Immutable. Built once (about a millisecond), asked in constant time.
 */
export type Calendar = Readonly<{
  id: string;
  name: Localized;
  version: string;
  /** SHA-256 (hexadecimal) over what every day is: two calendars with the same digest give the same dates. */
  digest: string;
  decreeDays: DecreeDays;
  weekendHolidays: WeekendHolidays;
  first: Day;
  last: Day;
  /** Last day of the last published year. */
  publishedUntil: Day;
  days: DayTable;
  /** Working days before `first + index`. */
  workingBefore: Int32Array;
  /** The working days in order, as day numbers. */
  workingDays: Int32Array;
  /** Last day of the run of equal kind that `first + index` lies in. */
  runEnd: Int32Array;
}>;

/**
 * The calendar named `id` (by default the last of `definitions`) with all that it extends.
 * Throws `calendar/unknown-calendar`, `calendar/extends-itself`, `calendar/gap`, `calendar/contradictory-day`,
 * `calendar/day-in-wrong-year`, `calendar/date-unreadable`.
 */
export function createCalendar(
  definitions: readonly CalendarDefinition[],
  options: CalendarSettings & { id?: string } = {},
): Calendar {
  const chain = chainOf(definitions, options.id ?? definitions.at(-1)?.id ?? '');
  const leaf = chain[chain.length - 1] as CalendarDefinition;
  const decreeDays = options.decreeDays ?? chain.findLast((one) => one.decreeDays !== undefined)?.decreeDays ?? 'off';
  const layers = chain.map((definition) => ({
    definition,
    weekendHolidays:
      (definition === leaf ? options.weekendHolidays : undefined) ??
      definition.weekendHolidays ??
      (definition.extends === undefined ? 'moved' : 'lost'),
  }));
  const days = buildDayTable(layers, decreeDays);
  const digest = digestOf(leaf.id, days);
  return Object.freeze({
    id: leaf.id,
    name: leaf.name,
    version: leaf.version ?? shortDigest(digest),
    digest,
    decreeDays,
    weekendHolidays: layers[layers.length - 1]?.weekendHolidays ?? 'lost',
    first: days.first,
    last: days.first + days.kind.length - 1,
    publishedUntil: days.publishedUntil,
    days,
    ...countsOf(days),
  });
}

/** Enough of a digest to tell calendars apart; the version of a calendar whose city quotes none. */
export const shortDigest = (digest: string): string => digest.slice(0, 12);

/** All calendars of a city by id. */
export function createCalendars(
  definitions: readonly CalendarDefinition[],
  settings: CalendarSettings = {},
): ReadonlyMap<string, Calendar> {
  return new Map(definitions.map(({ id }) => [id, createCalendar(definitions, { ...settings, id })]));
}

function chainOf(definitions: readonly CalendarDefinition[], id: string): CalendarDefinition[] {
  const chain: CalendarDefinition[] = [];
  for (let next: string | undefined = id; next !== undefined; ) {
    const definition = definitions.find((one) => one.id === next);
    if (definition === undefined) throw new Problem('calendar/unknown-calendar', { calendar: next });
    if (chain.includes(definition)) throw new Problem('calendar/extends-itself', { calendar: next });
    chain.unshift(definition);
    next = definition.extends;
  }
  return chain;
}

/** The text under the digest: id, first day, last published day, a letter a day, `s` or `-` a day for shorter ones. */
function digestOf(id: string, { first, publishedUntil, kind, short }: DayTable): string {
  const letters = Array.from(kind, (code) => dayKinds[code]?.letter ?? '?').join('');
  const shorter = Array.from(short, (flag) => (flag === 1 ? 's' : '-')).join('');
  return createHash('sha256')
    .update([id, isoOfDay(first), isoOfDay(publishedUntil), letters, shorter].join('\n'))
    .digest('hex');
}

function countsOf({ first, kind }: DayTable): Pick<Calendar, 'workingBefore' | 'workingDays' | 'runEnd'> {
  const workingBefore = new Int32Array(kind.length + 1);
  const runEnd = new Int32Array(kind.length);
  const working: number[] = [];
  for (let index = 0; index < kind.length; index++) {
    workingBefore[index] = working.length;
    if (isWorkingCode(kind[index] ?? 0)) working.push(first + index);
  }
  workingBefore[kind.length] = working.length;
  for (let index = kind.length - 1; index >= 0; index--) {
    runEnd[index] = kind[index] === kind[index + 1] ? (runEnd[index + 1] ?? 0) : first + index;
  }
  return { workingBefore, workingDays: Int32Array.from(working), runEnd };
}

/** Refuses a day the calendar does not know: `calendar/outside-calendar`, with the days it does know. */
export function requireInside(calendar: Calendar, day: Day): void {
  if (day >= calendar.first && day <= calendar.last) return;
  throw new Problem('calendar/outside-calendar', {
    date: isoOfDay(day),
    first: isoOfDay(calendar.first),
    last: isoOfDay(calendar.last),
    calendar: calendar.id,
  });
}

/** Code of the kind of a day that lies inside the calendar. */
export const codeOfDay = (calendar: Calendar, day: Day): number => calendar.days.kind[day - calendar.first] ?? 0;

/** Whether a day inside the calendar is a working one. */
export const worksOn = (calendar: Calendar, day: Day): boolean => isWorkingCode(codeOfDay(calendar, day));

/** Working days in `(after, until]`; zero when `until` is not later. Both inside the calendar (`after` may be the day before it). */
export function workingBetween(calendar: Calendar, after: Day, until: Day): number {
  if (until <= after) return 0;
  return (
    (calendar.workingBefore[until + 1 - calendar.first] ?? 0) -
    (calendar.workingBefore[after + 1 - calendar.first] ?? 0)
  );
}

/** The first working day on or after `day`. Throws `calendar/outside-calendar` when there is none in the calendar. */
export function workingOnOrAfter(calendar: Calendar, day: Day): Day {
  requireInside(calendar, day);
  const next = calendar.workingDays[calendar.workingBefore[day - calendar.first] ?? 0];
  if (next === undefined) requireInside(calendar, calendar.last + 1);
  return next ?? day;
}

/** The last working day on or before `day`, or undefined when the calendar has none so early. */
export const workingOnOrBefore = (calendar: Calendar, day: Day): Day | undefined =>
  calendar.workingDays[(calendar.workingBefore[day + 1 - calendar.first] ?? 0) - 1];

/** What a date is on the calendar. Throws `calendar/outside-calendar`. */
export function kindOfDate(calendar: Calendar, date: Temporal.PlainDate): DayKind {
  const day = dayOfDate(date);
  requireInside(calendar, day);
  return dayKinds[codeOfDay(calendar, day)]?.id ?? 'working';
}

/** Whether a date is a working day. Throws `calendar/outside-calendar`. */
export function isWorkingDay(calendar: Calendar, date: Temporal.PlainDate): boolean {
  requireInside(calendar, dayOfDate(date));
  return worksOn(calendar, dayOfDate(date));
}

/** Working days after `after` up to and including `until`. Throws `calendar/outside-calendar`. */
export function countWorkingDays(calendar: Calendar, after: Temporal.PlainDate, until: Temporal.PlainDate): number {
  requireInside(calendar, dayOfDate(after));
  requireInside(calendar, dayOfDate(until));
  return workingBetween(calendar, dayOfDate(after), dayOfDate(until));
}
