import { oneLineType } from '../one-line-type.ts';
import { digitsOf, weightedSum } from '../reading.ts';

/** Numbers up to this one were given out without a check number. */
const firstChecked = 1_001_998;

/** Insurance number of a person (SNILS): 11 digits, the last two a check number. Kept as digits. */
export const snils = oneLineType({
  id: 'snils',
  maxLength: 11,
  normalise(text) {
    const digits = digitsOf(text.replace(/^снилс[\s:№]*/iu, ''));
    if (digits === undefined || digits.length !== 11) return { code: 'forms/bad-snils' };
    return hasSnilsCheck(digits) ? { value: digits } : { code: 'forms/snils-mistyped' };
  },
  show: (value) => value.replace(/^(\d{3})(\d{3})(\d{3})(\d\d)$/, '$1-$2-$3 $4'),
  messages: {
    'forms/bad-snils': {
      ru: 'Поле «{label}»: введите СНИЛС, 11 цифр, например 112-233-445 95',
      tt: '«{label}» кыры: СНИЛС языгыз, 11 цифр, мәсәлән 112-233-445 95',
      en: '“{label}”: enter the insurance number (SNILS), 11 digits, for example 112-233-445 95',
    },
    'forms/snils-mistyped': {
      ru: 'Поле «{label}»: в СНИЛС ошибка, контрольное число не сходится. Сверьте его с карточкой',
      tt: '«{label}» кыры: СНИЛС хаталы, контроль саны туры килми. Аны карточка белән чагыштырыгыз',
      en: '“{label}”: the insurance number has a mistake, its check number does not fit. Compare it with the card',
    },
  },
});

/** Sum of digits by place from 9 down to 1, by 101; a remainder of 100 is written 00. */
export function hasSnilsCheck(digits: string): boolean {
  if (Number(digits.slice(0, 9)) <= firstChecked) return true;
  const remainder = weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101;
  return (remainder === 100 ? 0 : remainder) === Number(digits.slice(9));
}
