import { oneLineType } from '../one-line-type.ts';
import { digitsOf } from '../reading.ts';

/**
 * State registration number: OGRN of an organisation (13 digits) or OGRNIP of an entrepreneur (15 digits).
 * The last digit is the remainder of the number before it by 11 or by 13, its last digit
 * (order of the Ministry of Finance of 30 October 2017 N 165н).
 */
export const stateNumber = oneLineType({
  id: 'state-number',
  maxLength: 15,
  patternCode: 'forms/bad-state-number',
  normalise(text) {
    const digits = digitsOf(text.replace(/^огрн(ип)?[\s:]*/iu, ''));
    if (digits === undefined || !/^[1-9](\d{12}|\d{14})$/.test(digits)) return { code: 'forms/bad-state-number' };
    return hasStateCheckDigit(digits) ? { value: digits } : { code: 'forms/state-number-mistyped' };
  },
  messages: {
    'forms/bad-state-number': {
      ru: 'Поле «{label}»: введите ОГРН (13 цифр) или ОГРНИП (15 цифр)',
      tt: '«{label}» кыры: ОГРН (13 цифр) яки ОГРНИП (15 цифр) языгыз',
      en: '“{label}”: enter the state registration number: 13 digits (OGRN) or 15 digits (OGRNIP)',
    },
    'forms/state-number-mistyped': {
      ru: 'Поле «{label}»: в номере ошибка, контрольная цифра не сходится. Сверьте его с выпиской из реестра',
      tt: '«{label}» кыры: номер хаталы, контроль цифры туры килми. Аны реестр өземтәсе белән чагыштырыгыз',
      en: '“{label}”: the number has a mistake, its check digit does not fit. Compare it with the register extract',
    },
  },
});

/** Whether the last digit follows from the others; 14 digits still fit a number exactly. */
export function hasStateCheckDigit(digits: string): boolean {
  const divisor = digits.length === 13 ? 11 : 13;
  return (Number(digits.slice(0, -1)) % divisor) % 10 === Number(digits.at(-1));
}
