import { z } from 'zod';
import { Id } from '#kernel/id.ts';

/** The officer's draft of how the case ends. */
export const DraftDecision = z.strictObject({
  caseId: Id,
  outcome: z.enum(['granted', 'refused']),
  grounds: z.array(z.string().min(1)).default([]),
  text: z.string().trim().min(1).max(20_000),
  /** What was typed into the fields of the register record, by field. */
  fields: z.record(z.string(), z.array(z.string().max(2000)).max(20)).default({}),
});
export type DraftDecision = z.infer<typeof DraftDecision>;

export const SendBackDecision = z.strictObject({ decisionId: Id, comment: z.string().trim().min(1).max(4000) });
export type SendBackDecision = z.infer<typeof SendBackDecision>;

export const SignDecision = z.strictObject({ decisionId: Id });
export type SignDecision = z.infer<typeof SignDecision>;
