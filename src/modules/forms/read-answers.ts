import type { FieldError } from '#kernel/result.ts';
import { feelContext } from '#modules/rules/index.ts';
import type { AnswerSource, Answers, Provenance, RawAnswers } from './answers.ts';
import type { Form, FormAt, Question } from './compose.ts';
import {
  type CheckContext,
  controlName,
  elementOfControl,
  fieldError,
  type Raw,
  removePart,
  stayControl,
} from './field-types/field-type.ts';
import { fieldTypes } from './field-types/index.ts';
import { findPage, questionsOf } from './walk.ts';

/** Name of the hidden control that says which questions the posted page showed. */
export const shownControl = 'shown';

/** Texts of a posted form by control name; files are received apart and come as document ids in `received`. */
export type Posted = ReadonlyMap<string, Raw>;

/** What one page was saved with. */
export type Submission = Readonly<{
  posted: Posted;
  /** What the draft holds already. */
  answers: Answers;
  provenance: Provenance;
  raw: RawAnswers;
  /** Ids of documents received with this post, by element id. */
  received?: Readonly<Record<string, readonly string[]>>;
  today: Temporal.PlainDate;
}>;

/**
 * The draft after a page: its answers with this page's, everything typed that is no answer (yet), and what is wrong with
 * the page. Keep all of it, whether or not there are errors.
 */
export type PageReading = Readonly<{
  answers: Answers;
  provenance: Provenance;
  raw: RawAnswers;
  errors: readonly FieldError[];
}>;

/** Posted texts of a form. Files are left out, and so is what a database cannot store as text. */
export function postedTexts(form: Iterable<readonly [string, unknown]>): Posted {
  const posted = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string') continue;
    const known = posted.get(name) ?? [];
    known.push(value.toWellFormed().replaceAll('\0', ''));
    posted.set(name, known);
  }
  return posted;
}

/** Whether the button pressed is one that comes back to its page: an upload, or a document taken out. */
export function staysOnPage(posted: Posted): boolean {
  return posted.has(stayControl) || [...posted.keys()].some((name) => name.endsWith(`:${removePart}`));
}

/**
 * Reads one posted page. An answer that cannot be read leaves the answers and stays in `raw` as it was typed.
 * A question that another answer of the same page made disappear gives no error; one that appeared stays unanswered.
 */
export function readPage(formAt: FormAt, pageId: string, submission: Submission): PageReading {
  const before = formAt(submission.answers);
  const shown = submission.posted.get(shownControl);
  const questions = (findPage(before, pageId)?.questions ?? []).filter(
    ({ element }) => shown === undefined || shown.includes(element.id),
  );
  const answers: Record<string, unknown> = { ...submission.answers };
  const provenance: Record<string, AnswerSource> = { ...submission.provenance };
  const raw: Record<string, Raw> = { ...submission.raw, ...rawOfHidden(before, submission.posted) };
  const errors: FieldError[] = [];
  for (const question of questions) {
    const { id } = question.element;
    const typed = rawOf(question, submission);
    const reading = readQuestion(question, typed, { today: submission.today });
    errors.push(...reading.errors);
    if (reading.errors.length === 0) {
      answers[id] = reading.value;
      provenance[id] = sourceOf(question, reading.value);
      delete raw[id];
    } else {
      delete answers[id];
      delete provenance[id];
      raw[id] = typed;
    }
  }
  const asked = new Set(questionsOf(formAt(answers)).map(({ element }) => element.id));
  return { answers, provenance, raw, errors: errors.filter(({ field }) => asked.has(elementOfControl(field))) };
}

/** What was typed into one field: its parts in order, or the documents received so far without one taken out again. */
function rawOf(question: Question, { posted, received, answers, raw }: Submission): Raw {
  const { id, type: typeId } = question.element;
  const { takesFiles, parts } = fieldTypes[typeId];
  if (takesFiles) {
    const removed = posted.get(controlName(id, removePart)) ?? [];
    const all = [...rawForQuestion(question, answers, raw), ...(received?.[id] ?? [])];
    return all.filter((document) => !removed.includes(document));
  }
  if (parts.length === 0) return posted.get(id) ?? [];
  return parts.map((part) => posted.get(controlName(id, part))?.[0] ?? '');
}

/** What was typed into questions that disappeared while the page was open, in another tab for instance. */
function rawOfHidden(form: Form, posted: Posted): Record<string, Raw> {
  const kept = form.hidden.flatMap((id): [string, Raw][] => {
    const typed = [...posted].filter(([name]) => elementOfControl(name) === id).flatMap(([, values]) => values);
    return typed.length === 0 ? [] : [[id, typed]];
  });
  return Object.fromEntries(kept);
}

/** The value of one question, `null` if it was left empty and may be. */
function readQuestion({ element, required }: Question, raw: Raw, context: CheckContext) {
  const type = fieldTypes[element.type];
  const read = type.read(raw, element);
  if (!read.ok) return { value: null, errors: read.error };
  if (read.value !== undefined) return { value: read.value, errors: type.validate(read.value, element, context) };
  return { value: null, errors: required ? [fieldError({ element }, type.requiredCode ?? 'forms/required')] : [] };
}

function sourceOf(question: Question, value: unknown): AnswerSource {
  if (question.prefill === undefined) return { source: 'declared' };
  const { value: known, source } = question.prefill;
  return { source: JSON.stringify(known) === JSON.stringify(value) ? 'prefill' : 'corrected', from: source };
}

/**
 * Everything wrong with the answers of a form, at filing. `form` must be composed under these answers.
 * Answers to questions the form does not ask are not looked at; `filedAnswers` leaves them out.
 */
export function checkAll(form: Form, answers: Answers, context: CheckContext): readonly FieldError[] {
  const errors: FieldError[] = [];
  for (const page of form.pages)
    for (const question of page.questions) errors.push(...checkOne(question, answers, context));
  return errors;
}

function checkOne({ element, required }: Question, answers: Answers, context: CheckContext): readonly FieldError[] {
  const type = fieldTypes[element.type];
  const value = answers[element.id] ?? null;
  if (value === null) return required ? [fieldError({ element }, type.requiredCode ?? 'forms/required')] : [];
  const parsed = type.value.safeParse(value);
  return parsed.success
    ? type.validate(parsed.data, element, context)
    : [fieldError({ element }, 'forms/answer-again')];
}

/** The answers an application is filed with: those the form asks and that are not empty. */
export function filedAnswers(form: Form, answers: Answers): Answers {
  const filed = questionsOf(form).flatMap(({ element }): [string, unknown][] => {
    const value = answers[element.id] ?? null;
    return value === null ? [] : [[element.id, value]];
  });
  return Object.fromEntries(filed);
}

/** Answers as FEEL reads them below `answers`: nested by dots, hyphens turned to camel case. */
export function answersForFeel(answers: Answers): Readonly<Record<string, unknown>> {
  return feelContext({ answers }).answers ?? {};
}

/** What a question's controls hold: what was typed last, else the answer, else what the city knows. */
export function rawForQuestion({ element, prefill }: Question, answers: Answers, raw: RawAnswers): Raw {
  const typed = raw[element.id];
  if (typed !== undefined) return typed;
  const type = fieldTypes[element.type];
  const value = answers[element.id];
  if (value === null) return [];
  const parsed = type.value.safeParse(value ?? prefill?.value);
  return parsed.success ? type.write(parsed.data) : [];
}
