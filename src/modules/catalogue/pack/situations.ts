import { z } from 'zod';
import { Localized } from '#kernel/language.ts';
import { ChoiceValue, Condition, type Frozen, Keywords, PackId, Unverified } from './words.ts';

/** One answer a triage question offers. */
export const TriageOption = z.strictObject({
  value: ChoiceValue,
  label: Localized,
  hint: Localized.optional(),
  check: z.boolean().default(false).describe('The answer means "an officer will check".'),
});
export type TriageOption = Frozen<z.infer<typeof TriageOption>>;

/** One question that finds the services; shown on a page of its own. */
export const TriageQuestion = z.strictObject({
  id: PackId.describe('Read in conditions as triage.<id>, hyphens turned to camelCase.'),
  label: Localized,
  hint: Localized.optional(),
  options: z.array(TriageOption).min(2),
  when: Condition.optional().describe('Asked only if this holds.'),
  choosable: z
    .boolean()
    .optional()
    .describe('The applicant decides it freely: the plan shows what another answer would change. Not for facts.'),
});
export type TriageQuestion = Frozen<z.infer<typeof TriageQuestion>>;

const item = {
  when: Condition.optional().describe('Included if this holds; without it always.'),
  uncertain: Condition.optional().describe('If this holds the item is included as "an officer will check".'),
  reason: Localized.describe('Why the person needs it: "because …".'),
  because: z
    .array(z.strictObject({ when: Condition, text: Localized }))
    .min(1)
    .optional()
    .describe('Reasons that name the very cause: the first that surely holds is shown instead of reason.'),
};

/** A service or step the situation may need, with its condition and its reason. */
export const SituationItem = z.union([
  z.strictObject({ service: PackId, ...item }),
  z.strictObject({ step: PackId, ...item }),
]);
export type SituationItem = Frozen<z.infer<typeof SituationItem>>;

/** `situations/<id>.yaml`: a life situation, its questions and the services they lead to. */
export const Situation = z
  .strictObject({
    id: PackId.describe('Name of the file.'),
    name: Localized,
    summary: Localized,
    keywords: Keywords,
    triage: z.array(TriageQuestion).default([]),
    items: z.array(SituationItem).min(1),
    unverified: Unverified,
  })
  .describe('A life situation, its questions and the services they lead to.');
export type Situation = Frozen<z.infer<typeof Situation>>;
