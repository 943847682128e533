/** An all-day date or a task of a calendar (RFC 5545). `on` is an ISO date, `uid` the same in every reading. */
export type CalendarEntry = Readonly<{
  kind: 'event' | 'task';
  uid: string;
  on: string;
  summary: string;
  description?: string;
  url?: string;
  /** Of a task: begun or not. */
  isBegun?: boolean;
}>;

/** Text as a property value: backslash, semicolon, comma and line ends escaped (section 3.3.11). */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n');

/** Lines hold at most 75 octets; longer ones go on after CRLF and a space, never inside a character (section 3.1). */
export function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

const compactDate = (on: string): string => on.replaceAll('-', '');
const compactInstant = (at: Temporal.Instant): string =>
  `${at.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`;

/** The whole calendar as text, in the order given. `at` is when it was made. */
export function icalendar(
  { name, at }: Readonly<{ name: string; at: Temporal.Instant }>,
  entries: readonly CalendarEntry[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Berdem//Berdem//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    // Programs ask again about every hour (RFC 7986, section 5.7).
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...entries.flatMap((entry) => linesOf(entry, at)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function linesOf(entry: CalendarEntry, at: Temporal.Instant): string[] {
  const { kind, uid, on, summary, description, url, isBegun = false } = entry;
  const component = kind === 'task' ? 'VTODO' : 'VEVENT';
  const next = Temporal.PlainDate.from(on).add({ days: 1 }).toString();
  const dates =
    kind === 'task'
      ? [`DUE;VALUE=DATE:${compactDate(on)}`, `STATUS:${isBegun ? 'IN-PROCESS' : 'NEEDS-ACTION'}`]
      : // The end of an all-day event is the day after it (section 3.6.1); it makes nobody busy.
        [`DTSTART;VALUE=DATE:${compactDate(on)}`, `DTEND;VALUE=DATE:${compactDate(next)}`, 'TRANSP:TRANSPARENT'];
  return [
    `BEGIN:${component}`,
    `UID:${uid}`,
    `DTSTAMP:${compactInstant(at)}`,
    ...dates,
    `SUMMARY:${escaped(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    `END:${component}`,
  ];
}
