import type { Term } from '#kernel/term.ts';

/** Lengths that a calendar alone decides; working days and hours have no duration. */
const durations: Partial<Record<Term['unit'], (amount: number) => string>> = {
  calendarDays: (amount) => `P${amount}D`,
  months: (amount) => `P${amount}M`,
  years: (amount) => `P${amount}Y`,
};

/** A term as an ISO 8601 duration, where it is one. */
export const durationOf = ({ unit, amount }: Pick<Term, 'unit' | 'amount'>): string | undefined =>
  durations[unit]?.(amount);
