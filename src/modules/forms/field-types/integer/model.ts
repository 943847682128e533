import { z } from 'zod';
import { formatNumber } from '#kernel/format.ts';
import { failed, ok } from '#kernel/result.ts';
import { unitText } from '../../units.ts';
import { type FieldType, fieldError } from '../field-type.ts';
import { checkRange, readNumber, scaled } from '../numbers.ts';

/** A whole number. `12,0` is whole; `12,5` is not. */
export const integer: FieldType<number> = {
  id: 'integer',
  value: z.number().int(),
  parts: [],
  messages: {
    'forms/not-whole': {
      ru: 'Поле «{label}»: введите целое число цифрами, например 12',
      tt: '«{label}» кыры: бөтен санны цифрлар белән языгыз, мәсәлән 12',
      en: '“{label}”: enter a whole number in digits, for example 12',
    },
  },
  read(raw, element) {
    const typed = raw[0] ?? '';
    if (typed.trim() === '') return ok(undefined);
    const number = readNumber(typed);
    if (number === undefined || number.fraction !== '') return failed([fieldError({ element }, 'forms/not-whole')]);
    const value = scaled(number, 0);
    if (!Number.isSafeInteger(value)) {
      return failed([fieldError({ element }, 'forms/too-big', { max: Number.MAX_SAFE_INTEGER })]);
    }
    return ok(value);
  },
  validate: (value, element) => checkRange(value, element),
  write: (value) => [String(value)],
  show: (value, element, language) => unitText(formatNumber(value, language), element, language),
};
