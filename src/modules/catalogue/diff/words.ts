import { type Localized, languages } from '#kernel/language.ts';
import type { Pack } from '../pack/pack.ts';

/** Parts of a pack in the order a reader asks for them, each with the word for one of its entries. */
export const partNames = [
  ['services', 'service'],
  ['nextServices', 'service to come'],
  ['situations', 'situation'],
  ['steps', 'step'],
  ['outputs', 'output'],
  ['elements', 'element'],
  ['pages', 'page'],
  ['intakeGrounds', 'intake ground'],
  ['registers', 'register'],
  ['departments', 'department'],
  ['calendars', 'calendar'],
] as const satisfies readonly (readonly [keyof Pack, string])[];

type Word = Readonly<{ word: string; isWhole: boolean }>;

/** Keys whose name says too little; `isWhole` values are told as one: a term is read as a whole. */
const words: Readonly<Record<string, Word>> = {
  term: { word: 'term', isWhole: true },
  target: { word: 'target', isWhole: true },
  estimate: { word: 'estimate', isWhole: true },
  fee: { word: 'fee', isWhole: false },
  amount: { word: 'amount', isWhole: false },
  inputs: { word: 'asks', isWhole: false },
  evidence: { word: 'evidence', isWhole: false },
  grounds: { word: 'ground of refusal', isWhole: false },
  when: { word: 'condition', isWhole: true },
  uncertain: { word: 'condition of doubt', isWhole: true },
  required: { word: 'compulsory', isWhole: true },
  applicants: { word: 'applicant', isWhole: false },
  legalBasis: { word: 'legal basis', isWhole: false },
  produces: { word: 'gives', isWhole: false },
  requires: { word: 'needs', isWhole: false },
  requests: { word: 'request', isWhole: false },
  triage: { word: 'question', isWhole: false },
  options: { word: 'answer', isWhole: false },
  items: { word: 'leads to', isWhole: false },
  choices: { word: 'choice', isWhole: false },
  elements: { word: 'field', isWhole: false },
  keywords: { word: 'search word', isWhole: false },
  effective: { word: 'first day', isWhole: true },
  until: { word: 'last day', isWhole: true },
};

export const wordOf = (key: string): Word =>
  words[key] ?? Object.values(words).find(({ word }) => word === key) ?? { word: key, isWhole: false };

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

const units: Readonly<Record<string, readonly [string, string]>> = {
  workingDays: ['working day', 'working days'],
  calendarDays: ['calendar day', 'calendar days'],
  workingHours: ['working hour', 'working hours'],
  months: ['month', 'months'],
  years: ['year', 'years'],
};

/** A value as a sentence would say it: `5 working days from registration`, `1500 RUB`, `yes`. */
export function inWords(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isText(value)) return `“${value.en}”`;
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  const { amount, unit, from, roll, currency } = value as Record<string, unknown>;
  if (typeof amount === 'number' && typeof unit === 'string') {
    const [one, many] = units[unit] ?? [unit, unit];
    const start = typeof from === 'string' ? ` from ${from}` : '';
    const end = roll === undefined || roll === 'next' ? '' : `, rolling ${String(roll)}`;
    return `${amount} ${amount === 1 ? one : many}${start}${end}`;
  }
  if (typeof amount === 'number' && typeof currency === 'string') return `${amount / 100} ${currency}`;
  return Object.entries(value)
    .filter(([key, part]) => key !== 'unverified' && !(Array.isArray(part) && part.length === 0))
    .map(([key, part]) => `${wordOf(key).word} ${inWords(part)}`)
    .join(', ');
}
