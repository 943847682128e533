import { z } from 'zod';
import { Id } from '#kernel/id.ts';

const Text = z.string().trim().min(1).max(10_000);
const DocumentIds = z.array(Id).max(50).default([]);

/** A request to a department or agency; `kind` names one that the service declares, otherwise it is a free question. */
export const SendRequest = z.strictObject({
  caseId: Id,
  kind: z.string().min(1).optional(),
  to: z.string().min(1),
  question: Text,
  documentIds: DocumentIds,
});
export type SendRequest = z.infer<typeof SendRequest>;

export const TakeRequest = z.strictObject({ requestId: Id });
export type TakeRequest = z.infer<typeof TakeRequest>;

export const AnswerRequest = z.strictObject({ requestId: Id, text: Text, documentIds: DocumentIds });
export type AnswerRequest = z.infer<typeof AnswerRequest>;

export const RefuseRequest = z.strictObject({ requestId: Id, text: Text });
export type RefuseRequest = z.infer<typeof RefuseRequest>;

export const CancelRequest = z.strictObject({ requestId: Id, reason: Text });
export type CancelRequest = z.infer<typeof CancelRequest>;
