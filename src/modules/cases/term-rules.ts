import type { Calendar, ExtensionKind } from '#modules/calendar/index.ts';
import type { CaseState } from './case.ts';

/** What the city's rules say of terms. */
export type TermRules = Readonly<{
  /** A calendar of today by the id a date names; the city's own without one. */
  calendar(id: string | undefined): Calendar;
  /** So many working days before the last day of a term the department is warned. */
  warnBefore(): readonly number[];
  /** Kinds of extension a service allows, in a version of the rules. */
  extensionsOf(packVersion: string, serviceId: string): Promise<readonly ExtensionKind[]>;
  /** Whether the pack knows an agency outside the city. */
  isAgency(packVersion: string, id: string): Promise<boolean>;
}>;

/** The calendar on which a case is counted: that of its date, or the one it will begin on. */
export const calendarOfCase = (rules: Pick<TermRules, 'calendar'>, { due, calendarId }: CaseState): Calendar =>
  rules.calendar(due?.derivation.calendar.id ?? calendarId);
