import type { FieldError } from '#kernel/result.ts';
import { askedFields, officerElement, type Pack } from '#modules/catalogue/index.ts';
import { type Answers, type Form, fieldTypes, postedTexts, rawForQuestion, readPage } from '#modules/forms/index.ts';
import type { Question } from './filed-form.ts';

/**
 * A field of the register record that the officer enters, as a question; `id` is its name in the record, `first` what
 * stands in it before: the applicant's answer that it takes over.
 */
export type RecordQuestion = Readonly<{ id: string; question: Question; first?: readonly string[] }>;

/** What the officer enters when this service is granted; nothing where it ends in no register. */
export function recordQuestions(pack: Pack, serviceId: string, answers: Answers = {}): RecordQuestion[] {
  return askedFields(pack, serviceId).map(({ field, from }) => {
    const element = officerElement(field);
    const type = fieldTypes[element.type];
    const answer = type.value.safeParse(from === undefined ? undefined : answers[from]);
    return {
      id: field.id,
      question: { element, required: field.required, askedBy: [serviceId] },
      ...(answer.success && { first: type.write(answer.data) }),
    };
  });
}

/** The entered fields by their names in the record, with what is wrong with them. Pure. */
export function readRecord(
  asked: readonly RecordQuestion[],
  fields: Iterable<readonly [string, string]>,
  today: Temporal.PlainDate,
): Readonly<{ entered: Record<string, string[]>; errors: readonly FieldError[] }> {
  const form = formOf(asked.map(({ question }) => question));
  const nothing = { answers: {}, provenance: {}, raw: {} };
  const read = readPage(() => form, 'record', { ...nothing, posted: postedTexts(fields), today });
  const entered = asked.map(
    ({ id, question }) => [id, [...rawForQuestion(question, read.answers, read.raw)]] satisfies [string, string[]],
  );
  return { entered: Object.fromEntries(entered), errors: read.errors };
}

const formOf = (questions: readonly Question[]): Form => ({
  version: '',
  pages: [{ id: 'record', title: { ru: '-', tt: '-', en: '-' }, questions }],
  services: [],
  hidden: [],
  askings: 0,
  askedOnceSavings: 0,
});
