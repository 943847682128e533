import { Problem } from '#kernel/problem.ts';
import type { Calendar } from './calendar.ts';
import { codeOfDay, requireInside, worksOn } from './calendar.ts';
import { type Day, isoOfDay } from './civil.ts';
import { dayKinds } from './day-kinds.ts';
import type { Stretch } from './derivation.ts';
import { type OfficeHours, openMinutes } from './office-hours.ts';
import { type Standstill, standingBetween, standstillAt } from './suspension.ts';

/** The moment a term of hours ends, and the stretches it ran over. */
export type HoursEnd = Readonly<{ day: Day; minute: number; stretches: readonly Stretch[] }>;

/**
 * The end of a term of `hours` within office hours, counted from minute `minute` of `day`: hours run from the moment
 * itself, days of a standstill and days off do not count. A term that is used up at closing time ends then, not at the
 * next opening. Throws `calendar/impossible-term`, `calendar/outside-calendar`.
 */
export function endOfHours(
  calendar: Calendar,
  office: OfficeHours,
  { day, minute, hours, standstills }: { day: Day; minute: number; hours: number; standstills: readonly Standstill[] },
): HoursEnd {
  if (!Number.isSafeInteger(hours) || hours <= 0) {
    throw new Problem('calendar/impossible-term', { amount: hours, unit: 'workingHours' });
  }
  const stretches: Stretch[] = [];
  let left = hours * 60;
  for (let today = day; ; today++) {
    requireInside(calendar, today);
    const stands = standstillAt(standstills, today);
    let ran = 0;
    for (const [from, to] of stands === undefined ? openMinutes(calendar, office, today) : []) {
      const begins = today === day ? Math.max(from, minute) : from;
      const runs = Math.min(left - ran, Math.max(0, to - begins));
      ran += runs;
      if (ran === left) {
        stretches.push(stretchOfDay(calendar, today, { ran, by: undefined }));
        return { day: today, minute: begins + runs, stretches };
      }
    }
    left -= ran;
    stretches.push(stretchOfDay(calendar, today, { ran, by: stands && standingBetween(stands, today, today) }));
  }
}

function stretchOfDay(
  calendar: Calendar,
  day: Day,
  { ran, by }: { ran: number; by: readonly number[] | undefined },
): Stretch {
  const iso = isoOfDay(day);
  if (by !== undefined) return { from: iso, to: iso, days: 1, fate: 'suspended', why: 'suspension', by, minutes: 0 };
  const why = dayKinds[codeOfDay(calendar, day)]?.id ?? 'working';
  return { from: iso, to: iso, days: 1, fate: worksOn(calendar, day) ? 'counted' : 'skipped', why, minutes: ran };
}
