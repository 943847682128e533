/** Addresses as people type them, in Russian, Tatar or English, and as they are written. */
import type { Localized } from '#kernel/language.ts';

/** Letters that are typed one for another: ё for е, Tatar letters on a Russian keyboard. */
const folded: Readonly<Record<string, string>> = { ё: 'е', ә: 'а', ө: 'о', ү: 'у', җ: 'ж', ң: 'н', һ: 'х' };
/** Latin letters of house numbers, for the Cyrillic ones that look or sound like them. */
const houseLetters: Readonly<Record<string, string>> = { a: 'а', b: 'б', v: 'в', g: 'г', d: 'д', e: 'е', c: 'с' };

/** Words that say what kind of thing a name belongs to, and what stands before every address of the city. */
const silentWords = new Set(
  `ул улица урам урамы street str st проспект проспекты просп пр пркт avenue ave av тракт тракты road rd шоссе шоссесы
  highway hwy переулок пер тыкрык тыкрыгы lane площадь майдан мэйдан square дом д йорт house h no город г гор шахар
  республика респ рт рф россия russia участок кишарлек`.split(/\s+/),
);

/** Lower case, without diacritics and Tatar letters: two spellings of one name become one. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, (mark) => (mark === '\u0306' ? mark : ''))
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ёәөүҗңһ]/g, (letter) => folded[letter] ?? letter);

/** "2-я", "2 нче" and "2nd" become the word n2, so that a street's number is not taken for a house's. */
const markOrdinals = (text: string) =>
  text.replace(/(\d+)\s*-?\s*(?:ая|я|й|ый|ой|нче|нчы|st|nd|rd|th)(?![\p{L}\d])/gu, ' n$1 ');

const wordsOf = (text: string) => text.match(/[\p{L}\d]+/gu) ?? [];

/** The words a street is found by: those of its names in all languages. */
export function streetWords(name: Localized): string[] {
  const words = Object.values(name).flatMap((text) => wordsOf(markOrdinals(fold(text))));
  return [...new Set(words.filter((word) => !silentWords.has(word)))];
}

/** A house number with its letter or corner as it is stored for search: "12 А" and "12-a" are "12а". */
export const houseKey = (house: string): string =>
  fold(house)
    .replace(/[\s-]/g, '')
    .replace(/[a-z]/g, (letter) => houseLetters[letter] ?? letter);

export type AddressQuery = Readonly<{ words: readonly string[]; house?: string }>;

/** Parts of a building: a plot is found without them. */
const partPattern =
  /(?<!\p{L})(?:корпусы?|корп|квартира|кв|фатир|офис|оф|строение|стр|литера?|лит|apt|flat|office)\.?\s*\d+\p{L}?/gu;
const housePattern = /(?<![\p{L}\d])(\d{1,4})(?:\s*\/\s*(\d{1,4}))?(?:\s*-?\s*(\p{L}))?(?![\p{L}\d])/gu;

/** Street words and house number of a typed address; order, case and kind words do not matter. */
export function readAddress(text: string): AddressQuery {
  const marked = markOrdinals(fold(text).replace(/№/g, ' ').replace(partPattern, ' '));
  const houses = [...marked.matchAll(housePattern)];
  const [last] = houses.slice(-1);
  const rest = last ? marked.slice(0, last.index) + marked.slice(last.index + last[0].length) : marked;
  const words = [
    ...new Set(wordsOf(rest).filter((word) => !silentWords.has(word) && /^n?\d*$|\p{L}{2}|^\p{L}$/u.test(word))),
  ];
  if (!last) return { words };
  const [, number = '', corner, letter = ''] = last;
  return { words, house: houseKey(`${number}${corner ? `/${corner}` : ''}${letter}`) };
}

/** How an address is written: street first, as on Kazan's house plates. */
export const writeAddress = (street: Localized, house: string): Localized => ({
  ru: `${street.ru}, ${house}`,
  tt: `${street.tt}, ${house}`,
  en: `${street.en}, ${house}`,
});

/** How many single letters must be changed, added or left out to make one word of the other; `limit + 1` if more. */
export function lettersApart(one: string, other: string, limit = 2): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let previous = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return Math.min(previous[other.length] ?? 0, limit + 1);
}

/** Words of `known` that `typed` may be a misspelling of: one letter apart, two in long words. */
export function misspellings(typed: string, known: readonly string[]): string[] {
  if (typed.length < 4) return [];
  const limit = typed.length > 7 ? 2 : 1;
  const near = known
    .map((word) => ({ word, apart: lettersApart(typed, word, limit) }))
    .filter(({ apart }) => apart <= limit);
  const least = Math.min(...near.map(({ apart }) => apart));
  return near.filter(({ apart }) => apart === least).map(({ word }) => word);
}
