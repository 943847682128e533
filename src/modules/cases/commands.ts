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
