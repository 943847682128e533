import type { Localized } from '#kernel/language.ts';

/**
 * A text that exists in one language only, in the place of all three. Whoever uses it lists `paths` of it under
 * `unverified`, so that the designer sees what is to be translated.
 */
export const oneLanguage = (text: string): Localized => ({ ru: text, tt: text, en: text });

/** The marks of a text that stands in Russian in the place of Tatar and English. */
export const untranslated = (key: string): string[] => [`${key}.tt`, `${key}.en`];

// Letters as in passports of Russia (ICAO 9303), so that a value read aloud is recognised.
const latin: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ:ie ы:y ь: э:e ю:iu я:ia ә:a ө:o ү:u җ:j ң:n һ:h'
    .split(' ')
    .map((pair) => pair.split(':'))
    .map(([from = '', to = '']) => [from, to]),
);

/** Lower-case Latin words joined by hyphens, at most `limit` letters; empty if nothing is left. */
export function kebab(text: string, limit = 60): string {
  const letters = [...text.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()].map((letter) => latin[letter] ?? letter);
  const words = letters.join('').replace(/[^a-z0-9]+/g, '-');
  return words.slice(0, limit).replace(/^-+|-+$/g, '');
}

/** An identifier of a pack: `kebab` with a letter in front. */
export function packId(text: string, prefix: string): string {
  const id = kebab(text, 120);
  return /^[a-z]/.test(id) ? id : `${prefix}-${id || 'unnamed'}`;
}

/** A name for people made of an identifier: `gpzu_create_plan` is `Gpzu create plan`. */
export function humanised(identifier: string): string {
  const words = identifier.replace(/[_-]+/g, ' ').trim();
  return words === '' ? identifier : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The text as compared: its letters and digits, so that a space, a quote or a missing bracket makes no other datum. */
export const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The text on one line without spaces at its ends; blank is undefined. */
export function tidy(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined;
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : line;
}

/** The first id not taken yet: `name`, `name-2`, `name-3` …; it is taken afterwards. */
export function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`;
  taken.add(free);
  return free;
}
