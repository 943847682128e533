import { Problem } from '#kernel/problem.ts';
import { type Day, dayOfDate } from './civil.ts';
import type { Owner } from './owner.ts';

/**
 * Days on which the clock of a term stands: from `from`, the first such day, until the day before `resumed`, the first
 * day that runs again. `resumed: null` means it still stands. Intervals may overlap; each day stands once.
 */
export type Suspension = Readonly<{
  from: Temporal.PlainDate;
  resumed: Temporal.PlainDate | null;
  /** Why, as a code or a sentence the city uses. */
  reason: string;
  /** Number or id of the paper that proves it. */
  evidence: string;
  /** Whose move it is while the clock stands. */
  owner: Owner;
}>;

/** One suspension as days `[from, until)`; `index` is its place in the list given. */
type Span = Readonly<{ from: Day; until: Day; index: number }>;

/** Days `[from, until)` on which the clock stands, and the suspensions that make it. */
export type Standstill = Readonly<{ from: Day; until: Day; spans: readonly Span[] }>;

const noStandstills: readonly Standstill[] = [];

/**
 * Suspensions as separate stretches of days in order; overlapping and touching ones are joined.
 * A suspension that still runs is taken to last through `asOf`, so that the due date moves on with every day of it.
 * Throws `calendar/resumed-before-suspended`; `calendar/as-of-needed` when one still runs and no day is given.
 */
export function standstillsOf(
  suspensions: readonly Suspension[],
  asOf: Temporal.PlainDate | undefined,
): readonly Standstill[] {
  if (suspensions.length === 0) return noStandstills;
  const spans = suspensions.map((suspension, index) => spanOf(suspension, asOf, index));
  spans.sort((a, b) => a.from - b.from);
  const joined: { from: Day; until: Day; spans: Span[] }[] = [];
  for (const span of spans) {
    if (span.until === span.from) continue;
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.until) {
      last.until = Math.max(last.until, span.until);
      last.spans.push(span);
    } else joined.push({ from: span.from, until: span.until, spans: [span] });
  }
  return joined;
}

/** Which suspensions stand on at least one day from `from` to `to`, as places in the list given, in order. */
export const standingBetween = ({ spans }: Standstill, from: Day, to: Day): readonly number[] =>
  spans
    .filter((span) => span.from <= to && span.until > from)
    .map(({ index }) => index)
    .sort((a, b) => a - b);

function spanOf({ from, resumed }: Suspension, asOf: Temporal.PlainDate | undefined, index: number): Span {
  const start = dayOfDate(from);
  if (resumed === null) {
    if (asOf === undefined) throw new Problem('calendar/as-of-needed', { from: from.toString() });
    return { from: start, until: Math.max(start, dayOfDate(asOf) + 1), index };
  }
  const until = dayOfDate(resumed);
  if (until < start) {
    throw new Problem('calendar/resumed-before-suspended', { from: from.toString(), resumed: resumed.toString() });
  }
  return { from: start, until, index };
}

/** The stretch a day stands in, if any. */
export function standstillAt(standstills: readonly Standstill[], day: Day): Standstill | undefined {
  for (const one of standstills) {
    if (one.from > day) return undefined;
    if (day < one.until) return one;
  }
  return undefined;
}
