import { languages } from '#kernel/language.ts';
import { nearest } from '../../nearest.ts';
import type { PackDraft } from '../pack-draft.ts';
import { type Findings, type Origin, type Placed, placeOf, type UnverifiedFact } from '../pack-error.ts';
import type { SourcePath } from '../source.ts';

type Visit = (value: Readonly<Record<string, unknown>>, path: SourcePath) => void;

function walk(value: unknown, path: SourcePath, visit: Visit): void {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value)) visit(value as Record<string, unknown>, path);
  for (const [key, below] of Object.entries(value))
    walk(below, [...path, Array.isArray(value) ? Number(key) : key], visit);
}

const everything = (draft: PackDraft): Placed<unknown>[] =>
  Object.values(draft).flatMap((part: Placed<unknown> | readonly Placed<unknown>[]) => part);

const isText = (value: Readonly<Record<string, unknown>>): value is Record<'ru' | 'tt' | 'en', string> =>
  languages.every((language) => typeof value[language] === 'string');

/** A Latin letter among Cyrillic ones looks right and is found by no search, read by no screen reader. */
const mixed = (text: string): string | undefined =>
  text.match(/\p{L}+/gu)?.find((word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word));

type Place = Readonly<{
  origin: Origin;
  path: SourcePath;
  findings: Findings;
  spoken: readonly string[];
  isMarked: boolean;
}>;

function checkText(
  text: Record<'ru' | 'tt' | 'en', string>,
  { origin, path, findings, spoken, isMarked }: Place,
): void {
  for (const language of languages.filter((one) => spoken.includes(one))) {
    const word = mixed(text[language]);
    if (word === undefined) continue;
    const message = `“${word}” mixes Latin and Cyrillic letters`;
    findings.warn(origin, [...path, language], {
      code: 'mixed-alphabets',
      message,
      hint: 'type it anew in one alphabet',
    });
  }
  // Short texts may well be the same word in both languages; a sentence is not. What is marked is known to be so.
  if (!isMarked && spoken.includes('tt') && text.ru === text.tt && text.ru.length > 30) {
    findings.warn(origin, [...path, 'tt'], {
      code: 'same-text',
      message: 'the Tatar text is the Russian one',
      hint: 'translate it',
    });
  }
}

/** One step of an `unverified` path: a key, an index, or the id of an entry of a list. */
function below(value: unknown, step: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  if (!Array.isArray(value)) return Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined;
  if (/^\d+$/.test(step)) return value[Number(step)];
  return value.find((item: unknown) => {
    const { id, value: choice } = (item ?? {}) as { id?: unknown; value?: unknown };
    return id === step || choice === step;
  });
}

/** The objects of a value that are marked unverified as a whole or in their Tatar text: that they lack one is known. */
function markedIn(value: unknown): ReadonlySet<unknown> {
  const marked = new Set<unknown>();
  walk(value, [], (object) => {
    if (!Array.isArray(object.unverified)) return;
    for (const mark of object.unverified) {
      const steps = String(mark).replace(/\.tt$/, '').split('.');
      const found = mark === '*' ? object : steps.reduce<unknown>(below, object);
      walk(found, [], (inside) => marked.add(inside));
    }
  });
  return marked;
}

/** Texts that exist in all three languages but can hardly be meant so. */
export function checkTexts(draft: PackDraft, findings: Findings): void {
  const spoken = draft.city.value.languages;
  for (const { value, origin } of everything(draft)) {
    const marked = markedIn(value);
    walk(value, [], (object, path) => {
      if (isText(object)) checkText(object, { origin, path, findings, spoken, isMarked: marked.has(object) });
    });
  }
}

/** Lists every fact marked unverified, and reports marks that point at nothing. */
export function checkUnverified(draft: PackDraft, findings: Findings): UnverifiedFact[] {
  // What stands in a block is one fact, however many services name it.
  const facts = new Map<string, UnverifiedFact>();
  for (const { value, origin } of everything(draft)) {
    walk(value, [], (object, path) => {
      const marks = object.unverified;
      if (!Array.isArray(marks)) return;
      for (const [index, mark] of marks.entries()) {
        const at = [...path, 'unverified', index];
        const found = mark === '*' ? object : String(mark).split('.').reduce<unknown>(below, object);
        if (found === undefined) {
          const close = nearest(String(mark).split('.')[0] ?? '', Object.keys(object));
          const hint = close ? `did you mean ${close}?` : 'write a path inside this object, for example fee.amount';
          findings.error(origin, at, {
            code: 'unverified-nothing',
            message: `nothing stands at ${mark} in this object`,
            hint,
          });
          continue;
        }
        const fact = { ...placeOf(origin, at), path: String(mark) };
        facts.set(`${fact.file}:${fact.line}:${fact.column}`, fact);
      }
    });
  }
  return [...facts.values()];
}
