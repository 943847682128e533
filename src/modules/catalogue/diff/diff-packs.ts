import { languages } from '#kernel/language.ts';
import type { Pack } from '../pack/pack.ts';
import { inWords, isText, keyOf, partNames, wordOf } from './words.ts';

/** One thing that differs between two packs. */
export type PackChange = Readonly<{
  /** `service urban-plan`, `city`, `element site.area`: what people would look up. */
  subject: string;
  kind: 'added' | 'removed' | 'changed';
  /** What of it, in words: `term`, `asks excavation.network: condition`; empty for the whole. */
  aspect: string;
  /** In words; empty where there was or is nothing. */
  before: string;
  after: string;
}>;

type Told = Omit<PackChange, 'subject'>;
type Named = Readonly<{
  id: string;
  version?: unknown;
  name?: unknown;
  title?: unknown;
  label?: unknown;
  text?: unknown;
}>;

/**
 * What changed between two packs, be they versions or cities: in the order of the files, subjects by id. The same two
 * packs always give the same list; two packs of one hash give none.
 */
export function diffPacks(before: Pack, after: Pack): PackChange[] {
  const city = compare(before.city, after.city, []).map((told) => ({ subject: 'city', ...told }));
  return [...city, ...partNames.flatMap(([part, name]) => listsOf(name, before[part], after[part]))];
}

function listsOf(name: string, before: readonly Named[], after: readonly Named[]): PackChange[] {
  const key = (one: Named) => (name === 'service to come' ? `${one.id} ${String(one.version)}` : one.id);
  const [old, now] = [new Map(before.map((one) => [key(one), one])), new Map(after.map((one) => [key(one), one]))];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((id): PackChange[] => {
    const subject = `${name} ${id}`;
    const [was, is] = [old.get(id), now.get(id)];
    if (was === undefined) return [{ subject, kind: 'added', aspect: '', before: '', after: titleOf(is) }];
    if (is === undefined) return [{ subject, kind: 'removed', aspect: '', before: titleOf(was), after: '' }];
    return compare(was, is, []).map((told) => ({ subject, ...told }));
  });
}

const titleOf = (one: Named | undefined): string => {
  const text = one?.name ?? one?.title ?? one?.label ?? one?.text;
  return isText(text) ? text.en : '';
};

/** Differences of two values that stand at the same place. */
function compare(before: unknown, after: unknown, path: readonly string[]): Told[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const aspect = path.join(': ');
  if (before === undefined) return [{ kind: 'added', aspect, before: '', after: inWords(after) }];
  if (after === undefined) return [{ kind: 'removed', aspect, before: inWords(before), after: '' }];
  if (isText(before) && isText(after)) {
    return languages.flatMap((language): Told[] => {
      const [was, is] = [before[language], after[language]];
      return was === is
        ? []
        : [{ kind: 'changed', aspect: [...path, language].join(': '), before: `“${was}”`, after: `“${is}”` }];
    });
  }
  const isPlace = Array.isArray(after) && after.some((one) => typeof one === 'number');
  if (Array.isArray(before) && Array.isArray(after) && !isPlace) return compareLists(before, after, path);
  const whole: Told = { kind: 'changed', aspect, before: inWords(before), after: inWords(after) };
  if (!isObject(before) || !isObject(after) || wordOf(path.at(-1) ?? '').isWhole) return [whole];
  const [was, is] = [readable(before), readable(after)];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => key !== 'unverified');
  return keys.flatMap((key) => compare(was[key], is[key], key === 'sum' ? path : [...path, wordOf(key).word]));
}

/** Money is read as one sum, not as minor units and a currency. */
function readable(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { amount, currency, ...rest } = value;
  return currency === undefined ? value : { sum: inWords({ amount, currency }), ...rest };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Entries go by what names them, so that a new one in the middle is one change and not many. */
function compareLists(before: readonly unknown[], after: readonly unknown[], path: readonly string[]): Told[] {
  const [old, now] = [byKey(before), byKey(after)];
  const at = (key: string) => [...path.slice(0, -1), [path.at(-1), key].filter(Boolean).join(' ')];
  const told = [...new Set([...old.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [old.get(key), now.get(key)];
    // A plain word is said by its key already.
    if (was !== undefined && is !== undefined) return compare(was, is, at(key));
    const [kind, one] = is === undefined ? (['removed', was] as const) : (['added', is] as const);
    const words = isObject(one) ? titleOf(one as Named) || inWords(one) : '';
    const [aspect, empty] = [at(key).join(': '), ''];
    return [
      kind === 'added' ? { kind, aspect, before: empty, after: words } : { kind, aspect, before: words, after: empty },
    ];
  });
  if (told.length > 0) return told;
  const order = (keys: Iterable<string>) => [...keys].join(', ');
  return [
    { kind: 'changed', aspect: `${path.join(': ')}: order`, before: order(old.keys()), after: order(now.keys()) },
  ];
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
