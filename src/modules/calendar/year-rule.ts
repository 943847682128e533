import { addMonths, type Day, dayOf, isoOfDay } from './civil.ts';
import type { CalendarDefinition } from './definition.ts';

/** Days off that come every year, as `MM-DD`. */
export type YearRule = Readonly<{ off: readonly string[]; holidays: readonly string[] }>;

/** Fewer published years than this say nothing about what comes every year. */
const yearsThatShowARule = 5;

/** A run this long is the New Year break: its weekend days are moved by a yearly decree, so by no rule (art. 112). */
const breakLength = 3;

/**
 * The rule by which a calendar goes on after its last published year: as written, else read off its published years.
 * A day counts as yearly when the definition lists it as off in at least two years and it is off in all of them.
 * `isOff` tells of a published day whether it is a day off in the whole chain.
 */
export function yearRule(definition: CalendarDefinition, isOff: (iso: string) => boolean): YearRule {
  if (definition.rule !== undefined) {
    return { off: definition.rule.off ?? [], holidays: definition.rule.holidays ?? [] };
  }
  const years = Object.keys(definition.years);
  if (years.length < yearsThatShowARule) return { off: [], holidays: [] };
  const listed = new Map<string, number>();
  for (const iso of Object.values(definition.years).flatMap((year) => year.off ?? [])) {
    listed.set(iso.slice(5), (listed.get(iso.slice(5)) ?? 0) + 1);
  }
  const yearly = [...listed]
    .filter(([monthDay, times]) => times > 1 && years.every((year) => isOff(`${year}-${monthDay}`)))
    .map(([monthDay]) => monthDay)
    .sort();
  const inBreak = new Set(
    runs(yearly)
      .filter((run) => run.length >= breakLength)
      .flat(),
  );
  return {
    off: yearly.filter((monthDay) => inBreak.has(monthDay)),
    holidays: yearly.filter((monthDay) => !inBreak.has(monthDay)),
  };
}

/** Consecutive days grouped; days are compared within one leap year, so that 28 and 29 February are neighbours. */
function runs(monthDays: readonly string[]): string[][] {
  const grouped: string[][] = [];
  let last = Number.NaN;
  for (const monthDay of monthDays) {
    const day = dayInYear(2000, monthDay) ?? Number.NaN;
    const run = grouped.at(-1);
    if (run !== undefined && day === last + 1) run.push(monthDay);
    else grouped.push([monthDay]);
    last = day;
  }
  return grouped;
}

/** Day number of `MM-DD` in a year; undefined for 29 February of a common year. */
export function dayInYear(year: number, monthDay: string): Day | undefined {
  const month = Number(monthDay.slice(0, 2));
  const day = dayOf(year, month, Number(monthDay.slice(3)));
  return isoOfDay(day).slice(5) === monthDay && day < addMonths(dayOf(year, month, 1), 1) ? day : undefined;
}
