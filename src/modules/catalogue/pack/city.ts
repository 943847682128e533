import { z } from 'zod';
import { Language, Localized, languages } from '#kernel/language.ts';
import { type Frozen, LegalDate, numberPattern, PackId, Unverified } from './words.ts';

const Clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time in quotes, for example "08:00"')
  .describe('Time in quotes: "08:00".');

/** Other calendars by the ids of those who count on them. */
const calendarsBy = (whose: string) => z.record(PackId, PackId).optional().describe(`Calendar by ${whose}.`);

function isRegularExpression(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

/** `city.yaml`: what the city is, where it lies and how it numbers things. */
export const City = z
  .strictObject({
    id: PackId.describe('Name of the folder.'),
    languages: z
      .array(Language)
      .min(1)
      .default([...languages])
      .describe('Languages of the city, the first where another is asked for; texts of the pack exist in these.'),
    name: Localized,
    authority: Localized.describe('Body in whose name decisions are given.'),
    version: z
      .string()
      .min(1)
      .describe('Version of the pack in quotes: "2026.1" (without quotes 2026.10 would read as 2026.1).'),
    effective: LegalDate.describe('First day on which this version of the pack is law.'),
    timeZone: z
      .string()
      .refine(
        (zone) => Intl.supportedValuesOf('timeZone').includes(zone),
        'a zone of the IANA database, for example Europe/Moscow',
      )
      .describe('Time zone of the IANA database.'),
    hosts: z.array(z.string().min(1)).min(1).describe('Host names under which this city answers.'),
    calendar: PackId.describe('Production calendar by which terms are counted.'),
    calendars: z
      .strictObject({
        services: calendarsBy('service'),
        departments: calendarsBy('department or outside agency: for its cases, its steps and what it is asked'),
        districts: calendarsBy('district in which the place lies'),
      })
      .optional()
      .describe('Other calendars: a service wins over its department, that over the district, that over calendar.'),
    officeHours: z
      .strictObject({
        from: Clock,
        to: Clock,
        fridayTo: Clock.optional(),
        lunch: z
          .strictObject({ from: Clock, to: Clock })
          .refine(({ from, to }) => from < to, { error: 'the lunch hour ends before it begins' })
          .optional()
          .describe('Does not count in terms of hours; applications are taken all the same.'),
        beforeOpening: z
          .enum(['nextWorkingDay', 'sameDay'])
          .optional()
          .describe(
            'What comes before opening counts from the next working day by the letter of the rule, or from the same.',
          ),
      })
      .describe('When filings are received the same day.'),
    warnBefore: z
      .array(z.number().int().min(1).max(60))
      .optional()
      .describe('Working days before the last day of a term on which its department is warned; 3 and 1 if left out.'),
    numbers: z
      .strictObject({
        application: numberPattern('year', 'seq'),
        case: numberPattern('application', 'n'),
      })
      .describe('How applications and cases are numbered.'),
    map: z
      .strictObject({
        center: z.tuple([z.number(), z.number()]).describe('Longitude, latitude.'),
        bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).describe('West, south, east, north.'),
        projected: z
          .string()
          .startsWith('+proj=', 'a proj4 definition that begins with +proj=')
          .describe('proj4 definition in which lengths are measured.'),
      })
      .describe('Where the city lies.'),
    cadastralNumber: z
      .strictObject({
        pattern: z.string().refine(isRegularExpression, 'a regular expression'),
        example: z.string().min(1),
      })
      .refine(({ pattern, example }) => !isRegularExpression(pattern) || new RegExp(pattern, 'u').test(example), {
        path: ['example'],
        error: 'the example does not match the pattern',
      })
      .describe('Form of cadastral numbers here.'),
    unverified: Unverified,
  })
  .describe('What the city is, where it lies and how it numbers things.');
export type City = Frozen<z.infer<typeof City>>;

/** A line of `departments.yaml`: who works on cases (`city`) and who is asked or waited for (`outside`). */
export const Department = z.strictObject({
  id: PackId,
  kind: z
    .enum(['city', 'outside'])
    .describe('city: works on cases here; outside: an agency that is asked or waited for.'),
  name: Localized,
  short: Localized.describe('Short name, as written on buttons and in tables.'),
  address: Localized.optional(),
  phone: z.string().min(1).optional(),
  url: z.url().optional(),
  districts: z
    .array(PackId)
    .default([])
    .describe('Districts of the city this administration serves; a request to "district" goes by them.'),
  unverified: Unverified,
});
export type Department = Frozen<z.infer<typeof Department>>;

/** `departments.yaml`. */
export const Departments = z.array(Department).min(1).describe('Departments of the city and agencies outside it.');
