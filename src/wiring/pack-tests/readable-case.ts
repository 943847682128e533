import type { Localized } from '#kernel/language.ts';
import { type CaseTable, indexPack, type Pack } from '#modules/catalogue/index.ts';
import { feelName } from '#modules/rules/index.ts';
import { listOf } from './given.ts';

/** A word of a cell as a person reads it; `plain` is shown as it is written. */
export type CellWord =
  | Readonly<{ kind: 'name'; name: Localized }>
  | Readonly<{ kind: 'date'; on: string }>
  | Readonly<{ kind: 'fee'; amount: number }>
  | Readonly<{ kind: 'truth'; isTrue: boolean }>
  | Readonly<{ kind: 'applicant' | 'plain'; text: string }>
  | Readonly<{ kind: 'none' }>;

/**
 * A column as a person reads it: under a name of the pack, or under a word that the page has a text for (`must bring`).
 * `of`: what it speaks of, in `ends of building-permit`.
 */
export type CellColumn = Readonly<{ key: string; label: Localized | undefined; of: Localized | undefined }>;
export type ReadableCell = Readonly<{ column: CellColumn; words: readonly CellWord[] }>;

type Names = ReadonlyMap<string, Localized>;

/** Names of everything that a table of cases may speak of. */
type PackNames = Readonly<
  Record<'items' | 'papers' | 'elements' | 'questions' | 'grounds' | 'bodies' | 'registers' | 'requests', Names>
>;

const namesOf = (entries: Iterable<Readonly<{ id: string; name: Localized }>>): [string, Localized][] =>
  [...entries].map(({ id, name }) => [id, name]);

function packNames(pack: Pack, { subject: { kind, id } }: CaseTable): PackNames {
  const services = kind === 'service' ? pack.services.filter((one) => one.id === id) : pack.services;
  const situations = kind === 'situation' ? pack.situations.filter((one) => one.id === id) : [];
  const grounds = [...pack.intakeGrounds, ...services.flatMap((service) => service.grounds)];
  const papers = services.flatMap(({ evidence }) =>
    evidence.flatMap((paper) => (paper.provider === 'output' ? [] : [{ id: paper.id, name: paper.name }])),
  );
  return {
    items: new Map(namesOf([...pack.services, ...pack.steps])),
    papers: new Map(namesOf([...pack.outputs, ...papers])),
    elements: new Map(pack.elements.map((element) => [element.id, element.label])),
    questions: new Map(situations.flatMap(({ triage }) => triage.map((one) => [one.id, one.label] as const))),
    grounds: new Map(grounds.map((ground) => [ground.id, ground.text])),
    bodies: new Map(namesOf(pack.departments)),
    registers: new Map(namesOf(pack.registers)),
    requests: new Map(services.flatMap(({ requests }) => namesOf(requests))),
  };
}

/** In which of the names the words of a column stand, and in which the name behind its `of`. */
const columns: Readonly<Record<string, Readonly<{ words?: keyof PackNames; of?: keyof PackNames }>>> = {
  needed: { words: 'items' },
  check: { words: 'items' },
  not: { words: 'items' },
  all: { words: 'items' },
  waits: { words: 'items', of: 'items' },
  starts: { of: 'items' },
  ends: { of: 'items' },
  because: { of: 'items' },
  'must bring': { words: 'papers', of: 'items' },
  'may bring': { words: 'papers', of: 'items' },
  'not bring': { words: 'papers', of: 'items' },
  'city gets': { words: 'papers', of: 'items' },
  'city does not get': { words: 'papers', of: 'items' },
  asked: { words: 'elements' },
  'must answer': { words: 'elements' },
  'may answer': { words: 'elements' },
  'not asked': { words: 'elements' },
  questions: { words: 'questions' },
  'no questions': { words: 'questions' },
  grounds: { words: 'grounds', of: 'items' },
  fields: { words: 'elements', of: 'grounds' },
  department: { words: 'bodies', of: 'items' },
  register: { words: 'registers', of: 'items' },
  requests: { words: 'requests', of: 'items' },
  applicants: { of: 'items' },
  target: { of: 'items' },
  'answer due': { of: 'requests' },
};

/** Reads the cells of a table as a lawyer would: names of the pack instead of its ids. */
export type CellReader = Readonly<{
  given(column: string, cell: string): ReadableCell;
  expected(column: string, cell: string): ReadableCell;
  /** One word in the names of an expected column. */
  word(column: string, word: string): CellWord;
}>;

export function cellReader(pack: Pack, table: CaseTable): CellReader {
  const names = packNames(pack, table);
  const options = optionsOf(pack, table);
  const word = (column: string, text: string): CellWord => {
    const { words } = columns[nameOf(column)] ?? {};
    const name = words === undefined ? undefined : names[words].get(text);
    return name === undefined ? plainWord(nameOf(column), text) : { kind: 'name', name };
  };
  return {
    word,
    given(column, cell) {
      const label = names.questions.get(column) ?? names.elements.get(column);
      const choices = options.get(column);
      const words = listOf(cell).map((text): CellWord => {
        const name = choices?.get(text);
        return name === undefined ? plainWord(column, text) : { kind: 'name', name };
      });
      const key = column.startsWith('place.') ? feelName(column) : column;
      return { column: { key, label, of: undefined }, words };
    },
    expected(column, cell) {
      const [key = '', of] = column.split(' of ');
      const known = columns[key]?.of;
      const about = of === undefined || known === undefined ? undefined : names[known].get(of);
      const isSentence = key === 'because';
      const words = isSentence
        ? [{ kind: 'plain', text: cell } as const]
        : listOf(cell).map((one) => word(column, one));
      return { column: { key, label: undefined, of: about }, words };
    },
  };
}

const nameOf = (column: string): string => column.split(' of ')[0] ?? column;

/** What the answers of questions and the choices of elements are called. */
function optionsOf(pack: Pack, { subject }: CaseTable): ReadonlyMap<string, Names> {
  const situation = indexPack(pack).situations.get(subject.id);
  const questions = subject.kind === 'situation' ? (situation?.triage ?? []) : [];
  const named = (list: readonly Readonly<{ value: string; label: Localized }>[]): Names =>
    new Map(list.map(({ value, label }) => [value, label]));
  return new Map([
    ...pack.elements.flatMap(({ id, choices }) => (choices === undefined ? [] : [[id, named(choices)] as const])),
    ...questions.map(({ id, options }) => [id, named(options)] as const),
  ]);
}

function plainWord(column: string, text: string): CellWord {
  if (text === 'none') return { kind: 'none' };
  if (text === 'yes' || text === 'no') return { kind: 'truth', isTrue: text === 'yes' };
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return { kind: 'date', on: text };
  if (column === 'fee') return { kind: 'fee', amount: Number(text) * 100 };
  return { kind: column === 'applicant' || column === 'applicants' ? 'applicant' : 'plain', text };
}
