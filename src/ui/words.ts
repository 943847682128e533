import type { Term } from '#kernel/term.ts';
import {
  type DateRole,
  type DateStyle,
  formatDate,
  formatDateAs,
  formatInstant,
  formatMoney,
  formatNumber,
  formatPeriod,
} from './format.ts';
import { useLanguage, useText } from './text.tsx';

/** A rule that may have others in some cases. */
type WithCases<T> = T & Readonly<{ cases?: readonly unknown[] | undefined }>;

/** What the reader's language makes of terms, fees, dates and numbers. */
export type Words = Readonly<{
  /** "7 working days"; of a rule with other cases also that there are some. */
  term(term: WithCases<Pick<Term, 'amount' | 'unit'>>): string;
  /** "free of charge" or a sum; of a rule with other cases also that there are some. */
  fee(fee: WithCases<Readonly<{ amount: number; currency: string }>>): string;
  date(iso: string, style?: DateStyle): string;
  /** Days from one date until another. */
  period(from: string, until: string): string;
  /** A date inside a sentence: `until` before «кадәр», `on`, `since`. */
  dateAs(role: DateRole, iso: string, style?: 'long' | 'day'): string;
  /** Date and clock time of a moment, in the city's time zone. */
  instant(iso: string, timeZone: string): string;
  /** What is said of a date, marked where it relies on a calendar that is not published yet. */
  dated(text: string, date: Readonly<{ provisional?: boolean | undefined }>): string;
  number(value: number, digits?: number): string;
}>;

/** `const words = useWords(); words.term(service.term)`. */
export function useWords(): Words {
  const t = useText();
  const language = useLanguage();
  const withCases = (usual: string, cases: readonly unknown[] = []) =>
    cases.length === 0 ? usual : t('rule.with-cases', { usual });
  return {
    term: ({ amount, unit, cases }) => withCases(t(`term.${unit}`, { n: amount }), cases),
    fee: ({ amount, currency, cases }) =>
      withCases(amount === 0 ? t('fee.free') : formatMoney(amount, currency, language), cases),
    date: (iso, style) => formatDate(iso, language, style),
    period: (from, until) => formatPeriod(from, until, language),
    dateAs: (role, iso, style = 'long') => formatDateAs(role, iso, { language, style }),
    instant: (iso, timeZone) => formatInstant(iso, language, timeZone),
    dated: (text, { provisional }) => (provisional ? t('date.provisional', { text }) : text),
    number: (value, digits) => formatNumber(value, language, digits),
  };
}
