import { z } from 'zod';
import { PrefillSource } from './element.ts';

/**
 * Answers by element id, as the field types' schemas shape them.
 * `null`: the question was seen and left empty. No key: not answered yet.
 */
export const Answers = z.record(z.string(), z.unknown()).readonly();
export type Answers = z.infer<typeof Answers>;

/**
 * Where an answer comes from: the person said it, the city knew it, or the city knew something else and the person
 * corrected it. Measures "once only": a declared answer that the city holds is debt.
 */
export const AnswerSource = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('declared') }),
  z.strictObject({ source: z.literal('prefill'), from: PrefillSource }),
  z.strictObject({ source: z.literal('corrected'), from: PrefillSource }),
]);
export type AnswerSource = Readonly<z.infer<typeof AnswerSource>>;

/** The source of each answer, by element id. */
export const Provenance = z.record(z.string(), AnswerSource).readonly();
export type Provenance = z.infer<typeof Provenance>;

/** What was typed, by element id; kept while it cannot be read, so that nothing typed is lost. */
export const RawAnswers = z.record(z.string(), z.array(z.string()).readonly()).readonly();
export type RawAnswers = z.infer<typeof RawAnswers>;

/** Whether a question was answered, be it by leaving it empty. */
export const isAnswered = (answers: Answers, elementId: string): boolean => answers[elementId] !== undefined;
