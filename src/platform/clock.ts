/** The source of "now". Passed in, so that a test can hold it still. */
export type Clock = Readonly<{ now(): Temporal.Instant }>;

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** The local date and time at `instant` in the city's time zone (IANA name). */
export const timeIn = (timeZone: string, instant: Temporal.Instant): Temporal.PlainDateTime =>
  instant.toZonedDateTimeISO(timeZone).toPlainDateTime();

/** The civil date at `instant` in the city's time zone (IANA name). */
export const dateIn = (timeZone: string, instant: Temporal.Instant): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate();
