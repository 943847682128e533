import type { FieldError } from '#kernel/result.ts';
import { indexPack, officerElement, type Pack } from '#modules/catalogue/index.ts';
import { type Form, postedTexts, rawForQuestion, readPage } from '#modules/forms/index.ts';
import type { Question } from './filed-form.ts';

/** A field of the register record that the officer enters, as a question; `id` is its name in the record. */
export type RecordQuestion = Readonly<{ id: string; question: Question }>;

/** What the officer enters when this service is granted; nothing where it ends in no register. */
export function recordQuestions(pack: Pack, serviceId: string): RecordQuestion[] {
  const index = indexPack(pack);
  const register = index.registers.get(index.services.get(serviceId)?.result.register ?? '');
  return (register?.fields ?? []).flatMap((field) => {
    if ('element' in field) return [];
    return [
      { id: field.id, question: { element: officerElement(field), required: field.required, askedBy: [serviceId] } },
    ];
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
