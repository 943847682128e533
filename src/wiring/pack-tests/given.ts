import { indexPack, type Pack, type Situation } from '#modules/catalogue/index.ts';
import { type Element, type Form, fieldTypes, formAt } from '#modules/forms/index.ts';
import { type Plan, plan, triageQuestions } from '#modules/planning/index.ts';

type Values = Readonly<Record<string, unknown>>;

/** What a case gives, as the rules read it. */
type Given = Readonly<{
  triage: Values;
  place: Values | undefined;
  applicant: Values | undefined;
  answers: Values;
  on: Temporal.PlainDate;
}>;

/** What follows from it. */
export type Outcome = Readonly<{
  pack: Pack;
  situation: Situation;
  given: Given;
  questions: readonly string[];
  plan: Plan;
  form: Form;
}>;

/** A case that cannot be tried: a column or a cell that nobody can read. */
export class UnreadableCase extends Error {
  override readonly name = 'UnreadableCase';
  readonly column: string;
  constructor(column: string, message: string) {
    super(message);
    this.column = column;
  }
}

const yesNo: Readonly<Record<string, boolean>> = { yes: true, no: false };

function truthOf(column: string, cell: string): boolean {
  const value = yesNo[cell];
  if (value === undefined) throw new UnreadableCase(column, `${cell} is neither yes nor no`);
  return value;
}

function numberOf(column: string, cell: string): number {
  const value = Number(cell);
  if (Number.isNaN(value)) throw new UnreadableCase(column, `${cell} is no number`);
  return value;
}

const asText = (_: string, cell: string): string => cell;

/** Facts of a place as conditions read them; see docs/city-pack.md. */
const placeFacts: Readonly<Record<string, (column: string, cell: string) => unknown>> = {
  cadastralNumber: asText,
  address: asText,
  district: asText,
  zone: asText,
  area: numberOf,
  stormSewerDistance: numberOf,
  restrictions: (_, cell) => listOf(cell),
  inHistoricCentre: truthOf,
  inWaterProtection: truthOf,
};

/** Words between commas. */
export const listOf = (cell: string): string[] =>
  cell
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

type Cells = Readonly<Record<string, string>>;

/** Puts a case before the rules. `usual` is what holds unless a cell says otherwise. Throws `UnreadableCase`. */
export function outcomeOf(pack: Pack, situation: Situation, { usual, cells }: { usual: Cells; cells: Cells }): Outcome {
  const all = { ...usual, ...cells };
  const place = placeOf(all);
  const applicant = applicantOf(all);
  const { triage, questions } = triageOf(situation, all, { place, applicant, written: cells });
  const stated = answersOf(pack, all);
  const on = dayOf(all.on ?? pack.city.effective);
  const base = { situation, triage, place, applicant, startsOn: on };
  const form = formAt(pack, plan(pack, base).items, { triage, place, applicant })(stated);
  const asked = new Set(form.pages.flatMap((page) => page.questions.map(({ element }) => element.id)));
  for (const id of Object.keys(stated)) {
    if (!asked.has(id) && cells[id] !== undefined) throw new UnreadableCase(id, `${id} is not asked in this case`);
  }
  const answers = Object.fromEntries(Object.entries(stated).filter(([id]) => asked.has(id)));
  for (const column of Object.keys(all)) checkColumn(column, { pack, situation });
  const given = { triage, place, applicant, answers, on };
  return { pack, situation, given, questions, plan: plan(pack, { ...base, answers }), form };
}

function placeOf(cells: Cells): Values | undefined {
  const facts = Object.entries(cells).flatMap(([column, cell]): [string, unknown][] => {
    const fact = column.startsWith('place.') ? column.slice('place.'.length) : undefined;
    return fact === undefined ? [] : [[fact, placeFacts[fact]?.(column, cell)]];
  });
  return facts.length === 0 ? undefined : Object.fromEntries(facts);
}

const kinds = ['person', 'entrepreneur', 'organisation'];

function applicantOf({ applicant, representative = 'no' }: Cells): Values | undefined {
  if (applicant === undefined) return undefined;
  if (!kinds.includes(applicant))
    throw new UnreadableCase('applicant', `${applicant} is not one of ${kinds.join(', ')}`);
  return { kind: applicant, representative: truthOf('representative', representative) };
}

type Asked = Readonly<{ place: Values | undefined; applicant: Values | undefined; written: Cells }>;

/** Answers in the order of the questions: one that is not asked is not read, as in the browser. */
function triageOf(situation: Situation, all: Cells, { place, applicant, written }: Asked) {
  const triage: Record<string, string> = {};
  for (const { id, options } of situation.triage) {
    const answer = all[id];
    if (answer === undefined) continue;
    const isAsked = triageQuestions(situation, { triage, place, applicant }).some((question) => question.id === id);
    if (!isAsked && written[id] !== undefined) throw new UnreadableCase(id, `${id} is not asked in this case`);
    if (!isAsked) continue;
    const offered = options.map(({ value }) => value);
    if (!offered.includes(answer)) throw new UnreadableCase(id, `${answer} is not one of ${offered.join(', ')}`);
    triage[id] = answer;
  }
  const questions = triageQuestions(situation, { triage, place, applicant }).map(({ id }) => id);
  return { triage, questions };
}

function answersOf(pack: Pack, cells: Cells): Record<string, unknown> {
  const { elements } = indexPack(pack);
  return Object.fromEntries(
    Object.entries(cells).flatMap(([column, cell]): [string, unknown][] => {
      const element = elements.get(column);
      return element === undefined ? [] : [[column, answerOf(element, cell)]];
    }),
  );
}

/** What a cell says, as the answer of an element: yes and no, numbers, choices by their value, dates as 2026-01-31. */
function answerOf(element: Element, cell: string): unknown {
  const type = fieldTypes[element.type];
  const [single] = typesOfCell.flatMap((read) => {
    const value = type.value.safeParse(read(cell));
    return value.success ? [value.data] : [];
  });
  const choices = element.choices?.map(({ value }) => value);
  const unknown = choices === undefined ? undefined : listOf(cell).find((value) => !choices.includes(value));
  if (unknown !== undefined) {
    throw new UnreadableCase(element.id, `${unknown} is not one of ${(choices ?? []).join(', ')}`);
  }
  if (single === undefined) throw new UnreadableCase(element.id, `${cell} is no answer to ${element.id}`);
  return single;
}

const typesOfCell: readonly ((cell: string) => unknown)[] = [
  (cell) => yesNo[cell],
  (cell) => cell,
  (cell) => Number(cell),
  listOf,
];

function dayOf(cell: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(cell);
  } catch {
    throw new UnreadableCase('on', `${cell} is no date; write it as 2026-01-31`);
  }
}

function checkColumn(column: string, { pack, situation }: { pack: Pack; situation: Situation }): void {
  if (['on', 'applicant', 'representative'].includes(column)) return;
  if (column.startsWith('place.') && placeFacts[column.slice('place.'.length)] !== undefined) return;
  if (situation.triage.some(({ id }) => id === column) || indexPack(pack).elements.has(column)) return;
  const known = [...situation.triage.map(({ id }) => id), 'on', 'applicant', 'representative'];
  throw new UnreadableCase(
    column,
    `nothing of that name can be given: it is a question (${known.join(', ')}), place.<fact> or an element of the form`,
  );
}
