import { oneLineType } from '../one-line-type.ts';

/**
 * A telephone number in E.164 (ITU-T, at most 15 digits): `+78432991010`.
 * Reads the ways people in Russia write one: `8 (843) 299-10-10`, `7 917…`, `917 123 45 67`, `8~10` before a foreign number.
 */
export const phone = oneLineType({
  id: 'phone',
  maxLength: 16,
  normalise(text) {
    const number = e164(text);
    return number === undefined ? { code: 'forms/bad-phone' } : { value: number };
  },
  show: (value) => value.replace(/^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/, '+7 $1 $2-$3-$4'),
  messages: {
    'forms/bad-phone': {
      ru: 'Поле «{label}»: введите номер телефона с кодом, без добавочного, например 8 843 299-10-10 или +7 917 123-45-67',
      tt: '«{label}» кыры: телефон номерын коды белән, өстәмә номерсыз языгыз, мәсәлән 8 843 299-10-10 яки +7 917 123-45-67',
      en: '“{label}”: enter a telephone number with its area code and no extension, for example 8 843 299-10-10 or +7 917 123-45-67',
    },
  },
});

function e164(text: string): string | undefined {
  const bare = text.replace(/^тел\.?:?/iu, '').replace(/[\s\-–—−.()/]/g, '');
  const digits = bare.replace(/^\+/, '');
  if (!/^\d+$/.test(digits)) return undefined;
  if (bare.startsWith('+')) return international(digits);
  // 8~10 is how one dials out of Russia, 00 how one does it elsewhere.
  if (digits.startsWith('810') && digits.length > 11) return international(digits.slice(3));
  if (digits.startsWith('00')) return international(digits.slice(2));
  if (digits.length === 11 && /^[78]/.test(digits)) return international(`7${digits.slice(1)}`);
  // Russian area codes start with 3, 4, 8 (cities) or 9 (mobile).
  return digits.length === 10 && /^[3489]/.test(digits) ? `+7${digits}` : undefined;
}

function international(digits: string): string | undefined {
  if (digits.startsWith('7')) return digits.length === 11 ? `+${digits}` : undefined;
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : undefined;
}
