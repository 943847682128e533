import { dayOfIso } from '#modules/calendar/index.ts';
import type { Situation } from '#modules/catalogue/index.ts';
import type { Answers } from './conditions.ts';
import { type Plan, triageQuestions } from './plan.ts';

/** What the plan would be if one question had another answer. Changes are against the plan as it is. */
export type OtherChoice = Readonly<{
  questionId: string;
  value: string;
  /** The applicant decides it freely; otherwise it is something nobody is sure of yet. */
  choosable: boolean;
  /** ISO date. */
  endsOn: string;
  /** Calendar days by which the end comes later; earlier when negative. */
  days: number;
  /** Minor units. */
  fees: number;
  feeChange: number;
  /** Documents the applicant brings, each once. */
  documents: number;
  documentsChange: number;
  /** Keys of items that come and go. */
  added: readonly string[];
  dropped: readonly string[];
  /** Questions that this answer opens. */
  asks: readonly string[];
}>;

type Triage = Readonly<Record<string, string>>;

/**
 * For each question that the applicant may decide otherwise, and each whose answer is not certain, what every other
 * answer would make of the plan; answers that change nothing are left out. `planUnder` makes the plan of other answers to
 * the questions. Pure; throws what it throws.
 */
export function otherChoices(
  input: Omit<Answers, 'triage'> & Readonly<{ situation: Situation; triage: Triage }>,
  planUnder: (triage: Triage) => Plan,
): readonly OtherChoice[] {
  const { situation, triage } = input;
  const now = planUnder(triage);
  const questions = triageQuestions(situation, input);
  return questions.flatMap((question) =>
    othersOf(question, triage[question.id]).flatMap((value) => {
      const changed = { ...triage, [question.id]: value };
      const choice = compared(now, planUnder(changed));
      if (!changesAnything(choice)) return [];
      const asks = triageQuestions(situation, { ...input, triage: changed })
        .filter(({ id }) => changed[id] === undefined && questions.every((asked) => asked.id !== id))
        .map(({ id }) => id);
      return [{ questionId: question.id, value, choosable: question.choosable === true, ...choice, asks }];
    }),
  );
}

/** Answers that may be weighed against the one given: of a fact that is certain, none. */
function othersOf({ options, choosable }: Situation['triage'][number], answer: unknown): string[] {
  const given = options.find(({ value }) => value === answer);
  const isOpen = given === undefined || given.check;
  if (choosable !== true && !isOpen) return [];
  return options.filter(({ value, check }) => value !== answer && !check).map(({ value }) => value);
}

type Compared = Omit<OtherChoice, 'questionId' | 'value' | 'choosable' | 'asks'>;

function compared(now: Plan, other: Plan): Compared {
  const documents = documentsToBring(other);
  return {
    endsOn: other.endsOn,
    days: dayOfIso(other.endsOn) - dayOfIso(now.endsOn),
    fees: other.fees,
    feeChange: other.fees - now.fees,
    documents,
    documentsChange: documents - documentsToBring(now),
    added: keysBeyond(other, now),
    dropped: keysBeyond(now, other),
  };
}

const changesAnything = ({ days, feeChange, documentsChange, added, dropped }: Compared): boolean =>
  days !== 0 || feeChange !== 0 || documentsChange !== 0 || added.length + dropped.length > 0;

function keysBeyond(one: Plan, other: Plan): string[] {
  const known = new Set(other.items.map(({ key }) => key));
  return one.items.map(({ key }) => key).filter((key) => !known.has(key));
}

/** What is attached in one element for several services is brought once. */
function documentsToBring({ items }: Plan): number {
  return new Set(items.flatMap(({ documents }) => documents.bring.map(({ element, id }) => element ?? id))).size;
}
