import { z } from 'zod';
import { Localized } from '#kernel/language.ts';
import { Term } from '#kernel/term.ts';
import { ServiceInput as InputSchema } from '#modules/forms/index.ts';
import { FeeRule, TermRule } from './alternatives.ts';
import {
  Condition,
  ElementId,
  Estimate,
  type Frozen,
  Keywords,
  LegalBasis,
  LegalDate,
  PackId,
  Unverified,
} from './words.ts';

/** Who may apply. */
export const applicantKinds = ['person', 'entrepreneur', 'organisation', 'representative'] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

export const ServiceInput = InputSchema;
export type ServiceInput = Frozen<z.infer<typeof InputSchema>>;

/** A document or another service's result that the service rests on, by who brings it. */
export const Evidence = z.discriminatedUnion('provider', [
  z.strictObject({
    provider: z.literal('applicant').describe('The applicant attaches it.'),
    id: PackId,
    name: Localized,
    hint: Localized.optional(),
    element: ElementId.describe('The files element in which it is attached.'),
    required: z.boolean().default(true),
    when: Condition.optional(),
    unverified: Unverified,
  }),
  z.strictObject({
    provider: z.literal('agency').describe('The city gets it itself; the applicant need not bring it.'),
    id: PackId,
    name: Localized,
    from: PackId.describe('Department or agency that holds it.'),
    required: z.boolean().default(true),
    when: Condition.optional(),
    unverified: Unverified,
  }),
  z.strictObject({
    provider: z.literal('output').describe('Another service or step produces it: an edge of the plan.'),
    id: PackId.describe('An output of outputs.yaml.'),
    name: Localized.optional(),
    required: z.boolean().default(true),
    when: Condition.optional(),
    unverified: Unverified,
  }),
]);
export type Evidence = Frozen<z.infer<typeof Evidence>>;

/** A request the officer usually sends while working on a case. */
export const UsualRequest = z.strictObject({
  id: PackId,
  to: z
    .union([z.literal('district'), z.array(PackId).min(1)])
    .describe('Departments asked, or district: the administration of the district where the place lies.'),
  name: Localized,
  question: Localized,
  term: Term,
  unverified: Unverified,
});
export type UsualRequest = Frozen<z.infer<typeof UsualRequest>>;

/** Why an application or a service may be refused; `cure` says what would put it right. */
export const Ground = z.strictObject({
  id: PackId,
  text: Localized,
  clause: z.string().min(1).optional().describe('Clause of the regulation, in quotes.'),
  elements: z.array(ElementId).default([]).describe('Elements concerned: the applicant is led to these fields.'),
  cure: Localized.optional().describe('What the applicant can do about it.'),
  unverified: Unverified,
});
export type Ground = Frozen<z.infer<typeof Ground>>;

/** `grounds/<name>.yaml`: grounds on which an application is refused at intake, common to all services. */
export const Grounds = z.array(Ground).min(1).describe('Intake-refusal grounds common to all services.');

/** A kind of extension that the regulation allows; the officer gives the reason of the case and the paper. */
export const ExtensionOfTerm = z.strictObject({
  id: PackId,
  name: Localized.describe('For what the term may be extended, as the regulation says.'),
  amount: z.number().int().positive().describe('At most so many units each time.'),
  unit: z.enum(['workingDays', 'calendarDays', 'months', 'years']),
  times: z.number().int().positive().default(1).describe('At most so many times in a case.'),
  clause: z.string().min(1).optional().describe('Clause of the regulation, in quotes.'),
  unverified: Unverified,
});
export type ExtensionOfTerm = Frozen<z.infer<typeof ExtensionOfTerm>>;

/** What a service does to a record that stands in a register already. */
export const RecordChange = z.strictObject({
  act: z.enum(['change', 'close']).describe('change: fields are written anew; close: the record ends.'),
  registers: z.array(PackId).min(1).describe('Registers in which the record is looked for.'),
  number: ElementId.describe('Element with its number; a record that the same application made comes before it.'),
  fields: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z][A-Za-z0-9]*$/)
          .describe('Field of the register that the officer writes anew.'),
        from: ElementId.optional().describe('Element whose answer stands in the form of the officer first.'),
      }),
    )
    .default([])
    .describe('What the officer writes anew.'),
});
export type RecordChange = Frozen<z.infer<typeof RecordChange>>;

/** `services/<id>/service.yaml`: one municipal service. A later version stands beside it as `service.<version>.yaml`. */
export const Service = z
  .strictObject({
    id: PackId.describe('Name of the folder.'),
    row: z.number().int().positive().optional().describe("Number in the city's published catalogue."),
    version: z.number().int().positive(),
    effective: LegalDate.describe('First day on which this version is law.'),
    until: LegalDate.optional().describe('Last day of this version; otherwise until the next version.'),
    name: Localized,
    summary: Localized.describe('One or two plain sentences: what one gets.'),
    keywords: Keywords,
    department: PackId.describe('Department of the city that decides.'),
    digital: z
      .boolean()
      .default(false)
      .describe('Whether the city handles it without paper from application to result, each field and step described.'),
    applicants: z
      .array(z.enum(applicantKinds))
      .min(1)
      .default([...applicantKinds]),
    legalBasis: z.array(LegalBasis).min(1),
    term: TermRule.describe('Legal term; or a list: the first whose when holds, the last otherwise.'),
    target: Term.optional().describe("The city's own target, shorter than the law."),
    transition: z
      .enum(['newCases', 'allOpenCases', 'moreFavourable'])
      .optional()
      .describe('What this version of the term does to cases open on its first day; new cases only if left out.'),
    extensions: z.array(ExtensionOfTerm).min(1).optional().describe('Kinds of extension the regulation allows.'),
    fee: FeeRule.describe('What the applicant pays; or a list: the first whose when holds, the last otherwise.'),
    inputs: z.array(ServiceInput).default([]),
    evidence: z.array(Evidence).default([]),
    produces: z.array(PackId).default([]).describe('Outputs of outputs.yaml.'),
    requests: z.array(UsualRequest).default([]),
    grounds: z.array(Ground).min(1).describe('Grounds on which the service itself may be refused.'),
    result: z
      .strictObject({
        document: Localized.describe('Name of the document given.'),
        register: PackId.optional().describe('Register in which a record is made.'),
        record: RecordChange.optional().describe('Record that is changed or closed; instead of register.'),
      })
      .refine(({ register, record }) => register === undefined || record === undefined, {
        error: 'a service makes a record (register) or changes one (record), not both',
      }),
    unverified: Unverified,
  })
  .describe('One municipal service.');
export type Service = Frozen<z.infer<typeof Service>>;

/** Elements a service reads: what it asks and what is attached for it. */
export function elementsOf({ inputs, evidence }: Service): ReadonlySet<string> {
  const attached = evidence.flatMap((one) => (one.provider === 'applicant' ? [one.element] : []));
  return new Set([...inputs.map(({ element }) => element), ...attached]);
}

const step = {
  id: PackId,
  name: Localized,
  summary: Localized,
  requires: z.array(PackId).default([]).describe('Outputs needed before it can start.'),
  requiresIfPlanned: z.array(PackId).optional().describe('Outputs it waits for only where the same plan gives them.'),
  produces: z.array(PackId).default([]).describe('Outputs it gives.'),
  proof: z
    .strictObject({
      name: Localized,
      number: z.boolean().default(false).describe('Whether the applicant types its number.'),
    })
    .optional()
    .describe('What shows that the step is done.'),
  url: z.url().optional(),
  unverified: Unverified,
};

/** A step outside the city's services: another agency's service, or the applicant's own work. */
export const Step = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('outside').describe('Service of an outside agency.'),
      agency: PackId,
      ...step,
      term: TermRule.optional().describe('Legal term, or a list of alternatives; give it or estimate.'),
      estimate: Estimate.optional().describe('Usual length where no law sets a term.'),
      fee: FeeRule.optional(),
      legalBasis: z.array(LegalBasis).default([]),
    })
    .refine(({ term, estimate }) => (term === undefined) !== (estimate === undefined), {
      error: 'an outside step has either term or estimate',
    }),
  z.strictObject({
    kind: z.literal('own').describe("The applicant's own work."),
    ...step,
    estimate: Estimate.describe('First guess; the applicant may change it.'),
  }),
]);
export type Step = Frozen<z.infer<typeof Step>>;

/** `steps.yaml`. */
export const Steps = z.array(Step).describe("Outside services and the applicant's own work, shared by situations.");

/** A kind of evidence that services and steps produce and require. */
export const Output = z.strictObject({ id: PackId, name: Localized });
export type Output = Frozen<z.infer<typeof Output>>;

/** `outputs.yaml`. */
export const Outputs = z.array(Output).describe('Kinds of evidence that services and steps produce and require.');
