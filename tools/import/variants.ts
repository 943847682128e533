import type { Field } from './fields.ts';
import { type FormName, readFormName } from './form-name.ts';
import { partyOf } from './own-elements.ts';

/** Who may stand before a form: a person or a company, for themselves or through somebody. */
export type Cell = 'person' | 'person-represented' | 'company' | 'company-represented';
export const cells: readonly Cell[] = ['person', 'person-represented', 'company', 'company-represented'];

const isPerson = (cell: Cell): boolean => cell.startsWith('person');
const isRepresented = (cell: Cell): boolean => cell.endsWith('-represented');

/** A form among the others of its service. */
export type Variant<F> = Readonly<{ form: F; name: FormName; covers: readonly Cell[]; order: number }>;

type Form = Readonly<{ name: string; fields: readonly Field[] }>;

function kindsOf({ fields }: Form, { kind }: FormName): readonly ('person' | 'organisation')[] {
  if (kind !== undefined) return [kind];
  const found = new Set(fields.map((field) => partyOf(field)?.kind).filter((one) => one !== undefined));
  return found.size === 1 ? [...found] : ['person', 'organisation'];
}

/** A form that names an applicant is newer than one of the same number that names none. */
const orderOf = ({ version, kind }: FormName): number => version * 2 + (kind === undefined ? 0 : 1);

/**
 * Puts the forms of one service side by side. A form for a represented applicant leaves the other one to its sibling:
 * `…_natural_person_2` is for whoever applies alone if `…_natural_person_with_agent_2` stands beside it.
 */
export function variantsOf<F extends Form>(forms: readonly F[]): Variant<F>[] {
  const named = forms.map((form) => ({ form, name: readFormName(form.name) }));
  return named.map(({ form, name }) => {
    const siblings = named.filter(
      ({ name: other }) => other !== name && other.kind === name.kind && other.version === name.version,
    );
    const opposite = siblings.find(({ name: other }) => other.representative !== undefined)?.name.representative;
    const represented = name.representative ?? (opposite === undefined ? undefined : !opposite);
    const kinds = kindsOf(form, name);
    const covers = cells.filter(
      (cell) =>
        kinds.includes(isPerson(cell) ? 'person' : 'organisation') &&
        (represented === undefined || represented === isRepresented(cell)),
    );
    return { form, name, covers, order: orderOf(name) };
  });
}

/** One version of a service: which forms it is made of. Older forms stay for those the newer ones do not serve. */
export type ServiceVersion<F> = Readonly<{ version: number; variants: readonly Variant<F>[] }>;

/** Versions of a service, oldest first; the newest has at least the number the city gave it. */
export function versionsOf<F>(variants: readonly Variant<F>[]): ServiceVersion<F>[] {
  const orders = [...new Set(variants.map(({ order }) => order))].sort((left, right) => left - right);
  const newest = Math.max(orders.length, ...variants.map(({ name }) => name.version));
  return orders.map((order, index) => {
    const known = variants
      .filter((variant) => variant.order <= order)
      .toSorted((left, right) => right.order - left.order);
    const serving = new Map<Cell, number>();
    for (const variant of known)
      for (const cell of variant.covers) serving.set(cell, Math.max(serving.get(cell) ?? 0, variant.order));
    const chosen = known.flatMap((variant) => {
      const covers = variant.covers.filter((cell) => serving.get(cell) === variant.order);
      return covers.length === 0 ? [] : [{ ...variant, covers }];
    });
    return { version: newest - (orders.length - 1 - index), variants: chosen };
  });
}

/** The condition in FEEL under which one of `asked` applies, if all who may apply are `all`; undefined if always. */
export function conditionOf(asked: ReadonlySet<Cell>, all: ReadonlySet<Cell>): string | undefined {
  const differ = (test: (cell: Cell) => boolean): boolean => [...all].every((cell) => asked.has(cell) === test(cell));
  if (differ(() => true)) return undefined;
  const person = 'applicant.kind = "person"';
  const company = 'applicant.kind != "person"';
  const represented = 'applicant.representative = true';
  const alone = 'applicant.representative = false';
  if (differ(isPerson)) return person;
  if (differ((cell) => !isPerson(cell))) return company;
  if (differ(isRepresented)) return represented;
  if (differ((cell) => !isRepresented(cell))) return alone;
  const parts = cells
    .filter((cell) => asked.has(cell))
    .map((cell) => `${isPerson(cell) ? person : company} and ${isRepresented(cell) ? represented : alone}`);
  return parts.length === 1 ? parts[0] : parts.map((part) => `(${part})`).join(' or ');
}

/** Who may apply, in the words of a pack. */
export function applicantsOf(all: ReadonlySet<Cell>): string[] {
  const covered = [...all];
  return [
    ...(covered.some(isPerson) ? ['person'] : []),
    ...(covered.some((cell) => !isPerson(cell)) ? ['entrepreneur', 'organisation'] : []),
    ...(covered.some(isRepresented) ? ['representative'] : []),
  ];
}

/** Those of `cells` to whom a field applies: a field about a company is not asked of a person. */
export function cellsFor(field: Field, covered: readonly Cell[]): readonly Cell[] {
  const party = partyOf(field);
  if (party?.party === 'representative') return covered.filter(isRepresented);
  if (party?.kind === 'person') return covered.filter(isPerson);
  if (party?.kind === 'organisation') return covered.filter((cell) => !isPerson(cell));
  return covered;
}
