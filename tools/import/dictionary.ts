import type { Localized } from '#kernel/language.ts';
import type { Field } from './fields.ts';
import { type OwnElement, partyOf } from './own-elements.ts';
import { freeId, kebab, lettersOf, oneLanguage, untranslated } from './words.ts';

/** An element of the pack as it is written. */
export type PackElement = Readonly<{
  id: string;
  type: string;
  page: string;
  label: Localized;
  hint?: Localized;
  unverified?: readonly string[];
}> &
  Readonly<Record<string, unknown>>;

/** What the report says of one element. */
export type ElementUse = {
  readonly element: PackElement;
  /** How many forms ask it. */
  forms: number;
  /** How many of them explain it in other words than the element does. */
  otherHints: number;
};

const pages: Readonly<Record<string, string>> = { place: 'place', paper: 'papers', comment: 'other' };

/** Group of the element: which file it stands in and on which page it is asked. */
function groupOf({ answer, onMap, path }: Field): string {
  if (partyOf({ answer, path } as Field)?.kind !== undefined) return 'applicant';
  if (answer.type === 'files') return 'paper';
  if (onMap || answer.type === 'address' || answer.type === 'cadastral-number') return 'place';
  if (['comments', 'attachments'].includes(path[0] ?? '')) return 'comment';
  return 'detail';
}

const othersOf = (label: string): Localized => ({
  ru: `${label}: остальные, если есть`,
  tt: `${label}: калганнары, булса`,
  en: `${label}: the others, if any`,
});

/** Where the value is known already: the place drawn on the map of the application. */
function sourceOf({ answer, onMap, path }: Field): Readonly<{ from?: string }> {
  if (onMap && answer.type === 'address' && path.length === 2) return { from: 'place.address' };
  if (answer.type === 'cadastral-number' && path.length === 1) return { from: 'place.cadastralNumber' };
  return {};
}

/**
 * The city dictionary as it grows. Two fields are one datum if their definition (or, without one, their name), their
 * title and their kind of answer with its choices are the same; the explanations may differ, the first one stays.
 */
export class Dictionary {
  private readonly uses = new Map<string, ElementUse>();
  private readonly ids = new Set<string>();
  private readonly byName = new Map<string, Set<string>>();

  private keyOf({ path, label, answer, definition, more }: Field): string {
    const choices = answer.choices?.map(({ label: text }) => lettersOf(text.ru)).join('|');
    const what = definition?.slice(definition.lastIndexOf('/') + 1) ?? path.at(-1) ?? '';
    // A required and an optional file are one datum: whether it must be there is said by the service.
    const plain = what.replace(/_optional$/, '');
    return JSON.stringify([plain, lettersOf(label), answer.type, answer.pattern, answer.unit, choices, more]);
  }

  private made(field: Field): PackElement {
    const { answer, label, hint, path, more } = field;
    const group = groupOf(field);
    const name = kebab(path.join('-'), 70) || 'answer';
    const id = freeId(`${group}.${/^[a-z]/.test(name) ? name : `field-${name}`}`, this.ids);
    const { type, choices, ...limits } = answer;
    const marks = [
      ...untranslated('label'),
      ...(hint === undefined ? [] : untranslated('hint')),
      ...(choices ? ['choices'] : []),
    ];
    return {
      id,
      type,
      page: pages[group] ?? (group === 'applicant' ? 'applicant' : 'details'),
      label: more ? othersOf(label) : oneLanguage(label),
      ...(hint === undefined ? {} : { hint: oneLanguage(hint) }),
      ...sourceOf(field),
      ...(choices ? { choices } : {}),
      ...(type === 'files' ? { maxFiles: 20 } : {}),
      ...limits,
      unverified: marks,
    };
  }

  private remember(field: Field, element: PackElement | OwnElement, key: string): ElementUse {
    const known = this.uses.get(key) ?? { element: element as PackElement, forms: 0, otherHints: 0 };
    this.uses.set(key, known);
    const named = this.byName.get(field.path.at(-1) ?? '') ?? new Set();
    this.byName.set(field.path.at(-1) ?? '', named.add(known.element.id));
    return known;
  }

  /** The element of a field: the known one of the same datum, or a new one. */
  elementOf(field: Field): PackElement {
    const own = partyOf(field)?.element;
    const key = own?.id ?? this.keyOf(field);
    const use = this.uses.get(key) ?? this.remember(field, own ?? this.made(field), key);
    this.remember(field, use.element, key);
    use.forms += 1;
    if (!own && field.hint !== undefined && use.element.hint?.ru !== field.hint) use.otherHints += 1;
    return use.element;
  }

  /** The element of a field if some form asks it. */
  find(field: Field): PackElement | undefined {
    return this.uses.get(partyOf(field)?.element?.id ?? this.keyOf(field))?.element;
  }

  /** Ids of the elements whose field had this last name: `letter_of_attorney`. */
  named(name: string): readonly string[] {
    return [...(this.byName.get(name) ?? [])];
  }

  /** All elements in the order in which the forms asked them first. */
  all(): readonly ElementUse[] {
    return [...this.uses.values()];
  }
}

const page = (id: string, ru: string, tt: string, en: string) => ({ id, title: { ru, tt, en } });

/** Pages of the form, in order. */
export const formPages = [
  page('applicant', 'Заявитель', 'Гариза бирүче', 'Applicant'),
  page('place', 'Место', 'Урын', 'Place'),
  page('details', 'О чём заявление', 'Гариза нәрсә турында', 'What you apply for'),
  page('papers', 'Документы', 'Документлар', 'Documents'),
  page('other', 'Дополнительно', 'Өстәмә', 'Anything else'),
];
