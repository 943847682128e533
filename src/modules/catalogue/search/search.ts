import { type Language, languages } from '#kernel/language.ts';
import type { Pack } from '../pack/pack.ts';
import { indexOf, type SearchIndex } from './search-index.ts';
import { likeness, trigrams } from './similar.ts';
import { onOtherKeyboard, type SearchWord, searchWord, tellingWords, wordsOf } from './words.ts';

/** Something found, the best first; scores are comparable within one answer only. */
export type SearchHit = Readonly<{ kind: 'situation' | 'service'; id: string; score: number }>;

/** People search in the language they think in, whatever the page's is; their page's language comes first. */
const otherLanguage = 0.6;

/** Words of the catalogue that are like the word asked, by number, with how much. */
function alike(index: SearchIndex, asked: SearchWord): Map<number, number> {
  const fits = new Map<number, number>();
  for (const group of new Set([...trigrams(asked.word), ...trigrams(asked.stem)])) {
    for (const number of index.byTrigram.get(group) ?? []) {
      if (fits.has(number)) continue;
      const known = index.words[number];
      fits.set(number, known ? likeness(asked, known) : 0);
    }
  }
  return fits;
}

/** For one word asked: how strongly each entry answers to it, by its number; 0 is not at all. */
function answers(index: SearchIndex, asked: SearchWord, language: Language): Float64Array {
  const strengths = new Float64Array(index.entries.length);
  for (const [number, fit] of alike(index, asked)) {
    const known = index.words[number];
    if (!known || fit < 0.4) continue;
    for (const spoken of languages) {
      // Squared, so that a word that is only alike never outweighs the word itself.
      const share = fit * fit * (spoken === language ? 1 : otherLanguage);
      const { entries, weights } = known.places[spoken];
      for (let at = 0; at < entries.length; at += 1) {
        const entry = entries[at] ?? 0;
        const strength = share * (weights[at] ?? 0);
        if (strength > (strengths[entry] ?? 0)) strengths[entry] = strength;
      }
    }
  }
  return strengths;
}

/** Scores by the number of the entry; plain loops, because a catalogue may have ten thousand. */
type Ranking = Readonly<{ scores: Float64Array; best: number }>;

function rank(index: SearchIndex, text: string, language: Language): Ranking {
  const asked = tellingWords(text).map((word) => searchWord(word, language));
  const size = index.entries.length;
  const scores = new Float64Array(size);
  const matched = new Uint16Array(size);
  for (const word of asked) {
    const strengths = answers(index, word, language);
    const rarity = Math.log(1 + size / Math.max(1, countOf(strengths)));
    for (let entry = 0; entry < size; entry += 1) {
      const strength = strengths[entry] ?? 0;
      if (strength === 0) continue;
      scores[entry] = (scores[entry] ?? 0) + rarity * strength;
      matched[entry] = (matched[entry] ?? 0) + 1;
    }
  }
  let best = 0;
  for (let entry = 0; entry < size; entry += 1) {
    // An entry that answers to few of the words asked is a weak answer.
    const share = (matched[entry] ?? 0) / asked.length;
    const score = share === 0 ? 0 : (scores[entry] ?? 0) * share * (index.entries[entry]?.boost ?? 1);
    scores[entry] = score;
    if (score > best) best = score;
  }
  return { scores, best };
}

function countOf(strengths: Float64Array): number {
  let count = 0;
  for (let entry = 0; entry < strengths.length; entry += 1) if ((strengths[entry] ?? 0) > 0) count += 1;
  return count;
}

/** Longer questions are cut: nobody types more, and a page must not be slowed down by one. */
const longestQuestion = 200;

/**
 * Situations and services for everyday words in Russian, Tatar or English, the best first. Endings, slips of the
 * fingers, missing Tatar letters and a keyboard in the wrong language are forgiven. An empty text finds nothing.
 */
export function search(pack: Pack, text: string, language: Language, { limit = 10 } = {}): SearchHit[] {
  const question = text.slice(0, longestQuestion);
  if (wordsOf(question).length === 0 && !/[[\];',.`]/.test(question)) return [];
  const index = indexOf(pack);
  const plain = rank(index, question, language);
  const switched = rank(index, onOtherKeyboard(question), language);
  const { scores, best } = switched.best > plain.best ? switched : plain;
  if (best === 0) return [];
  const hits = index.entries.flatMap(({ kind, id }, entry): SearchHit[] => {
    const score = scores[entry] ?? 0;
    // Far weaker answers than the best would only be noise.
    return score < best * 0.15 ? [] : [{ kind, id, score }];
  });
  return hits.sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1)).slice(0, limit);
}
