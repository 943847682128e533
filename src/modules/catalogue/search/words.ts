import snowball from 'snowball-stemmers';
import type { Language } from '#kernel/language.ts';

/** Words that say nothing about what is looked for. */
const silent: Record<Language, string> = {
  ru: 'я мне мы нам нас хочу хотим нужно нужен нужна надо как где куда какой какие что чтобы для на в во и по с со к от о об у за из до при ли или мой моя моё мою мои свой свою своё свои бы это если можно получить оформить сделать',
  tt: 'мин миңа без безгә ничек кая кайда нинди кирәк телим тели телибез өчен һәм да дә та тә белән яки бар юк минем безнең бу шул ул алырга алу',
  en: 'i we me my our us want need would like to how where what which do does can may the a an for of in on at by with and or from is are be it this get getting obtain make new',
};
const silentWords = new Set(Object.values(silent).flatMap((words) => words.split(' ')));

const stemmers = { ru: snowball.newStemmer('russian'), en: snowball.newStemmer('english') };

/** Letters people without a Tatar keyboard replace, and ё; both sides of a comparison are folded alike. */
const folds: Readonly<Record<string, string>> = { ё: 'е', ә: 'а', э: 'а', ө: 'о', ү: 'у', җ: 'ж', ң: 'н', һ: 'х' };

const fold = (word: string): string => word.replace(/[ёәэөүҗңһ]/g, (letter) => folds[letter] ?? letter);

/** A word as it is compared: as written, and without its ending. Both folded, each with the set of its letters. */
export type SearchWord = Readonly<{ word: string; stem: string; letters: number; stemLetters: number }>;

/** Which letters a word has, a bit for each (two letters may share one): tells words apart faster than reading them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

const compared = (word: string, stem: string): SearchWord => ({
  word,
  stem,
  letters: lettersOf(word),
  stemLetters: lettersOf(stem),
});

const isCyrillic = (word: string): boolean => /[\u0400-\u04ff]/.test(word);

/**
 * The word and its stem. Russian and English endings are cut by the Snowball stemmers. Tatar has no stemmer: its
 * endings only follow one another at the end, so that a common beginning is compared instead.
 */
export function searchWord(word: string, language: Language): SearchWord {
  if (language === 'tt' && /[әөүҗңһ]/.test(word)) return compared(fold(word), fold(word));
  const stemmer = isCyrillic(word) ? stemmers.ru : stemmers.en;
  return compared(fold(word), fold(stemmer.stem(word.replaceAll('ё', 'е'))));
}

/** All words of a text, in lower case. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text that say something; all of them when none does. */
export function tellingWords(text: string): string[] {
  const words = [...new Set(wordsOf(text))];
  const telling = words.filter((word) => !silentWords.has(word) && (word.length > 1 || /\d/.test(word)));
  return telling.length > 0 ? telling : words;
}

const latinKeys = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russianKeys = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

/** The text as it would read had the keyboard been switched: `ghbdtn` → `привет`, `вшп` → `dig`. */
export function onOtherKeyboard(text: string): string {
  const lower = text.toLowerCase();
  const [from, to] = isCyrillic(lower) ? [russianKeys, latinKeys] : [latinKeys, russianKeys];
  return [...lower].map((letter) => to[from.indexOf(letter)] ?? letter).join('');
}
