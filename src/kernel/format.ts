import type { Language } from './language.ts';

type MonthNames = readonly [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];

// The ICU data know Tatar months only in the nominative with a stiff pattern ("24 ноябрь, 2026 ел");
// a full Tatar date has the month in the possessive: "2026 елның 24 ноябре".
const tatarMonths: MonthNames = [
  'гыйнвар',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];
const tatarMonthsOwned: MonthNames = [
  'гыйнвары',
  'феврале',
  'марты',
  'апреле',
  'мае',
  'июне',
  'июле',
  'августы',
  'сентябре',
  'октябре',
  'ноябре',
  'декабре',
];
const russianMonths: MonthNames = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];
const englishMonths: MonthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `long`: with the year; `day`: day and month; `short`: digits for tables. */
export type DateStyle = 'long' | 'day' | 'short';

/**
 * How a date stands in its sentence: `until` before «кадәр», `on` for «on the day», `since` for «from the day». Tatar
 * tells it by the ending of the month, Russian and English by their own words around it.
 */
export type DateRole = 'until' | 'on' | 'since';

const endings: Record<DateRole, readonly [front: string, back: string]> = {
  until: ['нә', 'на'],
  on: ['ндә', 'нда'],
  since: ['ннән', 'ннан'],
};

/** A month in the possessive with the ending of its role: vowels of the ending follow those of the month. */
function inRole(month: string, role: DateRole): string {
  return month + endings[role][month.endsWith('ы') || month === 'мае' ? 1 : 0];
}

const plain = { ru: russianMonths, tt: tatarMonths, en: englishMonths } as const;

/** A date (`2026-11-24`) in words of the language. */
export function formatDate(iso: string, language: Language, style: DateStyle = 'long'): string {
  const { year, at, day } = partsOf(iso);
  if (style === 'short') return iso.slice(0, 10).split('-').reverse().join('.');
  if (style === 'long' && language === 'tt') return `${year} елның ${day} ${tatarMonthsOwned[at]}`;
  const words = `${day} ${plain[language][at]}`;
  return style === 'day' ? words : `${words} ${year}`;
}

/** Days from one date until another: «14–21 мая 2027», «25 ноября — 15 декабря 2026», both years where they differ. */
export function formatPeriod(from: string, until: string, language: Language): string {
  const [first, last] = [partsOf(from), partsOf(until)];
  const dash = language === 'en' ? ' – ' : ' — ';
  if (first.year !== last.year) return formatDate(from, language) + dash + formatDate(until, language);
  if (from === until) return formatDate(until, language);
  // Tatar begins with the year, so that it stands before both.
  const [begins, ends] = [first, last].map(({ at, day }) =>
    language === 'tt' ? `${day} ${tatarMonthsOwned[at]}` : `${day} ${plain[language][at]}`,
  );
  const days = first.at === last.at ? `${first.day}–${ends}` : `${begins}${dash}${ends}`;
  return language === 'tt' ? `${first.year} елның ${days}` : `${days} ${last.year}`;
}

/** A date as it stands in a sentence: «2026 елның 25 ноябренә» before «кадәр». */
export function formatDateAs(
  role: DateRole,
  iso: string,
  { language, style = 'long' }: Readonly<{ language: Language; style?: 'long' | 'day' }>,
): string {
  if (language !== 'tt') return formatDate(iso, language, style);
  const { year, at, day } = partsOf(iso);
  const words = `${day} ${inRole(tatarMonthsOwned[at] ?? '', role)}`;
  return style === 'day' ? words : `${year} елның ${words}`;
}

function partsOf(iso: string) {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return { year, at: Number(month) - 1, day: Number(day) };
}

/** A sum in minor units (kopecks). */
export function formatMoney(minor: number, currency: string, language: Language): string {
  const digits = minor % 100 === 0 ? 0 : 2;
  return new Intl.NumberFormat(numberLocale(language), {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
  }).format(minor / 100);
}

/** A number with at most `digits` after the comma. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  return new Intl.NumberFormat(numberLocale(language), { maximumFractionDigits: digits }).format(value);
}

// Tatar numbers are written as Russian ones; not every browser's ICU data know "tt".
const numberLocale = (language: Language): string => (language === 'tt' ? 'ru' : language);
