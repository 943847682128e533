import { Problem } from '#kernel/problem.ts';
import { type Day, dayOf, dayOfIso, isoOfDay, weekdayOf } from './civil.ts';
import {
  DECREE,
  DECREE_COUNTED,
  HOLIDAY,
  isWorkingCode,
  MOVED_HOLIDAY,
  WEEKEND,
  WORKING,
  WORKING_WEEKEND,
} from './day-kinds.ts';
import type { CalendarDefinition, DecreeDays, WeekendHolidays, YearDefinition } from './definition.ts';

/** Years a calendar goes on by rule after the last published one: longer than any term the law knows. */
const yearsByRule = 30;

/** One byte a day from `first`: what the day is, and whether it is an hour shorter. */
export type DayTable = Readonly<{ first: Day; publishedUntil: Day; kind: Uint8Array; short: Uint8Array }>;

type Layer = Readonly<{ definition: CalendarDefinition; weekendHolidays: WeekendHolidays }>;

/**
 * Lays a chain of calendars, the one that extends nothing first, over plain weeks.
 * Throws `calendar/gap` when a year between the first and the last is missing, `calendar/day-in-wrong-year` and
 * `calendar/contradictory-day` for wrong entries.
 */
export function buildDayTable(layers: readonly Layer[], decreeDays: DecreeDays): DayTable {
  const { firstYear, lastYear } = publishedYears(layers);
  const first = dayOf(firstYear, 1, 1);
  const length = dayOf(lastYear + yearsByRule + 1, 1, 1) - first;
  const kind = new Uint8Array(length);
  const short = new Uint8Array(length);
  for (let index = 0; index < length; index++) kind[index] = weekdayOf(first + index) > 5 ? WEEKEND : WORKING;
  const table = { first, publishedUntil: dayOf(lastYear + 1, 1, 1) - 1, kind, short };

  const moves: { day: Day; layer: Layer }[] = [];
  for (const layer of layers) {
    for (let year = firstYear; year <= lastYear; year++) {
      const days = layer.definition.years[year] ?? {};
      refuseContradictions(days, year);
      writeYear(table, days, decreeDays);
      for (const iso of days.onWeekend ?? []) moves.push({ day: dayOfIso(iso), layer });
    }
  }
  for (const { day, layer } of moves) if (layer.weekendHolidays === 'moved') moveHoliday(table, day);
  for (let year = lastYear + 1; year <= lastYear + yearsByRule; year++) {
    for (const layer of layers) writeYearByRule(table, layer, year);
  }
  return table;
}

function publishedYears(layers: readonly Layer[]): { firstYear: number; lastYear: number } {
  let firstYear = Number.NEGATIVE_INFINITY;
  let lastYear = Number.POSITIVE_INFINITY;
  for (const { definition } of layers) {
    const years = Object.keys(definition.years)
      .map(Number)
      .sort((a, b) => a - b);
    const from = years[0];
    const until = years.at(-1);
    if (from === undefined || until === undefined)
      throw new Problem('calendar/gap', { calendar: definition.id, year: '–' });
    const missing = years.find((year, index) => year !== from + index);
    if (missing !== undefined) throw new Problem('calendar/gap', { calendar: definition.id, year: missing - 1 });
    firstYear = Math.max(firstYear, from);
    lastYear = Math.min(lastYear, until);
  }
  if (!(firstYear <= lastYear)) {
    throw new Problem('calendar/gap', { calendar: layers.at(-1)?.definition.id ?? '–', year: lastYear + 1 });
  }
  return { firstYear, lastYear };
}

function refuseContradictions(days: YearDefinition, year: number): void {
  const off = new Set([...(days.off ?? []), ...(days.decree ?? [])]);
  for (const date of [...off, ...(days.working ?? []), ...(days.short ?? []), ...(days.onWeekend ?? [])]) {
    if (!date.startsWith(`${year}-`)) throw new Problem('calendar/day-in-wrong-year', { date, year });
  }
  const both = [...(days.working ?? []), ...(days.short ?? [])].find((date) => off.has(date));
  if (both !== undefined) throw new Problem('calendar/contradictory-day', { date: both });
}

function writeYear(table: DayTable, days: YearDefinition, decreeDays: DecreeDays): void {
  const { first, kind, short } = table;
  for (const iso of days.off ?? []) setOff(table, dayOfIso(iso), HOLIDAY);
  for (const iso of days.decree ?? []) {
    const index = dayOfIso(iso) - first;
    if (kind[index] === WORKING) kind[index] = decreeDays === 'off' ? DECREE : DECREE_COUNTED;
  }
  for (const iso of days.working ?? []) {
    const day = dayOfIso(iso);
    kind[day - first] = weekdayOf(day) > 5 ? WORKING_WEEKEND : WORKING;
  }
  for (const iso of days.short ?? []) short[dayOfIso(iso) - first] = 1;
}

/** A Saturday or Sunday stays one: a holiday on it takes no working day away. */
function setOff({ first, kind, short }: DayTable, day: Day, code: number): void {
  if (kind[day - first] === WEEKEND) return;
  kind[day - first] = code;
  short[day - first] = 0;
}

/** The next working day after a holiday on a weekend becomes a day off (Labour Code of Russia, article 112, part 2). */
function moveHoliday(table: DayTable, day: Day): void {
  let next = day + 1;
  while (!isWorkingCode(table.kind[next - table.first] ?? WORKING)) next++;
  setOff(table, next, MOVED_HOLIDAY);
}

function writeYearByRule(table: DayTable, { definition, weekendHolidays }: Layer, year: number): void {
  const holidays = daysInYear(year, definition.rule?.holidays ?? []);
  const all = [...daysInYear(year, definition.rule?.off ?? []), ...holidays];
  for (const day of all) setOff(table, day, HOLIDAY);
  if (weekendHolidays === 'moved') for (const day of holidays) if (weekdayOf(day) > 5) moveHoliday(table, day);
  // The day before a holiday is an hour shorter (Labour Code, article 95).
  for (const day of all) {
    const eve = day - 1 - table.first;
    if (isWorkingCode(table.kind[eve] ?? WEEKEND)) table.short[eve] = 1;
  }
}

/** Day numbers of `MM-DD` in a year; a common year has no 29 February. */
const daysInYear = (year: number, monthDays: readonly string[]): Day[] =>
  monthDays
    .map((monthDay) => ({ monthDay, day: dayOf(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3))) }))
    .filter(({ monthDay, day }) => isoOfDay(day).slice(5) === monthDay)
    .map(({ day }) => day);
