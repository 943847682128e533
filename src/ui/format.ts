import { type DateStyle, formatDate } from '#kernel/format.ts';
import type { Language } from '#kernel/language.ts';

export {
  type DateRole,
  type DateStyle,
  formatDate,
  formatDateAs,
  formatMoney,
  formatNumber,
  formatPeriod,
} from '#kernel/format.ts';

/** A moment (`2026-11-24T21:05:00Z`) as date and clock time of the city's time zone. */
export function formatInstant(
  instant: string,
  language: Language,
  timeZone: string,
  style: DateStyle = 'long',
): string {
  const local = inZone(instant, timeZone);
  return `${formatDate(local, language, style)}, ${local.slice(11, 16)}`;
}

/** The city's calendar date of a moment. */
export const dateIn = (instant: string, timeZone: string): string => inZone(instant, timeZone).slice(0, 10);

// sv-SE writes dates as ISO 8601 does; Temporal is not in every browser yet, and this file also runs there.
function inZone(instant: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(instant)).replace(' ', 'T');
}

const shortMonths: Readonly<Record<Language, readonly string[]>> = {
  ru: ['янв', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  tt: ['гыйн', 'фев', 'мар', 'апр', 'май', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/** Short name of a month, 1 to 12. */
export const monthName = (month: number, language: Language): string => shortMonths[language][month - 1] ?? '';
