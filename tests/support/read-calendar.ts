/**
 * Reads a calendar as strictly as RFC 5545 is written: lines end with CRLF, hold at most 75 octets and are unfolded;
 * blocks nest; every entry has what section 3.6 demands of it. Gives the entries, a property by its name, values
 * unescaped. Throws at the first thing that a program might refuse.
 */
export function readCalendar(text: string): ReadonlyMap<string, string>[] {
  const [first, ...rest] = linesOf(text);
  const last = rest.pop();
  if (first !== 'BEGIN:VCALENDAR' || last !== 'END:VCALENDAR') throw new Error('not one VCALENDAR');
  const entries: Map<string, string>[] = [];
  const calendar = new Map<string, string>();
  let open: Readonly<{ kind: string; entry: Map<string, string> }> | undefined;
  for (const line of rest) {
    const { name, value } = propertyOf(line);
    if (name === 'BEGIN') {
      if (open !== undefined || !(value in required)) throw new Error(`unexpected ${line}`);
      open = { kind: value, entry: new Map() };
    } else if (name === 'END') {
      if (open?.kind !== value) throw new Error(`unexpected ${line}`);
      entries.push(complete(open));
      open = undefined;
    } else {
      const into = open?.entry ?? calendar;
      if (into.has(name)) throw new Error(`${name} stands twice`);
      into.set(name, value);
    }
  }
  for (const name of ['VERSION', 'PRODID']) if (!calendar.has(name)) throw new Error(`the calendar lacks ${name}`);
  const ids = entries.map((entry) => entry.get('UID'));
  if (new Set(ids).size !== ids.length) throw new Error('two entries have the same UID');
  return entries;
}

const required: Readonly<Record<string, readonly string[]>> = {
  VEVENT: ['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY'],
  VTODO: ['UID', 'DTSTAMP', 'DUE', 'STATUS', 'SUMMARY'],
};

function linesOf(text: string): string[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  const physical = text.slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (/[^\P{Cc}\t]/u.test(line)) throw new Error(`a control character in ${line}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`more than 75 octets: ${line}`);
  }
  return physical
    .join('\r\n')
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n');
}

function propertyOf(line: string): { name: string; value: string } {
  const [, name, value] = /^([A-Z][A-Z0-9-]*)(?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*:(.*)$/.exec(line) ?? [];
  if (name === undefined || value === undefined) throw new Error(`no property: ${line}`);
  if (/\\(?![\\;,nN])/.test(value.replaceAll('\\\\', ''))) throw new Error(`a wrong escape: ${line}`);
  const isText = ['SUMMARY', 'DESCRIPTION', 'X-WR-CALNAME'].includes(name);
  if (isText && /(?<!\\)[;,]/.test(value.replaceAll('\\\\', ''))) throw new Error(`not escaped: ${line}`);
  const unescaped = value.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));
  return { name, value: isText ? unescaped : value };
}

function complete({ kind, entry }: Readonly<{ kind: string; entry: Map<string, string> }>): Map<string, string> {
  for (const name of required[kind] ?? []) if (!entry.has(name)) throw new Error(`${kind} lacks ${name}`);
  for (const name of ['DTSTART', 'DTEND', 'DUE']) {
    const day = entry.get(name) ?? '20260101';
    if (!/^\d{8}$/.test(day)) throw new Error(`${name} is no day: ${day}`);
    Temporal.PlainDate.from(day);
  }
  if (!/^\d{8}T\d{6}Z$/.test(entry.get('DTSTAMP') ?? '')) throw new Error('DTSTAMP is no moment in UTC');
  const [start, end] = [entry.get('DTSTART'), entry.get('DTEND')];
  if (start !== undefined && end !== undefined && end <= start) throw new Error('an event that ends before it begins');
  return entry;
}
