import { slipsBetween } from '../nearest.ts';
import type { SearchWord } from './words.ts';

/** Groups of three letters of a word, with its beginning and end marked. */
export function trigrams(word: string): string[] {
  const padded = ` ${word} `;
  return Array.from({ length: Math.max(1, padded.length - 2) }, (_, at) => padded.slice(at, at + 3));
}

function commonBeginning(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}

/** How many slips of the fingers are forgiven in a word. */
const forgiven = (length: number): number => {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
};

/** Alike by beginning: at least three letters and most of the shorter word; the rest are endings. */
function beginningLikeness(asked: string, known: string): number {
  const common = commonBeginning(asked, known);
  const shorter = Math.min(asked.length, known.length);
  if (common < 3 || common < shorter - 2 || common / shorter < 0.6) return 0;
  return 0.8 * (common / shorter) * (0.7 + 0.3 * (common / Math.max(asked.length, known.length)));
}

/** How many letters only one of two words has, by their sets. */
function lettersApart(left: number, right: number): number {
  let apart = 0;
  for (let rest = left ^ right; rest !== 0; rest &= rest - 1) apart += 1;
  return apart;
}

type Written = Readonly<{ text: string; letters: number }>;

/** Alike but for slips of the fingers, as far as the length of the word asked forgives them. */
function slipLikeness(asked: Written, known: Written): number {
  const limit = forgiven(asked.text.length);
  // A slip takes away one letter and brings another at most: most words are told apart without comparing them.
  if (limit === 0 || lettersApart(asked.letters, known.letters) > 2 * limit) return 0;
  const slips = slipsBetween(asked.text, known.text, limit);
  return slips > limit ? 0 : 0.8 - 0.15 * slips;
}

/** How well a word asked for fits a word of the catalogue: 1 is the same word, 0 is another word. */
export function likeness(asked: SearchWord, known: SearchWord): number {
  if (asked.word === known.word) return 1;
  if (asked.stem === known.stem) return 0.95;
  const stem = (word: SearchWord): Written => ({ text: word.stem, letters: word.stemLetters });
  return Math.max(
    beginningLikeness(asked.word, known.word),
    slipLikeness({ text: asked.word, letters: asked.letters }, { text: known.word, letters: known.letters }),
    asked.stem.length >= 4 ? slipLikeness(stem(asked), stem(known)) - 0.05 : 0,
  );
}
