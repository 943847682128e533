import { type Language, languages } from '#kernel/language.ts';
import type { Pack } from '../pack/pack.ts';
import { titleOf } from './titles.ts';
import { isText, keyOf, type Part, parts, type Words, wordsIn } from './words.ts';

/** One thing that differs between two packs. */
export type PackChange = Readonly<{
  /** `service “Urban plan of a plot” (urban-plan)`, `city`: what people call it, and what they would look up. */
  subject: string;
  kind: 'added' | 'removed' | 'changed';
  /** What of it, in words: `term`, `asks “Network” (excavation.network): condition`; empty for the whole. */
  aspect: string;
  /** In words; empty where there was or is nothing. */
  before: string;
  after: string;
}>;

type Told = Omit<PackChange, 'subject'>;
type Named = Readonly<{ id: string; version?: unknown }>;

/**
 * What changed between two packs, be they versions or cities, in words of `language`: in the order of the files,
 * subjects by id. The same two packs always give the same list; two packs of one hash give none.
 */
export const diffPacks = (before: Pack, after: Pack, language: Language = 'en'): PackChange[] =>
  changesIn(before, after, wordsIn(language, [before, after]));

/** The same in words made already: titles of what parts of packs refer to stand in the whole packs. */
export function changesIn(before: Pack, after: Pack, words: Words): PackChange[] {
  const subject = words.part('city');
  const city = compare(before.city, after.city, { words, path: [] }).map((told) => ({ subject, ...told }));
  return [...city, ...parts.flatMap((part) => listsOf({ part, words }, before[part], after[part]))];
}

type PartIn = Readonly<{ part: Part; words: Words }>;

function listsOf({ part, words }: PartIn, before: readonly Named[], after: readonly Named[]): PackChange[] {
  const key = (one: Named) => (part === 'nextServices' ? `${one.id} ${String(one.version)}` : one.id);
  const [old, now] = [new Map(before.map((one) => [key(one), one])), new Map(after.map((one) => [key(one), one]))];
  const titleOfEither = (was?: Named, is?: Named) => titleIn(is ?? was ?? {}, words);
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((id): PackChange[] => {
    const [was, is] = [old.get(id), now.get(id)];
    const title = titleOfEither(was, is);
    const subject = `${words.part(part)} ${title === '' ? id : words.titled(title, id)}`;
    if (was === undefined && is) return [{ subject, kind: 'added', aspect: '', before: '', after: title }];
    if (is === undefined && was) return [{ subject, kind: 'removed', aspect: '', before: title, after: '' }];
    return compare(was, is, { words, path: [] }).map((told) => ({ subject, ...told }));
  });
}

const titleIn = (one: object, { language }: Words): string => titleOf(one)?.[language] ?? '';

/** A place in the pack, as the words that lead there, and the key of its last step. */
type Place = Readonly<{ words: Words; path: readonly string[]; key?: string }>;

const within = ({ words, path }: Place, key: string): Place => ({ words, path: [...path, words.key(key)], key });

/** Differences of two values that stand at the same place. */
function compare(before: unknown, after: unknown, place: Place): Told[] {
  if (isSame(before, after)) return [];
  const { words, path, key = '' } = place;
  const aspect = path.join(': ');
  if (before === undefined) return [{ kind: 'added', aspect, before: '', after: words.value(after, key) }];
  if (after === undefined) return [{ kind: 'removed', aspect, before: words.value(before, key), after: '' }];
  if (isText(before) && isText(after)) {
    return languages.flatMap((language): Told[] => {
      const [was, is] = [before[language], after[language]];
      return was === is
        ? []
        : [{ kind: 'changed', aspect: [...path, language].join(': '), before: `“${was}”`, after: `“${is}”` }];
    });
  }
  const isPlace = Array.isArray(after) && after.some((one) => typeof one === 'number');
  if (Array.isArray(before) && Array.isArray(after) && !isPlace) return compareLists(before, after, place);
  const whole: Told = { kind: 'changed', aspect, before: words.value(before, key), after: words.value(after, key) };
  if (!isObject(before) || !isObject(after) || words.isWhole(key)) return [whole];
  const [was, is] = [readable(before, words), readable(after, words)];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((one) => one !== 'unverified');
  return keys.flatMap((one) => compare(was[one], is[one], one === 'sum' ? place : within(place, one)));
}

/** Money is read as one sum, not as minor units and a currency. */
function readable(value: Readonly<Record<string, unknown>>, words: Words): Readonly<Record<string, unknown>> {
  const { amount, currency, ...rest } = value;
  return currency === undefined ? value : { sum: words.value({ amount, currency }, 'sum'), ...rest };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whether two values say the same, in whatever order their keys stand: a database keeps them in an order of its own. */
function isSame(before: unknown, after: unknown): boolean {
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((one, at) => isSame(one, after[at]));
  }
  if (!isObject(before) || !isObject(after)) return before === after;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].every((key) => isSame(before[key], after[key]));
}

/** Entries go by what names them, so that a new one in the middle is one change and not many. */
function compareLists(before: readonly unknown[], after: readonly unknown[], place: Place): Told[] {
  const { words, path } = place;
  const [old, now] = [byKey(before), byKey(after)];
  const nameOf = (key: string) => entryName(key, now.get(key) ?? old.get(key), place);
  const at = (key: string) => [...path.slice(0, -1), [path.at(-1), nameOf(key)].filter(Boolean).join(' ')];
  const told = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    // A plain word is said by its key already.
    if (was !== undefined && is !== undefined) return compare(was, is, { words, path: at(key) });
    const [kind, one] = is === undefined ? (['removed', was] as const) : (['added', is] as const);
    const text = isObject(one) ? titleIn(one, words) || words.value(one, '') : '';
    const [aspect, empty] = [at(key).join(': '), ''];
    return [
      kind === 'added' ? { kind, aspect, before: empty, after: text } : { kind, aspect, before: text, after: empty },
    ];
  });
  if (told.length > 0) return told;
  const order = (keys: Iterable<string>) => [...keys].map(nameOf).join(', ');
  const aspect = `${path.join(': ')}: ${words.order}`;
  return [{ kind: 'changed', aspect, before: order(old.keys()), after: order(now.keys()) }];
}

/** What an entry of a list is called: by its own title, or by that of what it refers to; its key comes after. */
function entryName(key: string, entry: unknown, { words, key: list = '' }: Place): string {
  if (!isObject(entry)) return words.named(list, key);
  const title = titleIn(entry, words);
  if (title !== '') return words.titled(title, key);
  const reference = ['element', 'service', 'step'].find((one) => typeof entry[one] === 'string') ?? list;
  return words.named(reference, key);
}

/** Entries by name; a second of one name (an output needed under two conditions) by its number. */
function byKey(list: readonly unknown[]): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [index, one] of list.entries()) {
    const key = keyOf(one) ?? String(index + 1);
    found.set(found.has(key) ? `${key} (${index + 1})` : key, one);
  }
  return found;
}
