import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import { type Calendar, requireInside } from './calendar.ts';
import { dateOfDay, dayOfDate } from './civil.ts';

/**
 * The term of a step or request as a formula of the case's: a part of its length, or a distance before its end.
 * Being a formula it follows when the case's term changes; nothing is to be re-entered.
 */
export type SubTerm =
  | Readonly<{ kind: 'part'; numerator: number; denominator: number; rounding: 'down' | 'up'; from: Term['from'] }>
  | Readonly<{ kind: 'before'; workingDays: number }>;

/**
 * The part of a case's term as a term of its own, in the same unit, at least one.
 * Throws `calendar/impossible-term` when the part is not between nothing and the whole.
 */
export function partOfTerm(part: Extract<SubTerm, { kind: 'part' }>, whole: Term): Term {
  const { numerator, denominator, rounding, from } = part;
  if (!(numerator > 0 && numerator <= denominator)) {
    throw new Problem('calendar/impossible-term', { amount: `${numerator}/${denominator}`, unit: whole.unit });
  }
  const exact = (whole.amount * numerator) / denominator;
  const amount = Math.max(1, rounding === 'down' ? Math.floor(exact) : Math.ceil(exact));
  return { amount, unit: whole.unit, from, roll: whole.roll };
}

/**
 * The working day that lies `workingDays` working days before the end of the case.
 * Throws `calendar/impossible-term`, `calendar/outside-calendar`.
 */
export function dayBeforeEnd(
  calendar: Calendar,
  { workingDays }: Extract<SubTerm, { kind: 'before' }>,
  caseDue: Temporal.PlainDate,
): Temporal.PlainDate {
  if (!Number.isSafeInteger(workingDays) || workingDays <= 0) {
    throw new Problem('calendar/impossible-term', { amount: workingDays, unit: 'workingDays' });
  }
  const due = dayOfDate(caseDue);
  requireInside(calendar, due);
  const day = calendar.workingDays[(calendar.workingBefore[due - calendar.first] ?? 0) - workingDays];
  if (day === undefined) requireInside(calendar, calendar.first - 1);
  return dateOfDay(day ?? due);
}
