import { z } from 'zod';
import { Id } from '#kernel/id.ts';

/** A comment of an officer that the applicant will read. */
const Comment = z.string().trim().max(4000);

export const TakeCase = z.strictObject({ caseId: Id });
export type TakeCase = z.infer<typeof TakeCase>;

export const RejectCase = z.strictObject({
  caseId: Id,
  grounds: z.array(z.string().min(1)).min(1),
  comment: Comment.default(''),
});
export type RejectCase = z.infer<typeof RejectCase>;

export const DeclareNotNeeded = z.strictObject({ caseId: Id, comment: Comment.min(1) });
export type DeclareNotNeeded = z.infer<typeof DeclareNotNeeded>;

const Words = z.string().trim().min(1).max(4000);
const DocumentIds = z.array(Id).max(50).default([]);

/** The clock of a case stands from a day on (today if not told): why, on which paper, and whose move it is. */
export const SuspendCase = z
  .strictObject({
    caseId: Id,
    from: z.iso.date().optional(),
    reason: Words,
    evidence: Words,
    documentIds: DocumentIds,
    owner: z.enum(['applicant', 'thirdParty', 'city']),
    /** Of `thirdParty`: which agency of the pack. */
    agencyId: z.string().min(1).optional(),
  })
  .refine(({ owner, agencyId }) => (owner === 'thirdParty') === (agencyId !== undefined), {
    path: ['owner'],
    error: 'a third party has a name, others have none',
  });
export type SuspendCase = z.infer<typeof SuspendCase>;

/** The clock runs again from a day on (today if not told). */
export const ResumeCase = z.strictObject({ caseId: Id, on: z.iso.date().optional() });
export type ResumeCase = z.infer<typeof ResumeCase>;

/** More time under a kind that the service allows; `amount` in its unit, as much as is allowed if not told. */
export const ExtendCase = z.strictObject({
  caseId: Id,
  kind: z.string().min(1),
  amount: z.coerce.number().int().positive().optional(),
  reason: Words,
  evidence: Words,
});
export type ExtendCase = z.infer<typeof ExtendCase>;
