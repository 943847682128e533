import type { Localized } from '#kernel/language.ts';

/** How one year differs from plain weeks of five working days. All days are ISO dates of that year. */
export type YearDefinition = Readonly<{
  /** Days Monday to Friday that are not working days. */
  off?: readonly string[] | undefined;
  /** Saturdays and Sundays that are working days. */
  working?: readonly string[] | undefined;
  /** Working days that are one hour shorter (Labour Code of Russia, article 95). */
  short?: readonly string[] | undefined;
  /** Days declared non-working by a decree of the head of state; whether they stop terms is `decreeDays`. */
  decree?: readonly string[] | undefined;
  /** Holidays of this calendar that fall on a Saturday or Sunday; what becomes of them is `weekendHolidays`. */
  onWeekend?: readonly string[] | undefined;
}>;

/** `off`: days of a decree are days off, terms in working days skip them; `working`: terms run through them. */
export type DecreeDays = 'off' | 'working';

/** `moved`: a holiday on a weekend makes the next working day a day off; `lost`: it gives nothing. */
export type WeekendHolidays = 'moved' | 'lost';

/**
 * A production calendar as a city writes it (`calendar/<id>.yaml`). Everything but the id, the name and the years may
 * be left out. A calendar that extends another adds its days to it.
 */
export type CalendarDefinition = Readonly<{
  id: string;
  name: Localized;
  /** Version people quote; without it the beginning of the digest stands for it. */
  version?: string | undefined;
  extends?: string | undefined;
  years: Readonly<Record<string, YearDefinition>>;
  /** Inherited when absent; `off` when no calendar of the chain says it. */
  decreeDays?: DecreeDays | undefined;
  /** For holidays of this very calendar. Absent: `moved` for a calendar of its own, `lost` for one that extends. */
  weekendHolidays?: WeekendHolidays | undefined;
  /**
   * Years after the last published one, as `MM-DD`: `off` are days off that never move (the New Year break is moved by
   * a yearly decree), `holidays` are days off that follow `weekendHolidays`. Absent: plain weeks.
   */
  rule?: Readonly<{ off?: readonly string[] | undefined; holidays?: readonly string[] | undefined }> | undefined;
}>;

/** Settings on which sources disagree; given here they win over the definitions (for a what-if, for a test). */
export type CalendarSettings = Readonly<{ decreeDays?: DecreeDays; weekendHolidays?: WeekendHolidays }>;
