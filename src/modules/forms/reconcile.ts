import type { Answers, RawAnswers } from './answers.ts';
import type { Form, Question } from './compose.ts';
import type { Element } from './element.ts';
import type { CheckContext, Raw } from './field-types/field-type.ts';
import { fieldTypes } from './field-types/index.ts';
import { questionsOf } from './walk.ts';

/** What of a question changed between two versions of the rules; only the wording leaves the answer as it was meant. */
type QuestionChange = 'type' | 'choices' | 'limits' | 'wording';

/** How a draft begun under older rules stands under the present ones. */
export type Reconciliation = Readonly<{
  /** Answered questions that are asked as before. */
  kept: readonly Element[];
  /** Answered questions that are asked no more, as they were. */
  dropped: readonly Element[];
  /** Questions asked now and not before. */
  newlyAsked: readonly Element[];
  /** Answered questions that changed; `mustAnswerAgain` if the answer does not fit the new question. */
  changed: readonly Readonly<{ element: Element; change: QuestionChange; mustAnswerAgain: boolean }>[];
  /** The answers that still fit, dropped ones too: should the question come back, so does its answer. */
  answers: Answers;
  /** Answers that do not fit, as they would have been typed: shown in the field to be corrected. */
  raw: RawAnswers;
}>;

/**
 * Compares a draft's form under the rules it was begun with and under those of today; both composed with its answers.
 */
export function reconcile(
  { before, after }: Readonly<{ before: Form; after: Form }>,
  answers: Answers,
  context: CheckContext,
): Reconciliation {
  const old = new Map(questionsOf(before).map((question) => [question.element.id, question.element]));
  const now = new Map(questionsOf(after).map((question) => [question.element.id, question]));
  const isKept = (id: string) => (answers[id] ?? null) !== null;
  const both = [...now.values()].flatMap((question) => {
    const element = old.get(question.element.id);
    return element === undefined || !isKept(element.id) ? [] : [{ element, question }];
  });
  const changed = both.flatMap(({ element, question }) => {
    const change = changeOf(element, question.element);
    // A number keeps its digits when the unit changes, and means something else.
    const sameUnit = isSame(element.unit, question.element.unit);
    const mustAnswerAgain = !sameUnit || !fits(question, answers[element.id], context);
    if (change === undefined && !mustAnswerAgain) return [];
    return [{ element: question.element, change: change ?? ('limits' as const), mustAnswerAgain }];
  });
  const changedIds = new Set(changed.map(({ element }) => element.id));
  const again = new Set(changed.flatMap(({ element, mustAnswerAgain }) => (mustAnswerAgain ? [element.id] : [])));
  return {
    kept: both.flatMap(({ question }) => (changedIds.has(question.element.id) ? [] : [question.element])),
    dropped: [...old.values()].filter(({ id }) => !now.has(id) && isKept(id)),
    newlyAsked: [...now.values()].flatMap(({ element }) => (old.has(element.id) ? [] : [element])),
    changed,
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => !again.has(id))),
    raw: Object.fromEntries([...again].flatMap((id) => rawOfOld(old.get(id), answers[id]))),
  };
}

/** Whether the change is worth a word to the person. */
export function isWorthTelling(reconciliation: Reconciliation): boolean {
  const { dropped, newlyAsked, changed } = reconciliation;
  return dropped.length + newlyAsked.length + changed.length > 0;
}

function changeOf(before: Element, after: Element): QuestionChange | undefined {
  const differs = (...keys: (keyof Element)[]) => keys.some((key) => !isSame(before[key], after[key]));
  if (differs('type', 'unit')) return 'type';
  if (!isSame(valuesOf(before), valuesOf(after))) return 'choices';
  if (differs('min', 'max', 'decimals', 'maxLength', 'maxFiles', 'accept', 'pattern')) return 'limits';
  return differs('label', 'hint', 'choices') ? 'wording' : undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Whether two values say the same. Rules that come back from the database have their keys in another order. */
function isSame(left: unknown, right: unknown): boolean {
  if (!isObject(left) || !isObject(right)) return left === right;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => isSame(left[key], right[key]));
}

const valuesOf = (element: Element): string[] | undefined => element.choices?.map(({ value }) => value).toSorted();

function fits({ element }: Question, value: unknown, context: CheckContext): boolean {
  const type = fieldTypes[element.type];
  const parsed = type.value.safeParse(value);
  return parsed.success && type.validate(parsed.data, element, context).length === 0;
}

/** An old answer as its old field would show it; the new field gets it to be corrected. */
function rawOfOld(element: Element | undefined, value: unknown): [string, Raw][] {
  if (element === undefined) return [];
  const type = fieldTypes[element.type];
  const parsed = type.value.safeParse(value);
  return parsed.success ? [[element.id, type.write(parsed.data)]] : [];
}
