import { z } from 'zod';

/**
 * How long something may take by law.
 * `days` without a word are calendar days; a term in days starts the day after the event and, if its last day is not a
 * working day, ends on the next one (Civil Code of Russia, articles 191 and 193).
 */
export const Term = z.strictObject({
  amount: z.number().int().positive(),
  unit: z.enum(['workingDays', 'calendarDays', 'workingHours', 'months', 'years']),
  /** What starts the clock. */
  from: z
    .enum(['filing', 'registration', 'acceptance', 'lastDocument', 'recordEntry', 'request'])
    .default('registration'),
  /** Where the end goes if it falls on a non-working day. */
  roll: z.enum(['next', 'previous', 'none']).default('next'),
});
export type Term = z.infer<typeof Term>;
