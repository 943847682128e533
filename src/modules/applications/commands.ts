import { z } from 'zod';
import { Geometry } from '#kernel/geometry.ts';
import { Id } from '#kernel/id.ts';
import { Language } from '#kernel/language.ts';
import { Term } from '#kernel/term.ts';

/** Begins a draft for a life situation or for one service. */
export const CreateDraft = z.union([
  z.strictObject({ situationId: z.string().min(1) }),
  z.strictObject({ serviceId: z.string().min(1) }),
]);
export type CreateDraft = z.infer<typeof CreateDraft>;

export const AnswerTriage = z.strictObject({ draftId: Id, questionId: z.string().min(1), value: z.string() });
export type AnswerTriage = z.infer<typeof AnswerTriage>;

/** The place, in whichever way the person can name it. */
export const ChoosePlace = z.strictObject({
  draftId: Id,
  cadastralNumber: z.string().trim().optional(),
  address: z.string().trim().optional(),
  point: z.tuple([z.coerce.number(), z.coerce.number()]).optional(),
  /** GeoJSON, or text as the territory reads outlines. */
  outline: z.union([Geometry, z.string().max(40_000)]).optional(),
});
export type ChoosePlace = z.infer<typeof ChoosePlace>;

/** How long the applicant thinks work takes that no law sets a term for. */
const Estimate = z.strictObject({
  amount: z.coerce.number().int().min(1).max(999),
  unit: z.enum(['workingDays', 'calendarDays', 'months']),
});
const Estimates = z.record(z.string().min(1), Estimate);

/** The applicant's own lengths of own and outside work, by step; those not named stay as the city guesses. */
export const SetEstimates = z.strictObject({ draftId: Id, estimates: Estimates });
export type SetEstimates = z.infer<typeof SetEstimates>;

/** The applicant does without an item of the plan that only an officer's check would decide, or takes it back. */
export const LeaveOut = z.strictObject({ draftId: Id, item: z.string().min(1), leftOut: z.boolean() });
export type LeaveOut = z.infer<typeof LeaveOut>;

/** A term that is supposed to be otherwise: of a service, of a request that it usually sends, or of a step. */
const SupposedTerm = z
  .strictObject({
    serviceId: z.string().min(1).optional(),
    /** A request of the service. */
    requestId: z.string().min(1).optional(),
    stepId: z.string().min(1).optional(),
    amount: z.number().int().min(1).max(999),
    unit: Term.shape.unit,
  })
  .refine(
    ({ serviceId, requestId, stepId }) =>
      (stepId === undefined) === (serviceId !== undefined || requestId !== undefined),
    {
      path: ['serviceId'],
      error: 'name a service, a request of a service, or a step',
    },
  )
  .refine(({ serviceId, requestId }) => requestId === undefined || serviceId !== undefined, {
    path: ['requestId'],
    error: 'name the service of the request',
  });

/** Rules that are supposed to be otherwise than they are. */
export const SupposedRules = z.strictObject({
  terms: z.array(SupposedTerm).max(20).default([]),
  calendar: z
    .strictObject({
      /** By this calendar the whole city counts. */
      use: z.string().min(1).optional(),
      /** The calendar whose days change; the city's own if not named. */
      of: z.string().min(1).optional(),
      off: z.array(z.iso.date()).max(40).default([]),
      working: z.array(z.iso.date()).max(40).default([]),
    })
    .optional(),
});
export type SupposedRules = z.infer<typeof SupposedRules>;

/** What if: a plan under hypothetical answers; nothing is stored. */
export const PlanWhatIf = z
  .strictObject({
    /** A life situation, or one service. */
    situationId: z.string().min(1).optional(),
    serviceId: z.string().min(1).optional(),
    triage: z.record(z.string(), z.string()).default({}),
    answers: z.record(z.string(), z.unknown()).default({}),
    place: ChoosePlace.omit({ draftId: true }).optional(),
    /** Facts of the place to suppose; they win over those of the place that is named. */
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).default({}),
    applicant: z
      .strictObject({
        kind: z.enum(['person', 'entrepreneur', 'organisation']),
        representative: z.boolean().default(false),
      })
      .optional(),
    /** Today if not given. */
    startsOn: z.iso.date().optional(),
    estimates: Estimates.default({}),
    /** Items that the applicant would do without, where only an officer's check would decide. */
    leaveOut: z.array(z.string().min(1)).max(100).default([]),
    /** Terms and calendars that are supposed to be others: the answer has both plans and their difference. */
    suppose: SupposedRules.optional(),
  })
  .refine(({ situationId, serviceId }) => (situationId === undefined) !== (serviceId === undefined), {
    path: ['situationId'],
    error: 'name either a situation or a service',
  });
export type PlanWhatIf = z.infer<typeof PlanWhatIf>;

/** Who applies: the person, one of the person's organisations, or somebody who gave a power of attorney. */
export const ChooseApplicant = z.strictObject({ draftId: Id, applicant: z.string().min(1) });
export type ChooseApplicant = z.infer<typeof ChooseApplicant>;

/** One page of the form as the browser sent it: names and values in order. */
export const SavePage = z.strictObject({
  draftId: Id,
  pageId: z.string().min(1),
  fields: z.array(z.tuple([z.string(), z.string()])).max(2000),
  /** Documents received with this post, by element. */
  received: z.record(z.string(), z.array(Id)).default({}),
});
export type SavePage = z.infer<typeof SavePage>;

export const FileApplication = z.strictObject({ draftId: Id, language: Language.default('ru') });
export type FileApplication = z.infer<typeof FileApplication>;

/** The applicant says that an own or outside step is done, with the number and date of its paper if it has one. */
export const ReportStep = z.strictObject({
  applicationId: Id,
  stepId: z.string().min(1),
  number: z.string().trim().max(200).optional(),
  on: z.iso.date().optional(),
  documentIds: z.array(Id).max(50).default([]),
});
export type ReportStep = z.infer<typeof ReportStep>;

/** Begins the draft that corrects a failed service within its application. */
export const ApplyAgain = z.strictObject({ applicationId: Id, caseId: Id });
export type ApplyAgain = z.infer<typeof ApplyAgain>;

/** The officer asks the applicant for single answers, within so many working days. */
export const AskApplicant = z.strictObject({
  caseId: Id,
  elements: z.array(z.string().min(1)).min(1).max(100),
  text: z.string().trim().min(1).max(4000),
  days: z.coerce.number().int().min(1).max(90).default(5),
});
export type AskApplicant = z.infer<typeof AskApplicant>;

/** Begins the draft in which the applicant supplies what an officer asked for. */
export const SupplyAsked = z.strictObject({ applicationId: Id, caseId: Id, askId: Id });
export type SupplyAsked = z.infer<typeof SupplyAsked>;

/** Begins the draft in which the applicant adds to a case unasked. */
export const AddToCase = z.strictObject({ applicationId: Id, caseId: Id });
export type AddToCase = z.infer<typeof AddToCase>;

/** The applicant does not go on: with one case and what waits for it, or with everything. */
export const Withdraw = z.strictObject({ applicationId: Id, caseId: Id.optional() });
export type Withdraw = z.infer<typeof Withdraw>;
