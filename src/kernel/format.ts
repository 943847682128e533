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
  'гыйнваре',
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

const plain = { ru: russianMonths, tt: tatarMonths, en: englishMonths } as const;

/** A date (`2026-11-24`) in words of the language. */
export function formatDate(iso: string, language: Language, style: DateStyle = 'long'): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  if (style === 'short') return `${day}.${month}.${year}`;
  const at = Number(month) - 1;
  if (style === 'long' && language === 'tt') return `${year} елның ${Number(day)} ${tatarMonthsOwned[at]}`;
  const words = `${Number(day)} ${plain[language][at]}`;
  return style === 'day' ? words : `${words} ${year}`;
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
