import { z } from 'zod';
import { Localized } from '#kernel/language.ts';
import { type Frozen, LegalDate, PackId, Unverified } from './words.ts';

const Year = z
  .strictObject({
    off: z.array(LegalDate).default([]).describe('Days Monday to Friday that are not working days.'),
    working: z.array(LegalDate).default([]).describe('Saturdays and Sundays that are working days.'),
    short: z.array(LegalDate).default([]).describe('Working days that are one hour shorter.'),
  })
  .describe('How one year differs from plain weeks.');

const isWeekend = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek > 5;

/** `calendar/<id>.yaml`: how years differ from plain weeks of five working days; may extend another calendar. */
export const Calendar = z
  .strictObject({
    id: PackId.describe('Name of the file.'),
    name: Localized,
    extends: PackId.optional().describe('Calendar whose days this one adds to.'),
    years: z.record(z.string().regex(/^\d{4}$/, 'a year of four digits'), Year),
    unverified: Unverified,
  })
  .superRefine((calendar, context) => {
    for (const [year, days] of Object.entries(calendar.years)) {
      for (const kind of ['off', 'working', 'short'] as const) {
        for (const [index, date] of days[kind].entries()) {
          const report = (message: string) =>
            context.addIssue({ code: 'custom', path: ['years', year, kind, index], message });
          if (!date.startsWith(year)) report(`${date} does not lie in ${year}`);
          if (kind === 'off' && isWeekend(date)) report(`${date} is a Saturday or Sunday and is off already`);
          if (kind === 'working' && !isWeekend(date))
            report(`${date} is not a Saturday or Sunday and is a working day already`);
        }
      }
    }
  })
  .describe('How years differ from plain weeks of five working days.');
export type Calendar = Frozen<z.infer<typeof Calendar>>;
