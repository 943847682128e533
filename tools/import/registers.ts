import type { Localized } from '#kernel/language.ts';
import type { Dictionary } from './dictionary.ts';
import type { Field } from './fields.ts';
import type { SchemaReport } from './report.ts';
import { freeId, humanised, kebab, oneLanguage, packId, untranslated } from './words.ts';

export type PackRegister = Readonly<{
  id: string;
  name: Localized;
  number: string;
  fields: readonly Readonly<Record<string, unknown>>[];
  unverified: readonly string[];
}>;

/** An id in camelCase made of a path: `result_data.issue_date` is `resultDataIssueDate`. */
function camelCase(path: readonly string[], taken: Set<string>): string {
  const id = kebab(path.join('-'), 80).replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const plain = /^[a-z]/.test(id) ? id : `field${id}`;
  return freeId(plain, taken).replace(/-(\d+)$/, 'No$1');
}

/** A field of a record: copied if a form asks the same datum, else entered by the officer. */
function fieldOf(
  field: Field,
  dictionary: Dictionary,
  taken: Set<string>,
): Readonly<Record<string, unknown>> | undefined {
  const element = dictionary.find(field);
  if (element) {
    if (taken.has(element.id)) return undefined;
    taken.add(element.id);
    return { element: element.id };
  }
  const { type, choices, pattern: _, example: __, ...limits } = field.answer;
  return {
    id: camelCase(field.path, taken),
    type,
    label: oneLanguage(field.label),
    required: field.required,
    ...(field.hint === undefined ? {} : { hint: oneLanguage(field.hint) }),
    ...(choices ? { choices } : {}),
    ...limits,
    unverified: [
      ...untranslated('label'),
      ...(field.hint === undefined ? [] : untranslated('hint')),
      ...(choices ? ['choices'] : []),
    ],
  };
}

/** A register of the pack made of a registry's schema. */
export function registerOf(
  source: Readonly<{ name: string; title: string | undefined; fields: readonly Field[] }>,
  dictionary: Dictionary,
  report: SchemaReport,
): PackRegister {
  const taken = new Set<string>();
  const id = registerId(source.name);
  const fields = source.fields.flatMap((field) => {
    const made = fieldOf(field, dictionary, taken);
    if (!made) report.guessed.push(`${field.path.join('.')}: the same datum as another field of the record`);
    else
      report.taken.push(
        `${field.path.join('.')} → ${'element' in made ? `copied from ${String(made.element)}` : 'entered by the officer'}`,
      );
    return made ? [made] : [];
  });
  report.into.push(`registers/${id}`);
  report.guessed.push('the number pattern of records is not in the schema');
  if (source.title === undefined) report.guessed.push('no title: named by its identifier');
  const name = oneLanguage(source.title ?? humanised(source.name.replace(/_\d+$/, '')));
  return { id, name, number: '{year}-{seq:6}', fields, unverified: ['name', 'number'] };
}

/** The id of a register: its name without the version. */
export const registerId = (name: string): string => packId(name.replace(/_\d+$/, ''), 'register');

/**
 * The register a service ends in: the one its forms name (`registry_key`), else the one its name begins with, the
 * longest if several do.
 */
export function registerFor(
  service: string,
  keys: ReadonlySet<string>,
  names: readonly string[],
): Readonly<{ name: string; how: 'named' | 'beginning' }> | undefined {
  const named = names.find((name) => keys.has(name));
  if (named !== undefined) return { name: named, how: 'named' };
  const beginnings = names.filter((name) => `${service}_`.startsWith(`${name.replace(/_\d+$/, '')}_`));
  const [longest] = beginnings.toSorted((left, right) => right.length - left.length);
  return longest === undefined ? undefined : { name: longest, how: 'beginning' };
}
