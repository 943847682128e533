import { setImmediate as afterOthers } from 'node:timers/promises';
import { type Language, languages } from '#kernel/language.ts';
import type { Pack } from '../pack/pack.ts';
import { trigrams } from './similar.ts';
import { type SearchWord, searchWord, tellingWords } from './words.ts';

/** Where a word stands in the texts of one language: numbers of entries, and beside each how much it tells about it. */
type Places = Readonly<{ entries: number[]; weights: number[] }>;

/** A word of the catalogue and where it stands, by the language of the text. */
type KnownWord = SearchWord & Readonly<{ places: Readonly<Record<Language, Places>> }>;

/** Everything of a catalogue that can be found, in all languages at once. */
export type SearchIndex = Readonly<{
  entries: readonly Readonly<{ kind: 'situation' | 'service'; id: string; boost: number }>[];
  words: readonly KnownWord[];
  /** Numbers of words by a group of three letters they contain. */
  byTrigram: ReadonlyMap<string, readonly number[]>;
}>;

type Searchable = Pack['services'][number] | Pack['situations'][number];

/** A name and a synonym tell what a thing is, a summary only what it is about. */
const weights = { name: 3, keywords: 3, summary: 1 } as const;
/** A situation brings all its services, so it is offered before any one of them. */
const situationBoost = 1.35;

const textsOf = (item: Searchable, language: Language): readonly (readonly [string, number])[] => [
  [item.name[language], weights.name],
  ...item.keywords[language].map((phrase) => [phrase, weights.keywords] as const),
  [item.summary[language], weights.summary],
];

/** The words of an index that grows entry by entry. */
class Vocabulary {
  readonly words: KnownWord[] = [];
  readonly byTrigram = new Map<string, number[]>();
  private readonly known = new Map<string, KnownWord>();
  /** Words by how they are written: a catalogue says the same few thousand words again and again. */
  private readonly written: Record<Language, Map<string, KnownWord>> = {
    ru: new Map(),
    tt: new Map(),
    en: new Map(),
  };

  /** A word as it stands in a text of a language. */
  word(text: string, language: Language): KnownWord {
    const met = this.written[language].get(text);
    if (met !== undefined) return met;
    const asKnown = searchWord(text, language);
    const key = `${asKnown.word} ${asKnown.stem}`;
    const word = this.known.get(key) ?? this.add(asKnown);
    this.known.set(key, word);
    this.written[language].set(text, word);
    return word;
  }

  private add(asKnown: SearchWord): KnownWord {
    const nowhere = (): Places => ({ entries: [], weights: [] });
    const word = { ...asKnown, places: { ru: nowhere(), tt: nowhere(), en: nowhere() } };
    const number = this.words.push(word) - 1;
    for (const group of new Set([...trigrams(word.word), ...trigrams(word.stem)])) {
      const sharing = this.byTrigram.get(group);
      if (sharing === undefined) this.byTrigram.set(group, [number]);
      else sharing.push(number);
    }
    return word;
  }
}

/** Remembers that a word stands in the entry that is read now; in one entry the strongest place counts. */
function note({ entries, weights: known }: Places, entry: number, weight: number): void {
  const last = entries.length - 1;
  if (entries[last] !== entry) {
    entries.push(entry);
    known.push(weight);
  } else known[last] = Math.max(known[last] ?? 0, weight);
}

/** Builds the index, pausing after every entry. */
function* build({ situations, services }: Pack): Generator<void, SearchIndex> {
  const items = [
    ...situations.map((item) => ({ item, kind: 'situation' as const, boost: situationBoost })),
    ...services.map((item) => ({ item, kind: 'service' as const, boost: 1 })),
  ];
  const vocabulary = new Vocabulary();
  for (const [entry, { item }] of items.entries()) {
    for (const language of languages) {
      for (const [text, weight] of textsOf(item, language)) {
        const telling = tellingWords(text);
        // Of “storm drain” and “storm drain certificate” the first is the better answer to “storm drain”.
        const part = weight * (0.8 + 0.2 / telling.length);
        for (const found of telling) note(vocabulary.word(found, language).places[language], entry, part);
      }
    }
    yield;
  }
  const { words, byTrigram } = vocabulary;
  return { entries: items.map(({ item, kind, boost }) => ({ kind, id: item.id, boost })), words, byTrigram };
}

/** By the list of services: packs that differ in their calendars alone are searched alike. */
const indexes = new WeakMap<Pack['services'], Readonly<{ situations: Pack['situations']; index: SearchIndex }>>();

function findIndex({ services, situations }: Pack): SearchIndex | undefined {
  const kept = indexes.get(services);
  return kept?.situations === situations ? kept.index : undefined;
}

function keep({ services, situations }: Pack, index: SearchIndex): SearchIndex {
  indexes.set(services, { situations, index });
  return index;
}

/** The index of a pack, built at once if nobody prepared it. */
export function indexOf(pack: Pack): SearchIndex {
  const known = findIndex(pack);
  if (known !== undefined) return known;
  const building = build(pack);
  for (;;) {
    const step = building.next();
    if (step.done) return keep(pack, step.value);
  }
}

/** Milliseconds of work after which others get their turn. */
const slice = 15;

/**
 * Builds the index of a pack before anybody searches, in slices of a few milliseconds: a running city goes on answering.
 * Without it the first search does the whole work.
 */
export async function prepareSearch(pack: Pack): Promise<void> {
  if (findIndex(pack) !== undefined) return;
  const building = build(pack);
  let until = performance.now() + slice;
  for (;;) {
    const step = building.next();
    if (step.done) {
      keep(pack, step.value);
      return;
    }
    if (performance.now() < until) continue;
    await afterOthers();
    until = performance.now() + slice;
  }
}
