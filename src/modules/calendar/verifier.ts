/**
 * Recomputes a deadline from its derivation and the calendars as written. It shares no line with the engine on purpose:
 * it walks day by day where the engine looks up tables, so that a mistake would have to be made twice.
 */
import { createHash } from 'node:crypto';

/** Where a derivation does not follow from the calendars and its own facts. */
export type Finding = Readonly<{ where: string; expected: string; found: string }>;

type YearEntry = { [kind in 'off' | 'working' | 'short' | 'decree' | 'onWeekend']?: readonly string[] | undefined };
type Written = {
  id: string;
  name: unknown;
  version?: string | undefined;
  extends?: string | undefined;
  years: { [year: string]: YearEntry };
  weekendHolidays?: string | undefined;
  rule?: { off?: readonly string[] | undefined; holidays?: readonly string[] | undefined } | undefined;
};
type Unit = 'workingDays' | 'calendarDays' | 'workingHours' | 'months' | 'years';
type Term = { amount: number; unit: Unit; from: string; roll: string };
type Clocks = { from: string; to: string; fridayTo?: string; lunch?: { from: string; to: string } };
type Settings = { id: string; decreeDays: string; weekendHolidays: string };
type Added = { amount: number; unit: Unit; decidedOn: string; dueBefore: string };
type Facts = { extensions: Added[]; suspensions: { from: string; resumed: string | null }[]; asOf?: string };
type Rule = { id: string; version: string; term: Term };
type Event = { kind: string; on: string; at?: string };
type Claim = Facts & { format: string; event: Event; rule: Rule; calendar: Settings; office?: Clocks; seal?: string };

type BookDay = { iso: string; weekday: number; kind: string; short: boolean };
type Book = { days: BookDay[]; at: Map<string, number>; until: string; reference: unknown };
type Span = { from: string; to: string; days: number; fate: string; why: string; by?: number[]; minutes?: number };
type Stands = (index: number) => number[] | undefined;
type Way = { start: number; legs: { amount: number; unit: Unit }[]; stands: Stands };

const kinds = ['working', 'workingWeekend', 'decreeCounted', 'weekend', 'holiday', 'movedHoliday', 'decree'];
const letterOf = ({ kind }: BookDay) => 'wWcehmd'[kinds.indexOf(kind)];
const works = (day: BookDay | undefined) => day !== undefined && kinds.indexOf(day.kind) < 3;
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]): [string, unknown] => [key, sorted(inner)])
      .sort((a, b) => (a[0] > b[0] ? 1 : -1)),
  );
}
/** Keys such as "2" would be reordered by the language, but a derivation has none. */
const plain = (value: unknown) => JSON.stringify(sorted(value)) ?? 'nothing';

/**
 * Everything in `document` (parsed JSON of a sealed derivation) that does not follow; empty when it is sound.
 * `calendars` are the definitions as the city wrote them; `rules`, when given, are the terms as the regulation has them.
 */
export function verifyDerivation(
  document: unknown,
  trusted: { calendars: readonly Written[]; rules?: readonly { id: string; version: string; term: unknown }[] },
): Finding[] {
  const findings: Finding[] = [];
  const compare = (where: string, expected: unknown, found: unknown) => {
    if (plain(expected) !== plain(found)) findings.push({ where, expected: plain(expected), found: plain(found) });
  };
  try {
    const { seal, ...claim } = document as Claim;
    compare('seal', hash(plain(claim)), seal);
    compare('format', 'deadline/1', claim.format);
    compare('event.kind', claim.rule.term.from, claim.event.kind);
    const rule = trusted.rules?.find(({ id, version }) => id === claim.rule.id && version === claim.rule.version);
    if (trusted.rules !== undefined) compare('rule.term', rule?.term, claim.rule.term);
    const book = bookOf(trusted.calendars, claim.calendar);
    compare('calendar', book.reference, claim.calendar);
    const found = claim as unknown as Record<string, unknown>;
    for (const [where, expected] of Object.entries(recompute(book, claim))) compare(where, expected, found[where]);
  } catch (error) {
    findings.push({ where: 'document', expected: 'a derivation on a known calendar', found: String(error) });
  }
  return findings;
}

// — the calendar —

const books = new WeakMap<readonly Written[], Map<string, Book>>();

function bookOf(calendars: readonly Written[], settings: Settings): Book {
  const known = books.get(calendars) ?? new Map<string, Book>();
  books.set(calendars, known);
  const key = [settings.id, settings.decreeDays, settings.weekendHolidays].join(' ');
  const book = known.get(key) ?? writeBook(calendars, settings);
  known.set(key, book);
  return book;
}

function writeBook(calendars: readonly Written[], settings: Settings): Book {
  const words = `${settings.decreeDays} ${settings.weekendHolidays}`;
  if (!/^(off|working) (moved|lost)$/.test(words)) throw new Error(`no such settings: ${words}`);
  const chain: Written[] = [];
  for (let id: string | undefined = settings.id; id !== undefined; id = chain[0]?.extends) {
    const next = calendars.find((one) => one.id === id);
    if (next === undefined || chain.includes(next)) throw new Error(`no calendar ${id}`);
    chain.unshift(next);
  }
  const leaf = chain[chain.length - 1] as Written;
  const first = Math.max(...chain.map(({ years }) => Math.min(...Object.keys(years).map(Number))));
  const last = Math.min(...chain.map(({ years }) => Math.max(...Object.keys(years).map(Number))));
  const days: BookDay[] = [];
  for (let date = new Temporal.PlainDate(first, 1, 1); date.year <= last + 30; date = date.add({ days: 1 })) {
    const weekday = date.dayOfWeek;
    days.push({ iso: date.toString(), weekday, kind: weekday < 6 ? 'working' : 'weekend', short: false });
  }
  const at = new Map(days.map(({ iso }, index) => [iso, index]));
  layDays({ days, at }, { chain, settings, first, last });

  const { id, name, version } = leaf;
  const publishedUntil = `${last}-12-31`;
  const text = [days.map(letterOf).join(''), days.map(({ short }) => (short ? 's' : '-')).join('')];
  const digest = hash([id, `${first}-01-01`, publishedUntil, ...text].join('\n'));
  const { decreeDays, weekendHolidays } = settings;
  const counted = { version: version ?? digest.slice(0, 12), digest, decreeDays, weekendHolidays, publishedUntil };
  return { days, at, until: publishedUntil, reference: { id, name, ...counted } };
}

type Chain = { chain: Written[]; settings: Settings; first: number; last: number };

function layDays({ days, at }: Pick<Book, 'days' | 'at'>, { chain, settings, first, last }: Chain): void {
  const day = (iso: string) => days[at.get(iso) ?? -1];
  const close = (one: BookDay | undefined, kind: string) => {
    if (one !== undefined && one.kind !== 'weekend') Object.assign(one, { kind, short: false });
  };
  const closeNext = (iso: string) => close(days.slice((at.get(iso) ?? 0) + 1).find(works), 'movedHoliday');
  const ownRule = (one: Written) => one.weekendHolidays ?? (one.extends === undefined ? 'moved' : 'lost');
  const moves = (one: Written) => (one.id === settings.id ? settings.weekendHolidays : ownRule(one)) === 'moved';
  const published = (one: Written) =>
    Object.entries(one.years).flatMap(([year, entry]) =>
      Number(year) >= first && Number(year) <= last ? [entry] : [],
    );

  for (const year of chain.flatMap(published)) {
    for (const iso of year.off ?? []) close(day(iso), 'holiday');
    const decree = (year.decree ?? []).map(day).filter((one) => one?.kind === 'working');
    for (const one of decree) if (one) one.kind = settings.decreeDays === 'off' ? 'decree' : 'decreeCounted';
    for (const one of (year.working ?? []).map(day)) if (one) one.kind = one.weekday > 5 ? 'workingWeekend' : 'working';
    for (const one of (year.short ?? []).map(day)) if (one) one.short = true;
  }
  for (const year of chain.filter(moves).flatMap(published)) for (const iso of year.onWeekend ?? []) closeNext(iso);
  for (let year = last + 1; year <= last + 30; year++) {
    for (const one of chain) {
      const { off = [], holidays = [] } = one.rule ?? {};
      const all = [...off, ...holidays].map((monthDay) => `${year}-${monthDay}`).filter((iso) => at.has(iso));
      for (const iso of all) close(day(iso), 'holiday');
      const moving = all.filter((iso) => moves(one) && holidays.includes(iso.slice(5)) && (day(iso)?.weekday ?? 0) > 5);
      for (const iso of moving) closeNext(iso);
      const eves = all.map((iso) => days[(at.get(iso) ?? 0) - 1]).filter(works);
      for (const eve of eves) if (eve) eve.short = true;
    }
  }
}

/** Every part of the derivation that follows from its facts, as it should be. */
function recompute(book: Book, claim: Claim): Record<string, unknown> {
  const start = place(book, claim.event.on);
  const stands = standsOf(book, claim);
  const { term } = claim.rule;
  if (term.unit === 'workingHours') return hours(book, claim, { start, stands });
  let legs: Way['legs'] = [{ amount: term.amount, unit: term.unit }];
  const extensions = claim.extensions.map((extension) => {
    const due = rolled(book, walk(book, { start, legs, stands }).last, { start, roll: term.roll, stands });
    const last = legs.at(-1);
    const { amount, unit } = extension;
    legs =
      last?.unit === unit
        ? [...legs.slice(0, -1), { unit, amount: amount + last.amount }]
        : [...legs, { amount, unit }];
    return { ...extension, dueBefore: iso(book, due) };
  });
  const { last, spans } = walk(book, { start, legs, stands });
  const due = rolled(book, last, { start, roll: term.roll, stands });
  const roll = due === last ? null : { from: iso(book, last), to: iso(book, due), why: book.days[last]?.kind };
  const provisional = iso(book, Math.max(last, due)) > book.until;
  return {
    extensions,
    stretches: spans,
    lastDay: iso(book, last),
    roll,
    due: iso(book, due),
    time: undefined,
    provisional,
  };
}

function place(book: Book, date: string): number {
  const index = book.at.get(date);
  if (index === undefined) throw new Error(`${date} is not in the calendar`);
  return index;
}
const iso = (book: Book, index: number): string => book.days[index]?.iso ?? 'outside the calendar';

/** Which suspensions stand on which day. */
function standsOf(book: Book, { suspensions, asOf }: Claim): Stands {
  const position = (date: string) => book.at.get(date) ?? (date < iso(book, 0) ? 0 : book.days.length);
  const marks = new Map<number, number[]>();
  for (const [which, { from, resumed }] of suspensions.entries()) {
    const until =
      resumed ??
      Temporal.PlainDate.from(asOf ?? '')
        .add({ days: 1 })
        .toString();
    if (resumed !== null && resumed < from) throw new Error(`resumed on ${resumed}, before it was suspended`);
    for (let index = position(from); index < position(until); index++) {
      marks.set(index, [...(marks.get(index) ?? []), which]);
    }
  }
  return (index) => marks.get(index);
}

function walk(book: Book, { start, legs, stands }: Way): { last: number; spans: Span[] } {
  const spans: Span[] = [];
  let index = start;
  for (const { amount, unit } of legs) {
    let left = unit === 'workingDays' ? amount : length(iso(book, index), amount, unit);
    const opening = spans.length;
    while (left > 0) {
      const day = book.days[++index];
      if (day === undefined) throw new Error('the term leaves the calendar');
      const stand = stands(index);
      const counts = stand === undefined && (unit !== 'workingDays' || works(day));
      if (counts) left--;
      const why = unit === 'workingDays' ? day.kind : 'everyDay';
      const fate = counts ? 'counted' : 'skipped';
      const next = stand === undefined ? { fate, why } : { fate: 'suspended', why: 'suspension', by: stand };
      const last = spans.length > opening ? spans.at(-1) : undefined;
      if (last !== undefined && last.fate === next.fate && last.why === next.why) {
        last.to = day.iso;
        last.days++;
        if (last.by) last.by = [...new Set([...last.by, ...(stand ?? [])])].sort((a, b) => a - b);
      } else spans.push({ from: day.iso, to: day.iso, days: 1, ...next });
    }
  }
  return { last: index, spans };
}

function length(from: string, amount: number, unit: Unit): number {
  const start = Temporal.PlainDate.from(from);
  const unitName = unit === 'calendarDays' ? 'days' : unit;
  return start.until(start.add({ [unitName]: amount }), { largestUnit: 'days' }).days;
}

function rolled(book: Book, last: number, { start, roll, stands }: Omit<Way, 'legs'> & { roll: string }): number {
  if (roll === 'none' || works(book.days[last])) return last;
  let back = last;
  while (back > start && !works(book.days[back])) back--;
  if (roll === 'previous' && back > start && stands(back) === undefined) return back;
  let due = last;
  while (!works(book.days[due]) || stands(due) !== undefined) {
    if (++due >= book.days.length) throw new Error('the term leaves the calendar');
  }
  return due;
}

function hours(book: Book, claim: Claim, { start, stands }: Omit<Way, 'legs'>): Record<string, unknown> {
  const { office } = claim;
  if (office === undefined || claim.event.at?.slice(0, 10) !== claim.event.on)
    throw new Error('office hours or time missing');
  const minutes = (clock = '') => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
  const arrived = minutes(claim.event.at.slice(11));
  const spans: Span[] = [];
  let left = claim.rule.term.amount * 60;
  for (let index = start; ; index++) {
    const day = book.days[index];
    if (day === undefined) throw new Error('the term leaves the calendar');
    const stand = stands(index);
    const closes = minutes(day.weekday === 5 ? (office.fridayTo ?? office.to) : office.to) - (day.short ? 60 : 0);
    const lunch = (minute: number) => minute >= minutes(office.lunch?.from) && minute < minutes(office.lunch?.to);
    let minute = Math.max(minutes(office.from), index === start ? arrived : 0);
    let ran = 0;
    for (; stand === undefined && works(day) && minute < closes && ran < left; minute++) if (!lunch(minute)) ran++;
    const fate = works(day) ? 'counted' : 'skipped';
    const told = stand === undefined ? { fate, why: day.kind } : { fate: 'suspended', why: 'suspension', by: stand };
    spans.push({ from: day.iso, to: day.iso, days: 1, ...told, minutes: ran });
    left -= ran;
    if (left > 0) continue;
    const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const end = { lastDay: day.iso, roll: null, due: day.iso, time, provisional: day.iso > book.until };
    return { extensions: [], stretches: spans, ...end };
  }
}
