import type { Language } from '#kernel/language.ts';
import type { Pack } from '#modules/catalogue/index.ts';

type Service = Pack['services'][number];

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const wordsOf = (services: readonly Service[], language: Language): string[] => [
  ...new Set(
    services.flatMap(
      ({ name, summary }) => `${name[language]} ${summary[language]}`.toLowerCase().match(/\p{L}{5,}/gu) ?? [],
    ),
  ),
];

/**
 * The pack with so many services: the city's own first, then others that mix names, synonyms and summaries of two of them
 * and have a word of their own, glued from halves of the city's words. The vocabulary grows with the catalogue as that of
 * real texts does, and its words are as much alike as real ones.
 */
export function largePack(pack: Pack, count: number): Pack {
  const next = sequence(86);
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  const inAll = <T>(make: (language: Language) => T) => ({ ru: make('ru'), tt: make('tt'), en: make('en') });
  const vocabulary = inAll((language) => wordsOf(pack.services, language));
  const coined = (language: Language) => {
    const [front, back] = [one(vocabulary[language]), one(vocabulary[language])];
    return front.slice(0, Math.ceil(front.length / 2) + 1) + back.slice(Math.floor(back.length / 2));
  };
  const mixed = (number: number): Service => {
    const [left, right] = [one(pack.services), one(pack.services)];
    const own = inAll(coined);
    const { row: _, ...rest } = left;
    return {
      ...rest,
      id: `${left.id}-${number}`,
      department: right.department,
      name: inAll((language) => `${left.name[language]} ${own[language]}`),
      summary: inAll((language) => `${right.summary[language]} ${coined(language)}.`),
      keywords: inAll((language) => [...left.keywords[language].slice(0, 3), ...right.keywords[language].slice(-2)]),
      produces: [],
    };
  };
  const more = Array.from({ length: count - pack.services.length }, (_, at) => mixed(at));
  return { ...pack, hash: `${count}${pack.hash}`.slice(0, pack.hash.length), services: [...pack.services, ...more] };
}
