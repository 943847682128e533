import { type Calendar, requireInside, workingBetween, worksOn } from './calendar.ts';
import { type Day, dayOfDate, isoOfDay } from './civil.ts';
import { type Owner, ownerKey } from './owner.ts';

/** A request in a case: who held it, when it was due, when it was answered; unanswered ones have no end. */
export type HeldRequest = Readonly<{
  id: string;
  holder: Owner;
  dueOn: Temporal.PlainDate;
  answeredOn?: Temporal.PlainDate;
}>;

/** Late working days of a case that are one owner's, as ISO dates of the days on which that owner was late. */
export type Booking = Readonly<{ owner: Owner; requestId?: string; days: number; on: readonly string[] }>;

/** How late a case is and whose delay that is; the bookings add up to `days`. */
export type Delay = Readonly<{
  days: number;
  bookings: readonly Booking[];
  /** Working days each request was answered late, whether or not they made the case late. */
  requests: readonly Readonly<{ id: string; holder: Owner; days: number }>[];
}>;

/**
 * Books the working days by which a case ended (or, still open, stands today: `endedOn`) after `dueOn`. A day on which
 * a request was overdue is its holder's, the earliest due request's if several were; of such days the first ones are
 * booked, as many as the case is late. The rest is the department's that has the case.
 * A late answer moves no term; it only says whose delay it was. Throws `calendar/outside-calendar`.
 */
export function delayOf(
  calendar: Calendar,
  facts: Readonly<{ dueOn: Temporal.PlainDate; endedOn: Temporal.PlainDate; departmentId: string }>,
  requests: readonly HeldRequest[],
): Delay {
  const ended = dayOfDate(facts.endedOn);
  const due = dayOfDate(facts.dueOn);
  const held = requests
    .map(({ id, holder, dueOn, answeredOn }) => ({
      id,
      holder,
      due: dayOfDate(dueOn),
      until: Math.min(ended, answeredOn === undefined ? ended : dayOfDate(answeredOn)),
    }))
    .sort((a, b) => a.due - b.due);
  for (const day of [ended, due, ...held.map((one) => one.due)]) requireInside(calendar, day);
  const days = workingBetween(calendar, due, ended);
  const booked = new Map<string, Booking & { on: string[] }>();
  let left = days;
  for (let day = (held[0]?.due ?? ended) + 1; day <= ended && left > 0; day++) {
    const late = worksOn(calendar, day) ? held.find((one) => one.due < day && day <= one.until) : undefined;
    if (late === undefined) continue;
    book(booked, late, day);
    left--;
  }
  const own: Booking = { owner: { kind: 'city', departmentId: facts.departmentId }, days: left, on: [] };
  return {
    days,
    bookings: [...booked.values(), ...(left > 0 ? [{ ...own, on: lastWorkingDays(calendar, ended, left) }] : [])],
    requests: held.map(({ id, holder, due: from, until }) => ({
      id,
      holder,
      days: workingBetween(calendar, from, until),
    })),
  };
}

function book(booked: Map<string, Booking & { on: string[] }>, late: { id: string; holder: Owner }, day: Day): void {
  const key = `${late.id} ${ownerKey(late.holder)}`;
  const known = booked.get(key);
  const on = [...(known?.on ?? []), isoOfDay(day)];
  booked.set(key, { owner: late.holder, requestId: late.id, days: on.length, on });
}

/** The last working days of a late case: those that nobody else's delay explains. */
function lastWorkingDays(calendar: Calendar, until: Day, count: number): string[] {
  const end = calendar.workingBefore[until + 1 - calendar.first] ?? 0;
  return Array.from(calendar.workingDays.subarray(end - count, end), isoOfDay);
}
