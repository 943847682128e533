import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import {
  type Calendar,
  requireInside,
  workingBetween,
  workingOnOrAfter,
  workingOnOrBefore,
  worksOn,
} from './calendar.ts';
import { addMonths, type Day } from './civil.ts';
import { type Standstill, standstillAt } from './suspension.ts';

/** A stretch of a term counted in one unit of whole days: the term itself, then each extension. */
export type Leg = Readonly<{ amount: number; unit: Exclude<Term['unit'], 'workingHours'> }>;

/**
 * The last day of a term before it rolls. The day of the event, `start`, does not count (Civil Code of Russia,
 * article 191); days of a standstill do not count either, whatever the unit.
 * Throws `calendar/impossible-term` and `calendar/outside-calendar`.
 */
export function lastDayOf(
  calendar: Calendar,
  { start, legs }: { start: Day; legs: readonly Leg[] },
  standstills: readonly Standstill[],
): Day {
  requireInside(calendar, start);
  let day = start;
  for (const leg of legs) {
    refuseImpossible(leg);
    day =
      leg.unit === 'workingDays'
        ? runWorkingDays(calendar, { after: day, amount: leg.amount }, standstills)
        : runDays(day, calendarLength(day, leg), standstills);
    requireInside(calendar, day);
  }
  return day;
}

function refuseImpossible({ amount, unit }: Leg): void {
  if (Number.isSafeInteger(amount) && amount > 0) return;
  throw new Problem('calendar/impossible-term', { amount, unit });
}

/** A term in months or years is as many days as lie between its first and last day; a standstill puts days to it. */
const calendarLength = (after: Day, { amount, unit }: Leg): number =>
  unit === 'calendarDays' ? amount : addMonths(after, unit === 'years' ? amount * 12 : amount) - after;

function runWorkingDays(
  calendar: Calendar,
  { after, amount }: { after: Day; amount: number },
  standstills: readonly Standstill[],
): Day {
  let position = after;
  let left = amount;
  for (const { from, until } of standstills) {
    if (until <= position + 1) continue;
    if (from > calendar.last) break;
    const running = workingBetween(calendar, position, from - 1);
    if (left <= running) break;
    left -= running;
    position = until - 1;
    requireInside(calendar, position);
  }
  const counted = calendar.workingBefore[position + 1 - calendar.first] ?? 0;
  return calendar.workingDays[counted + left - 1] ?? calendar.last + 1;
}

function runDays(after: Day, amount: number, standstills: readonly Standstill[]): Day {
  let position = after;
  let left = amount;
  for (const { from, until } of standstills) {
    if (until <= position + 1) continue;
    const running = Math.max(0, from - 1 - position);
    if (left <= running) break;
    left -= running;
    position = until - 1;
  }
  return position + left;
}

/**
 * Where the end of a term goes when its last day is not a working day (Civil Code of Russia, article 193).
 * It never goes to a day on which the clock stands, nor, rolling back, to the day of the event or before it.
 */
export function rolledDay(
  calendar: Calendar,
  { last, start, roll }: { last: Day; start: Day; roll: Term['roll'] },
  standstills: readonly Standstill[],
): Day {
  if (roll === 'none' || worksOn(calendar, last)) return last;
  if (roll === 'previous') {
    const back = workingOnOrBefore(calendar, last);
    if (back !== undefined && back > start && standstillAt(standstills, back) === undefined) return back;
  }
  let day = workingOnOrAfter(calendar, last);
  for (let stands = standstillAt(standstills, day); stands !== undefined; stands = standstillAt(standstills, day)) {
    day = workingOnOrAfter(calendar, stands.until);
  }
  return day;
}
