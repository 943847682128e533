import type { Party } from '#kernel/actor.ts';
import type { FieldError } from '#kernel/result.ts';
import type { Answers, Provenance, RawAnswers } from '#modules/forms/index.ts';
import type { PlanInput } from '#modules/planning/index.ts';
import type { PlaceFacts } from '#modules/territory/index.ts';

/** Who applies, as conditions and prefilling read it. */
export type ApplicantChoice = Readonly<{
  /** What was chosen: `self`, or the id of an organisation or a mandate. */
  choice: string;
  kind: 'person' | 'entrepreneur' | 'organisation';
  representative: boolean;
  /** For whom, when not for oneself. */
  onBehalfOf?: Party;
  name: string;
}>;

/** Everything typed so far, also what is not valid yet. */
export type DraftContent = Readonly<{
  triage: Readonly<Record<string, string>>;
  place?: PlaceFacts;
  applicant?: ApplicantChoice;
  /** What the person thinks own and outside work takes, by step. */
  estimates?: NonNullable<PlanInput['estimates']>;
  /** Items of the plan that the person does without, as long as only an officer's check would tell. */
  leaveOut?: readonly string[];
  /** Where an officer asked for these answers only: nothing else is asked, and nothing else changes. */
  asked?: Readonly<{ caseId: string; askId: string; elements: readonly string[] }>;
  /** Where the applicant adds to a case unasked: the case, and the answers that may be corrected. */
  adds?: Readonly<{ caseId: string; elements: readonly string[] }>;
  answers: Answers;
  provenance: Provenance;
  /** What was typed, by element: shown again until it is valid. */
  raw: RawAnswers;
  /** What is wrong, by page: stays until it is put right. */
  errors: Readonly<Record<string, readonly FieldError[]>>;
}>;

/** A begun application. `subject` is a situation's id, or `service:<id>`. */
export type Draft = Readonly<{
  id: string;
  version: number;
  personId?: string;
  guestKey?: string;
  subject: string;
  packVersion: string;
  content: DraftContent;
  applicationId?: string;
  /** The case that failed, when the draft corrects it within its application: only its answers may change. */
  curesCaseId?: string;
  updatedAt: string;
}>;

export const emptyContent: DraftContent = { triage: {}, answers: {}, provenance: {}, raw: {}, errors: {} };

/** The draft after one triage answer. A changed answer may change everything behind it, but loses nothing typed. */
export const withTriage = (content: DraftContent, questionId: string, value: string): DraftContent => ({
  ...content,
  triage: { ...content.triage, [questionId]: value },
});

/** The draft without an item of its plan, or with it again. */
export function withLeftOut(content: DraftContent, item: string, leftOut: boolean): DraftContent {
  const others = (content.leaveOut ?? []).filter((key) => key !== item);
  return { ...content, leaveOut: leftOut ? [...others, item] : others };
}

/** The draft after one page of the form. What was typed stays until it can be read. */
export function withPage(
  content: DraftContent,
  pageId: string,
  saved: { answers: Answers; provenance: Provenance; raw: RawAnswers; errors: readonly FieldError[] },
): DraftContent {
  const { answers, provenance, raw } = saved;
  const { [pageId]: _before, ...others } = content.errors;
  const errors = saved.errors.length === 0 ? others : { ...others, [pageId]: saved.errors };
  return { ...content, answers, provenance, raw, errors };
}
