import type { Localized } from '#kernel/language.ts';
import type { Term } from '#kernel/term.ts';
import { type Calendar, codeOfDay, worksOn } from './calendar.ts';
import { type Day, isoOfDay } from './civil.ts';
import { type DayKind, dayKinds, isWorkingCode } from './day-kinds.ts';
import type { Leg } from './legs.ts';
import type { OfficeHours } from './office-hours.ts';
import type { Owner } from './owner.ts';
import { type Standstill, standingBetween } from './suspension.ts';

/** Days in a row with one fate. `minutes` only in terms counted in hours: how much of the term ran in them. */
export type Stretch = Readonly<{
  from: string;
  to: string;
  days: number;
  fate: 'counted' | 'skipped' | 'suspended';
  /** What kind of days they are; calendar days and months count all kinds alike. */
  why: DayKind | 'everyDay' | 'suspension';
  /** For suspended days: places in `suspensions` of those that stand. */
  by?: readonly number[];
  minutes?: number;
}>;

/** How the version of the rule was chosen when it changed while the case was open. */
export type RuleChoice = Readonly<{
  policy: 'newCases' | 'allOpenCases' | 'moreFavourable';
  /** Versions weighed, with the due date each would give where dates were compared. */
  weighed: readonly Readonly<{ version: string; due?: string }>[];
}>;

/**
 * The whole reason of a date, JSON-able: from which event, by which version of which rule, on which calendar, over
 * which stretches of days, suspensions and extensions, and how the end rolled. All dates are ISO text.
 * A reader with the calendar's days recomputes the date from it alone (`verifier.ts`).
 */
export type Derivation = Readonly<{
  format: 'deadline/1';
  event: Readonly<{ kind: Term['from']; on: string; at?: string }>;
  rule: Readonly<{ id: string; version: string; name?: Localized; term: Term; choice?: RuleChoice }>;
  calendar: Readonly<{
    id: string;
    name: Localized;
    version: string;
    digest: string;
    decreeDays: string;
    weekendHolidays: string;
    publishedUntil: string;
  }>;
  /** Office hours, only for terms counted in hours. */
  office?: OfficeHours;
  extensions: readonly Readonly<{
    kind: string;
    amount: number;
    unit: Term['unit'];
    decidedOn: string;
    reason: string;
    evidence: string;
    /** The due date it put off. */
    dueBefore: string;
  }>[];
  suspensions: readonly Readonly<{
    from: string;
    resumed: string | null;
    reason: string;
    evidence: string;
    owner: Owner;
  }>[];
  /** The day as of which a suspension that still runs was taken to last; absent when none runs. */
  asOf?: string;
  stretches: readonly Stretch[];
  /** Last day of the term before it rolled. */
  lastDay: string;
  roll: Readonly<{ from: string; to: string; why: DayKind }> | null;
  due: string;
  /** Time of the day, `HH:MM`, only for terms counted in hours. */
  time?: string;
  /** Relies on days whose calendar is not published yet. */
  provisional: boolean;
  /** What would be so only if terms or calendars were others: no date of law. */
  hypothetical?: true;
}>;

/** What a date says of the calendar it was counted on. One object a calendar, shared by all its derivations. */
export function calendarReference(calendar: Calendar): Derivation['calendar'] {
  const known = references.get(calendar);
  if (known !== undefined) return known;
  const { id, name, version, digest, decreeDays, weekendHolidays } = calendar;
  const publishedUntil = isoOfDay(calendar.publishedUntil);
  const reference = Object.freeze({ id, name, version, digest, decreeDays, weekendHolidays, publishedUntil });
  references.set(calendar, reference);
  return reference;
}
const references = new WeakMap<Calendar, Derivation['calendar']>();

type Span = { unit: Leg['unit']; after: Day; until: Day };

/** Stretches of the days after `after` up to and including `until`, in order. */
export function stretchesOf(calendar: Calendar, spans: readonly Span[], standstills: readonly Standstill[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { unit, after, until } of spans) {
    let next = 0;
    for (let day = after + 1; day <= until; ) {
      while ((standstills[next]?.until ?? Number.POSITIVE_INFINITY) <= day) next++;
      const stands = standstills[next];
      const stretch =
        stands !== undefined && stands.from <= day
          ? suspended(stands, day, Math.min(stands.until - 1, until))
          : running(calendar, { unit, day, until: Math.min((stands?.from ?? until + 1) - 1, until) });
      stretches.push(stretch);
      day += stretch.days;
    }
  }
  return stretches;
}

const suspended = (stands: Standstill, from: Day, to: Day): Stretch => ({
  from: isoOfDay(from),
  to: isoOfDay(to),
  days: to - from + 1,
  fate: 'suspended',
  why: 'suspension',
  by: standingBetween(stands, from, to),
});

function running(calendar: Calendar, { unit, day, until }: { unit: Leg['unit']; day: Day; until: Day }): Stretch {
  const to = unit === 'workingDays' ? Math.min(calendar.runEnd[day - calendar.first] ?? until, until) : until;
  const code = codeOfDay(calendar, day);
  const counted = unit !== 'workingDays' || isWorkingCode(code);
  return {
    from: isoOfDay(day),
    to: isoOfDay(to),
    days: to - day + 1,
    fate: counted ? 'counted' : 'skipped',
    why: unit === 'workingDays' ? (dayKinds[code]?.id ?? 'working') : 'everyDay',
  };
}

/** The move of the end from the last day to the due day; null when it stayed. */
export function rollOf(calendar: Calendar, last: Day, due: Day): Derivation['roll'] {
  if (last === due || worksOn(calendar, last)) return null;
  return { from: isoOfDay(last), to: isoOfDay(due), why: dayKinds[codeOfDay(calendar, last)]?.id ?? 'weekend' };
}
