import type { FieldError } from '#kernel/result.ts';
import type { Pack, Situation } from '#modules/catalogue/index.ts';
import {
  type Form,
  type FormAt,
  filedAnswers,
  firstUnanswered,
  formAt,
  formOfElements,
  type KnownFacts,
} from '#modules/forms/index.ts';
import type { KnownOfActor } from '#modules/people/index.ts';

import {
  hasAlternatives,
  type OtherChoice,
  otherChoices,
  type Plan,
  plan,
  triageQuestions,
} from '#modules/planning/index.ts';
import { factsForRules } from '#modules/territory/index.ts';
import { additionFormAt } from './addition-form.ts';
import type { Draft, DraftContent } from './draft.ts';

/** A draft seen through the rules of its pack: questions, plan, form and what comes next. */
export type ComposedDraft = Readonly<{
  situation: Situation;
  questions: Situation['triage'];
  /** The first triage question without an answer. */
  unanswered?: string;
  plan: Plan;
  /** What other answers would make of the plan. */
  otherChoices: () => readonly OtherChoice[];
  form: Form;
  formAt: FormAt;
  /** Path segment at which the person goes on. */
  next: string;
}>;

/** What composing needs beside the draft. `known` is what the city knows of the applicant and need not ask. */
export type Surroundings = Readonly<{
  pack: Pack;
  situation: Situation;
  today: Temporal.PlainDate;
  /** Local time at which the draft would be filed. */
  filedAt: Temporal.PlainDateTime;
  known: KnownOfActor;
}>;

/** Pure: the plan and the form under the answers given so far. */
export function composeDraft({ content }: Pick<Draft, 'content'>, around: Surroundings): ComposedDraft {
  const { situation } = around;
  const { triage } = content;
  const facts = { triage, place: placeForRules(content), applicant: applicantForRules(content) };
  const questions = triageQuestions(situation, facts);
  // An option may be gone since it was chosen.
  const unanswered = questions.find(({ id, options }) => options.every(({ value }) => value !== triage[id]))?.id;
  const made = planAndForm(content, around);
  return {
    situation,
    questions,
    ...(unanswered ? { unanswered } : {}),
    ...made,
    otherChoices: () =>
      otherChoices({ situation, ...facts }, (other) => planAndForm({ ...content, triage: other }, around).plan),
    next: nextStep(content, unanswered, made.form),
  };
}

function planAndForm(content: DraftContent, around: Surroundings): Pick<ComposedDraft, 'plan' | 'form' | 'formAt'> {
  const { pack, situation, today, filedAt } = around;
  const { triage, estimates, leaveOut } = content;
  const place = placeForRules(content);
  const applicant = applicantForRules(content);
  const input = { situation, triage, place, applicant, startsOn: today, filedAt, estimates, leaveOut };
  const planned = plan(pack, input);
  const known: KnownFacts = { ...around.known, ...(content.place ? { place: content.place } : {}) };
  const at = formBesideFiling(content, pack) ?? formAt(pack, planned.items, { triage, place, applicant, known });
  const form = at(content.answers);
  // Where answers of the form decide a term or a fee, the plan is made again with them.
  const settled = hasAlternatives(pack, planned.items)
    ? plan(pack, { ...input, answers: filedAnswers(form, content.answers) })
    : planned;
  return { plan: settled, form, formAt: at };
}

/** The form of what is filed beside the filing: just what was asked, or what the applicant adds. */
function formBesideFiling({ asked, adds }: DraftContent, pack: Pack): FormAt | undefined {
  if (asked) return formOfElements(pack, { isAsked: isIn(asked.elements), isRequired: true });
  return adds && additionFormAt(pack, adds.elements);
}

const isIn = (elements: readonly string[]) => (id: string) => elements.includes(id);

const placeForRules = ({ place }: DraftContent) => (place === undefined ? undefined : factsForRules(place));

/** The applicant as conditions read it; nothing before it was chosen. */
export const applicantForRules = ({ applicant }: DraftContent) =>
  applicant === undefined ? undefined : { kind: applicant.kind, representative: applicant.representative };

function nextStep(content: DraftContent, unanswered: string | undefined, form: Form): string {
  if (unanswered !== undefined) return `triage/${unanswered}`;
  if (content.place === undefined) return 'place';
  if (content.applicant === undefined) return 'plan';
  const wrong = Object.entries(content.errors).find(
    ([, errors]: [string, readonly FieldError[]]) => errors.length > 0,
  )?.[0];
  const page = form.pages.find(({ id }) => id === wrong) ?? firstUnanswered(form, content.answers);
  return page === undefined ? 'check' : `form/${page.id}`;
}
