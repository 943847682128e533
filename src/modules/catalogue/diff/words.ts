import { type Language, type Localized, languages } from '#kernel/language.ts';
import type { Pack } from '../pack/pack.ts';
import { titlesOf } from './titles.ts';
import { type Plurals, partTexts, termStarts, unitTexts, wordTexts } from './word-texts.ts';

/** Parts of a pack in the order a reader asks for them. */
export const parts = [
  'services',
  'nextServices',
  'situations',
  'steps',
  'outputs',
  'elements',
  'pages',
  'intakeGrounds',
  'registers',
  'departments',
  'calendars',
] as const satisfies readonly (keyof Pack)[];
export type Part = (typeof parts)[number];

/** Values told as one: a term is read as a whole. */
const wholes = new Set(['term', 'target', 'estimate', 'when', 'uncertain', 'required', 'effective', 'until']);

export const isText = (value: unknown): value is Localized =>
  value !== null &&
  typeof value === 'object' &&
  Object.keys(value).length === languages.length &&
  languages.every((language) => typeof (value as Record<string, unknown>)[language] === 'string');

/** What names an entry of a list: a plain word itself, an object by its id or by what it refers to. */
export function keyOf(entry: unknown): string | undefined {
  if (typeof entry === 'string' || typeof entry === 'number') return String(entry);
  if (entry === null || typeof entry !== 'object') return undefined;
  const { id, element, service, step, value, code } = entry as Record<string, unknown>;
  const name = id ?? element ?? service ?? step ?? value ?? code;
  return typeof name === 'string' ? name : undefined;
}

/** How changes are said in one language. */
export type Words = Readonly<{
  language: Language;
  /** The word for one entry of a part: `service`. */
  part(part: Part | 'city'): string;
  /** The word for a key of the pack's files; the key itself where it says enough. */
  key(key: string): string;
  /** Whether a value under that key is told as one. */
  isWhole(key: string): boolean;
  order: string;
  /** What an id under a key refers to, by its title with the id after it; without a title the id. */
  named(key: string, id: string): string;
  /** A title with the id after it: `“Urban plan” (urban-plan)`. */
  titled(title: string, id: string): string;
  /** A value under a key as a sentence would say it: `5 working days from registration`, `1500 RUB`, `yes`. */
  value(value: unknown, key: string): string;
}>;

/** The words of a language, with the titles of the packs that are compared. */
export function wordsIn(language: Language, packs: readonly Pack[]): Words {
  const titles = titlesOf(packs, language);
  const titled = (title: string, id: string) => (language === 'en' ? `“${title}” (${id})` : `«${title}» (${id})`);
  const named = (under: string, id: string) => {
    const title = titles(under, id);
    return title === undefined ? id : titled(title, id);
  };
  const rule = new Intl.PluralRules(language);
  const counted = (plurals: Plurals, n: number) => {
    const forms: Readonly<Record<string, string>> = plurals[language];
    return forms[rule.select(n)] ?? plurals[language].other;
  };
  const key = (name: string) => wordTexts[name]?.[language] ?? name;
  const termOf = (term: Readonly<Record<string, unknown>>, amount: number): string => {
    const { unit, from, roll } = term;
    const plurals = unitTexts[String(unit)];
    const start = typeof from === 'string' ? ` ${termStarts[from]?.[language] ?? from}` : '';
    const end = roll === undefined || roll === 'next' ? '' : `, ${key('roll')} ${String(roll)}`;
    return `${amount} ${plurals === undefined ? String(unit) : counted(plurals, amount)}${start}${end}`;
  };
  const value = (of: unknown, under: string): string => {
    if (typeof of === 'boolean') return key(of ? 'yes' : 'no');
    if (typeof of === 'string') return named(under, of);
    if (typeof of !== 'object' || of === null) return String(of);
    if (isText(of)) return `“${of[language]}”`;
    if (Array.isArray(of)) return of.map((one) => value(one, under)).join(', ');
    const { amount, unit, currency } = of as Record<string, unknown>;
    if (typeof amount === 'number' && typeof unit === 'string') return termOf(of as Record<string, unknown>, amount);
    if (typeof amount === 'number' && typeof currency === 'string') return `${amount / 100} ${currency}`;
    return Object.entries(of)
      .filter(([name, part]) => name !== 'unverified' && !(Array.isArray(part) && part.length === 0))
      .map(([name, part]) => `${key(name)} ${value(part, name)}`)
      .join(', ');
  };
  return {
    language,
    part: (part) => partTexts[part][language],
    key,
    isWhole: (name) => wholes.has(name),
    order: key('order'),
    named,
    titled,
    value,
  };
}
