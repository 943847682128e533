import { z } from 'zod';
import { formatNumber } from '#kernel/format.ts';
import { failed, ok } from '#kernel/result.ts';
import { unitText } from '../../units.ts';
import { type FieldType, fieldError } from '../field-type.ts';
import { checkRange, readNumber, scaled } from '../numbers.ts';

/** Six digits at most after the mark (see `Element.decimals`), so that a value and its digits still fit a double. */
const limit = 1e9;

/** A number with a fraction, at most `element.decimals` digits long (2 when it says nothing). */
export const decimal: FieldType<number> = {
  id: 'decimal',
  value: z.number(),
  parts: [],
  messages: {
    'forms/not-a-number': {
      ru: 'Поле «{label}»: введите число цифрами, дробную часть отделите запятой, например 1250,5',
      tt: '«{label}» кыры: санны цифрлар белән языгыз, вакланма өлешен өтер белән аерыгыз, мәсәлән 1250,5',
      en: '“{label}”: enter a number in digits with a comma or point before the fraction, for example 1250,5',
    },
    'forms/too-many-decimals': {
      ru: 'Поле «{label}»: знаков после запятой может быть не больше {decimals}; тысячи запятой не отделяйте',
      tt: '«{label}» кыры: өтердән соң цифрлар {decimals} дән артык булмасын; меңнәрне өтер белән аермагыз',
      en: '“{label}”: at most {decimals} digits may follow the decimal mark; do not put a comma between thousands',
    },
  },
  read(raw, element) {
    const typed = raw[0] ?? '';
    if (typed.trim() === '') return ok(undefined);
    const number = readNumber(typed);
    if (number === undefined) return failed([fieldError({ element }, 'forms/not-a-number')]);
    const decimals = element.decimals ?? 2;
    if (number.fraction.length > decimals) {
      return failed([fieldError({ element }, 'forms/too-many-decimals', { decimals })]);
    }
    const value = scaled(number, decimals) / 10 ** decimals;
    return Math.abs(value) > limit ? failed([fieldError({ element }, 'forms/too-big', { max: limit })]) : ok(value);
  },
  validate: (value, element) => checkRange(value, element),
  write: (value) => [String(value).replace('.', ',')],
  show: (value, element, language) => unitText(formatNumber(value, language, 6), element, language),
};
