import { z } from 'zod';
import { formatDate } from '#kernel/format.ts';
import { failed, ok } from '#kernel/result.ts';
import type { Element } from '../../element.ts';
import { type CheckContext, type FieldType, fieldError } from '../field-type.ts';
import { oneLine } from '../reading.ts';
import { monthOf } from './months.ts';

const parts = ['day', 'month', 'year'] as const;

/**
 * A day of the calendar, kept as an ISO date. Three text fields; the month may be a word in any of the languages,
 * and a whole date pasted into the first field is understood too.
 */
export const date: FieldType<string> = {
  id: 'date',
  value: z.iso.date(),
  parts,
  messages: {
    'forms/bad-date': {
      ru: 'Поле «{label}»: такой даты нет. Введите день, месяц и год четырьмя цифрами, например 27 3 2026',
      tt: '«{label}» кыры: андый дата юк. Көнне, айны һәм дүрт цифрлы елны языгыз, мәсәлән 27 3 2026',
      en: '“{label}”: there is no such date. Enter day, month and a year of four digits, for example 27 3 2026',
    },
    'forms/date-without-day': {
      ru: 'Поле «{label}»: добавьте день',
      tt: '«{label}» кыры: көнен өстәгез',
      en: '“{label}”: add the day',
    },
    'forms/date-without-month': {
      ru: 'Поле «{label}»: добавьте месяц',
      tt: '«{label}» кыры: аен өстәгез',
      en: '“{label}”: add the month',
    },
    'forms/date-without-year': {
      ru: 'Поле «{label}»: добавьте год',
      tt: '«{label}» кыры: елын өстәгез',
      en: '“{label}”: add the year',
    },
    'forms/date-too-early': {
      ru: 'Поле «{label}»: дата не может быть раньше {min}',
      tt: '«{label}» кыры: дата {min} көненнән иртәрәк була алмый',
      en: '“{label}”: the date must not be before {min}',
    },
    'forms/date-too-late': {
      ru: 'Поле «{label}»: дата не может быть позже {max}',
      tt: '«{label}» кыры: дата {max} көненнән соңрак була алмый',
      en: '“{label}”: the date must not be after {max}',
    },
  },
  read(raw, element) {
    const typed = parts.map((_, index) => oneLine(raw[index] ?? ''));
    if (typed.every((part) => part === '')) return ok(undefined);
    const [day = '', month = '', year = ''] = typed[1] === '' && typed[2] === '' ? takeApart(typed[0] ?? '') : typed;
    const missing = parts.find((_, index) => [day, month, year][index] === '');
    if (missing !== undefined) return failed([fieldError({ element, part: missing }, `forms/date-without-${missing}`)]);
    const iso = isoDate(day, month, year);
    return iso === undefined ? failed([fieldError({ element, part: 'day' }, 'forms/bad-date')]) : ok(iso);
  },
  validate(value, element, context) {
    const min = limitOf(element.min, context);
    const max = limitOf(element.max, context);
    // ISO dates of four-digit years compare as texts.
    if (min !== undefined && value < min)
      return [fieldError({ element, part: 'day' }, 'forms/date-too-early', { min })];
    if (max !== undefined && value > max) return [fieldError({ element, part: 'day' }, 'forms/date-too-late', { max })];
    return [];
  },
  write(value) {
    // Without Temporal, which not every browser has yet: pages with scripts write values there too.
    const [year = '', month = '', day = ''] = value.split('-');
    return [String(Number(day)), String(Number(month)), year];
  },
  show: (value, _element, language) => formatDate(value, language),
};

function limitOf(limit: Element['min'], context: CheckContext): string | undefined {
  if (limit === 'today') return context.today.toString();
  return typeof limit === 'string' ? limit : undefined;
}

/** A whole date in one field: `27.03.2026`, `27 марта 2026 г.`, `2026-03-27`, `2026 елның 27 марты`, `March 27, 2026`. */
function takeApart(text: string): readonly string[] {
  const words = text
    .replace(/(?<=\d\s*)(г\.|г|года|ел|елның|нче|нчы)(?=\s|$)/giu, ' ')
    .split(/[\s./,\-–—]+/)
    .filter((word) => word !== '');
  const [first = '', second = '', third = ''] = words[0]?.length === 4 ? words.toReversed() : words;
  if (words.length !== 3) return words;
  return /^\d/.test(first) ? [first, second, third] : [second, first, third];
}

function isoDate(day: string, month: string, year: string): string | undefined {
  const monthNumber = monthOf(month);
  // A year of two digits could be of any century; outside 1700–2200 it is a slip.
  if (!/^\d{1,2}$/.test(day) || monthNumber === undefined || !/^(1[7-9]|2[01])\d\d$/.test(year)) return undefined;
  try {
    const fields = { year: Number(year), month: monthNumber, day: Number(day) };
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}
