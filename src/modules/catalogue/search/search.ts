import { type Language, languages } from '#kernel/language.ts';
import type { Pack } from '../pack/pack.ts';
import { likeness, trigrams } from './similar.ts';
import { onOtherKeyboard, type SearchWord, searchWord, tellingWords, wordsOf } from './words.ts';

/** Something found, the best first; scores are comparable within one answer only. */
export type SearchHit = Readonly<{ kind: 'situation' | 'service'; id: string; score: number }>;

/** A word of the catalogue and what it stands in: entry number → weight. */
type KnownWord = SearchWord & Readonly<{ entries: Map<number, number> }>;

type SearchIndex = Readonly<{
  entries: readonly Readonly<{ kind: SearchHit['kind']; id: string; boost: number }>[];
  words: readonly KnownWord[];
  /** Numbers of words by a group of three letters they contain. */
  byTrigram: ReadonlyMap<string, readonly number[]>;
}>;

type Searchable = Pack['services'][number] | Pack['situations'][number];

/** A name and a synonym tell what a thing is, a summary only what it is about. */
const weights = { name: 3, keywords: 3, summary: 1 } as const;
/** People search in the language they think in, whatever the page's is; their page's language comes first. */
const otherLanguage = 0.6;
/** A situation brings all its services, so it is offered before any one of them. */
const situationBoost = 1.35;

function textsOf(item: Searchable, language: Language): readonly (readonly [string, number])[] {
  return [
    [item.name[language], weights.name],
    ...item.keywords[language].map((phrase) => [phrase, weights.keywords] as const),
    [item.summary[language], weights.summary],
  ];
}

function build(pack: Pack, language: Language): SearchIndex {
  const items = [
    ...pack.situations.map((item) => ({ item, kind: 'situation' as const, boost: situationBoost })),
    ...pack.services.map((item) => ({ item, kind: 'service' as const, boost: 1 })),
  ];
  const words = new Map<string, KnownWord>();
  for (const [entry, { item }] of items.entries()) {
    for (const spoken of languages) {
      const share = spoken === language ? 1 : otherLanguage;
      for (const [text, weight] of textsOf(item, spoken)) {
        const telling = tellingWords(text);
        // Of “storm drain” and “storm drain certificate” the first is the better answer to “storm drain”.
        const part = weight * share * (0.8 + 0.2 / telling.length);
        for (const found of telling) {
          const asKnown = searchWord(found, spoken);
          const key = `${asKnown.word} ${asKnown.stem}`;
          const known = words.get(key) ?? { ...asKnown, entries: new Map<number, number>() };
          known.entries.set(entry, Math.max(known.entries.get(entry) ?? 0, part));
          words.set(key, known);
        }
      }
    }
  }
  const list = [...words.values()];
  const byTrigram = new Map<string, number[]>();
  for (const [number, { word, stem }] of list.entries()) {
    for (const group of new Set([...trigrams(word), ...trigrams(stem)])) {
      const sharing = byTrigram.get(group);
      if (sharing === undefined) byTrigram.set(group, [number]);
      else sharing.push(number);
    }
  }
  return { entries: items.map(({ item, kind, boost }) => ({ kind, id: item.id, boost })), words: list, byTrigram };
}

const indexes = new WeakMap<Pack, Map<Language, SearchIndex>>();

function indexOf(pack: Pack, language: Language): SearchIndex {
  const ofPack = indexes.get(pack) ?? new Map<Language, SearchIndex>();
  indexes.set(pack, ofPack);
  const known = ofPack.get(language) ?? build(pack, language);
  ofPack.set(language, known);
  return known;
}

/** For one word asked: how strongly each entry answers to it. */
function answers(index: SearchIndex, asked: SearchWord): Map<number, number> {
  const candidates = new Set(
    [...trigrams(asked.word), ...trigrams(asked.stem)].flatMap((group) => index.byTrigram.get(group) ?? []),
  );
  const strengths = new Map<number, number>();
  for (const number of candidates) {
    const known = index.words[number];
    const fit = known ? likeness(asked, known) : 0;
    if (!known || fit < 0.4) continue;
    // Squared, so that a word that is only alike never outweighs the word itself.
    for (const [entry, weight] of known.entries) {
      strengths.set(entry, Math.max(strengths.get(entry) ?? 0, fit * fit * weight));
    }
  }
  return strengths;
}

type Ranking = Readonly<{ hits: SearchHit[]; best: number }>;

function rank(index: SearchIndex, text: string, language: Language): Ranking {
  const asked = tellingWords(text).map((word) => searchWord(word, language));
  const totals = new Map<number, { score: number; matched: number }>();
  for (const word of asked) {
    const strengths = answers(index, word);
    const rarity = Math.log(1 + index.entries.length / Math.max(1, strengths.size));
    for (const [entry, strength] of strengths) {
      const total = totals.get(entry) ?? { score: 0, matched: 0 };
      totals.set(entry, { score: total.score + rarity * strength, matched: total.matched + 1 });
    }
  }
  const hits = [...totals].flatMap(([number, { score, matched }]) => {
    const entry = index.entries[number];
    // An entry that answers to few of the words asked is a weak answer.
    return entry ? [{ kind: entry.kind, id: entry.id, score: score * entry.boost * (matched / asked.length) }] : [];
  });
  hits.sort((left, right) => right.score - left.score || (left.id < right.id ? -1 : 1));
  return { hits, best: hits[0]?.score ?? 0 };
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
  const index = indexOf(pack, language);
  const plain = rank(index, question, language);
  const switched = rank(index, onOtherKeyboard(question), language);
  const { hits, best } = switched.best > plain.best ? switched : plain;
  // Far weaker answers than the best would only be noise.
  return hits.filter(({ score }) => score >= best * 0.15).slice(0, limit);
}
