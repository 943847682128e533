import { oneLineType } from '../one-line-type.ts';
import { digitsOf, weightedSum } from '../reading.ts';

// Weights of the check digits of an INN (order of the Federal Tax Service of 29 June 2012 N ММВ-7-6/435@).
const organisationWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const personFirstWeights = [7, ...organisationWeights];
const personSecondWeights = [3, ...personFirstWeights];

/** Taxpayer number (INN): 10 digits of an organisation or 12 of a person, with their check digits. */
export const taxNumber = oneLineType({
  id: 'tax-number',
  maxLength: 12,
  patternCode: 'forms/tax-number-other-kind',
  normalise(text) {
    const digits = digitsOf(text.replace(/^инн[\s:]*/iu, ''));
    // The first two digits are the region's code, and no region is 00.
    if (digits === undefined || !/^(\d{10}|\d{12})$/.test(digits) || digits.startsWith('00')) {
      return { code: 'forms/bad-tax-number' };
    }
    return hasTaxCheckDigits(digits) ? { value: digits } : { code: 'forms/tax-number-mistyped' };
  },
  messages: {
    'forms/bad-tax-number': {
      ru: 'Поле «{label}»: введите ИНН: 10 цифр у организации, 12 цифр у человека или предпринимателя',
      tt: '«{label}» кыры: ИНН языгыз: оешманыкы 10 цифр, кеше яки эшкуарныкы 12 цифр',
      en: '“{label}”: enter the taxpayer number: 10 digits for an organisation, 12 for a person or entrepreneur',
    },
    'forms/tax-number-mistyped': {
      ru: 'Поле «{label}»: в ИНН ошибка, контрольные цифры не сходятся. Сверьте его со свидетельством',
      tt: '«{label}» кыры: ИНН хаталы, контроль цифрлары туры килми. Аны таныклык белән чагыштырыгыз',
      en: '“{label}”: the taxpayer number has a mistake, its check digits do not fit. Compare it with the certificate',
    },
    'forms/tax-number-other-kind': {
      ru: 'Поле «{label}»: здесь нужен ИНН другого вида. Проверьте, чей он: организации (10 цифр) или человека (12 цифр)',
      tt: '«{label}» кыры: монда башка төр ИНН кирәк. Ул кемнеке икәнен тикшерегез: оешманыкымы (10 цифр), кешенекеме (12 цифр)',
      en: '“{label}”: a number of the other kind is needed. Check whose it is: an organisation’s (10 digits) or a person’s (12 digits)',
    },
  },
});

/** Whether the last digit of ten, or the last two of twelve, follow from the others. */
export function hasTaxCheckDigits(digits: string): boolean {
  const check = (weights: readonly number[]) => String((weightedSum(digits, weights) % 11) % 10);
  if (digits.length === 10) return digits[9] === check(organisationWeights);
  return digits[10] === check(personFirstWeights) && digits[11] === check(personSecondWeights);
}
