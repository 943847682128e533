import { failed, ok, type Result } from '#kernel/result.ts';

/** One year as it is published: how it differs from plain weeks, in ISO dates. */
export type PublishedYear = Readonly<{
  year: string;
  country: string | undefined;
  /** Monday to Friday, not working. */
  off: readonly string[];
  /** Saturday or Sunday, working. */
  working: readonly string[];
  short: readonly string[];
  /** Monday to Friday, made non-working by a decree: their holiday's title contains the word of a decree. */
  decree: readonly string[];
  /** Days that say nothing new, for example a holiday on a Sunday; they are counted, not lost. */
  plain: readonly string[];
}>;

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined);

type Day = Readonly<{ date: string; kind: string; weekend: boolean; holiday: string | undefined }>;

function dayOf(tag: string, year: string): Result<Day, string> {
  const written = attribute(tag, 'd');
  const kind = attribute(tag, 't') ?? '';
  const [month = '', day = ''] = (written ?? '').split('.');
  try {
    const date = Temporal.PlainDate.from(`${year}-${month}-${day}`, { overflow: 'reject' });
    if (!['1', '2', '3'].includes(kind)) return failed(`the day ${written} has t="${kind}": 1, 2 or 3 is expected`);
    return ok({ date: date.toString(), kind, weekend: date.dayOfWeek > 5, holiday: attribute(tag, 'h') });
  } catch {
    return failed(`there is no day ${written ?? '(d is missing)'} in ${year}: days are written as d="12.31"`);
  }
}

/** Ids of the holidays whose title contains the word. */
function decreesOf(text: string, word: string | undefined): ReadonlySet<string> {
  if (word === undefined) return new Set();
  const tags = [...text.matchAll(/<holiday\b[^>]*>/g)].map(([tag]) => tag);
  const named = tags.filter((tag) => attribute(tag, 'title')?.toLowerCase().includes(word.toLowerCase()));
  return new Set(named.flatMap((tag) => attribute(tag, 'id') ?? []));
}

const sorted = (days: readonly Day[]): string[] => days.map(({ date }) => date).sort();

/**
 * Reads a calendar of one year: `t` is 1 for a day off, 2 for a short day, 3 for a working day of the weekend; a short
 * day of the weekend is a working one too. `f` (moved from) changes no day; `h` names a holiday, and one whose title
 * contains `decreeWord` is a decree and no holiday.
 */
export function readPublishedYear(xml: string, decreeWord?: string): Result<PublishedYear, string> {
  const text = xml.replace(/<!--[\s\S]*?-->/g, '');
  const root = /<calendar\b[^>]*>/.exec(text)?.[0];
  if (root === undefined) return failed('it has no <calendar> element: a production calendar in XML is expected');
  const year = attribute(root, 'year') ?? '';
  if (!/^\d{4}$/.test(year)) return failed(`its year is "${year}": write year="2026" in <calendar>`);
  const read = [...text.matchAll(/<day\b[^>]*>/g)].map(([tag]) => dayOf(tag, year));
  const wrong = read.find((day) => !day.ok);
  if (wrong && !wrong.ok) return failed(wrong.error);
  const days = read.flatMap((day) => (day.ok ? [day.value] : []));
  if (days.length === 0) return failed('it has no <day> element: a year without holidays is hardly meant');
  const twice = days.find(({ date }, index) => days.findIndex((other) => other.date === date) < index);
  if (twice) return failed(`the day ${twice.date} stands there twice: remove one`);
  const decrees = decreesOf(text, decreeWord);
  const isDecree = ({ holiday }: Day): boolean => holiday !== undefined && decrees.has(holiday);
  const weekdaysOff = days.filter(({ kind, weekend }) => kind === '1' && !weekend);
  return ok({
    year,
    country: attribute(root, 'country'),
    off: sorted(weekdaysOff.filter((day) => !isDecree(day))),
    decree: sorted(weekdaysOff.filter(isDecree)),
    working: sorted(days.filter(({ kind, weekend }) => kind !== '1' && weekend)),
    short: sorted(days.filter(({ kind }) => kind === '2')),
    plain: sorted(days.filter(({ kind, weekend }) => (kind === '1' && weekend) || (kind === '3' && !weekend))),
  });
}

const listed = (key: string, days: readonly string[]) => (days.length > 0 ? { [key]: days } : {});

/** The years in the form of a pack's calendar, oldest first. */
export function calendarYears(years: readonly PublishedYear[]): Record<string, Record<string, readonly string[]>> {
  const ordered = years.toSorted((left, right) => left.year.localeCompare(right.year));
  return Object.fromEntries(
    ordered.map(({ year, off, decree, working, short }) => [
      year,
      { ...listed('off', off), ...listed('decree', decree), ...listed('working', working), ...listed('short', short) },
    ]),
  );
}
