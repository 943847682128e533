import { z } from 'zod';
import { formatMoney } from '#kernel/format.ts';
import { failed, ok } from '#kernel/result.ts';
import { type FieldType, fieldError } from '../field-type.ts';
import { checkRange, readNumber, scaled } from '../numbers.ts';

/** Ten million million roubles; every kopeck below it fits a double exactly. */
const limit = 1e15;

/** A sum in minor units (kopecks), typed in roubles: `1 250,50` → 125050. Limits of the element are in kopecks too. */
export const money: FieldType<number> = {
  id: 'money',
  value: z.number().int(),
  parts: [],
  messages: {
    'forms/bad-money': {
      ru: 'Поле «{label}»: введите сумму в рублях цифрами, например 1250 или 1250,50',
      tt: '«{label}» кыры: сумманы сумнарда цифрлар белән языгыз, мәсәлән 1250 яки 1250,50',
      en: '“{label}”: enter a sum in roubles in digits, for example 1250 or 1250,50',
    },
  },
  read(raw, element) {
    const typed = (raw[0] ?? '').trim();
    if (typed === '') return ok(undefined);
    const number = readNumber(typed.replace(/\s*(₽|руб(\.|л\p{L}*)?|р\.?|сум|rub)$/iu, ''));
    if (number === undefined || number.fraction.length > 2) return failed([fieldError({ element }, 'forms/bad-money')]);
    const kopecks = scaled(number, 2);
    return Math.abs(kopecks) > limit
      ? failed([fieldError({ element }, 'forms/too-big', { max: limit / 100 })])
      : ok(kopecks);
  },
  validate: (value, element) => checkRange(value, { min: 0, ...element }, (kopecks) => kopecks / 100),
  write: (value) => [(value / 100).toFixed(value % 100 === 0 ? 0 : 2).replace('.', ',')],
  show: (value, _element, language) => formatMoney(value, 'RUB', language),
};
