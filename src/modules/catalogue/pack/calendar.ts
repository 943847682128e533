import { z } from 'zod';
import { Localized } from '#kernel/language.ts';
import { type Frozen, LegalDate, PackId, Unverified } from './words.ts';

const days = (what: string) => z.array(LegalDate).default([]).describe(what);

const Year = z
  .strictObject({
    off: days('Days Monday to Friday that are not working days.'),
    working: days('Saturdays and Sundays that are working days.'),
    short: days('Working days that are one hour shorter.'),
    decree: days('Days made non-working by a decree of the head of state; whether they stop terms is decreeDays.'),
    onWeekend: days('Holidays of this calendar on a Saturday or Sunday; what becomes of them is weekendHolidays.'),
  })
  .describe('How one year differs from plain weeks.');

const DayOfYear = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day in quotes, for example "08-30"');

const isWeekend = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek > 5;

/** What each list may hold; a day on the wrong list would silently change nothing. */
const mistakes = {
  off: (date: string) => (isWeekend(date) ? `${date} is a Saturday or Sunday and is off already` : ''),
  working: (date: string) =>
    !isWeekend(date) ? `${date} is not a Saturday or Sunday and is a working day already` : '',
  short: () => '',
  decree: (date: string) => (isWeekend(date) ? `${date} is a Saturday or Sunday and is off already` : ''),
  onWeekend: (date: string) => (!isWeekend(date) ? `${date} is not a Saturday or Sunday: put it under off` : ''),
} as const;

/** `calendar/<id>.yaml`: how years differ from plain weeks of five working days; may extend another calendar. */
export const Calendar = z
  .strictObject({
    id: PackId.describe('Name of the file.'),
    name: Localized,
    version: z.string().min(1).optional().describe('Version people quote, in quotes.'),
    extends: PackId.optional().describe('Calendar whose days this one adds to.'),
    years: z.record(z.string().regex(/^\d{4}$/, 'a year of four digits'), Year),
    decreeDays: z.enum(['off', 'working']).optional().describe('Whether days of a decree stop terms; inherited.'),
    weekendHolidays: z.enum(['moved', 'lost']).optional().describe('What becomes of a holiday on a weekend.'),
    rule: z
      .strictObject({
        off: z.array(DayOfYear).optional().describe('Days off that never move.'),
        holidays: z.array(DayOfYear).optional().describe('Days off that follow weekendHolidays.'),
      })
      .optional()
      .describe('Years that are not published yet.'),
    unverified: Unverified,
  })
  .superRefine((calendar, context) => {
    for (const [year, lists] of Object.entries(calendar.years)) {
      for (const [list, mistakeOf] of Object.entries(mistakes)) {
        for (const [index, date] of lists[list as keyof typeof mistakes].entries()) {
          const message = date.startsWith(year) ? mistakeOf(date) : `${date} does not lie in ${year}`;
          if (message) context.addIssue({ code: 'custom', path: ['years', year, list, index], message });
        }
      }
    }
  })
  .describe('How years differ from plain weeks of five working days.');
export type Calendar = Frozen<z.infer<typeof Calendar>>;
