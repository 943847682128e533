import { z } from 'zod';
import { Localized } from '#kernel/language.ts';
import { Element as FormElement } from '#modules/forms/index.ts';

/** Name of an element: group, dot, name in kebab-case: `site.cadastral-number`. */
export const ElementId = FormElement.shape.id;

/** A type whose every array and object is read-only: what a loaded pack is made of. */
export type Frozen<T> = T extends readonly (infer U)[]
  ? readonly Frozen<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Identifier inside a pack: `excavation-order`. */
export const PackId = z
  .string()
  .regex(kebab, 'an id is made of lower-case Latin words joined by hyphens, for example excavation-order')
  .describe('Identifier: lower-case Latin words joined by hyphens.');

/** Value of an option or a choice, as stored and as compared in FEEL. */
export const ChoiceValue = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, 'a value is made of Latin letters, digits, hyphens and dots; quote a number')
  .describe('Value stored and compared in conditions; never shown.');

/** A condition in FEEL (DMN 1.3, clause 10). What it may read is listed in `docs/city-pack.md`. */
export const Condition = z.string().min(1).describe('Condition in FEEL, for example triage.land = "none".');

/** Date of law as ISO text, `2026-01-31`. */
export const LegalDate = z.iso
  .date('a day is written year-month-day and must exist, for example 2026-01-31')
  .describe('Date, for example 2026-01-31.');

/**
 * Facts of the object that nobody has checked against a source: paths inside it (`term`, `fee.amount`), or `*` for all.
 * They are shown to the designer as unverified and never to the public as certain.
 */
export const Unverified = z
  .array(
    z
      .string()
      .regex(
        /^(\*|[A-Za-z][A-Za-z0-9]*(\.[A-Za-z0-9-]+)*)$/,
        'a path inside this object, for example fee.amount, or *',
      ),
  )
  .default([])
  .describe('Paths of facts not yet checked against a source; * means all of the object.');

/** Synonyms and everyday words by which people search, by language. */
export const Keywords = z
  .strictObject({
    ru: z.array(z.string().min(1)).default([]),
    tt: z.array(z.string().min(1)).default([]),
    en: z.array(z.string().min(1)).default([]),
  })
  .default({ ru: [], tt: [], en: [] })
  .describe('Everyday words people search by, by language.');

/** How long something usually takes where no law sets a term. */
export const Estimate = z.strictObject({
  amount: z.number().int().positive(),
  unit: z.enum(['workingDays', 'calendarDays', 'months', 'years']),
});

/** A fee in minor units (kopecks). Zero is a statement: the service is free. */
export const Fee = z.strictObject({
  amount: z.number().int().nonnegative().describe('Minor units: 500000 is five thousand roubles.'),
  currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters of ISO 4217, for example RUB'),
  reason: Localized.optional().describe('Which law sets it, or why it is free.'),
});
export type Fee = Frozen<z.infer<typeof Fee>>;

/** One act on which something rests. */
export const LegalBasis = z.strictObject({
  act: Localized.describe('Name of the act.'),
  number: z.string().min(1).optional().describe('Number in quotes: "830".'),
  date: LegalDate.optional(),
  article: z.string().min(1).optional(),
  url: z.url().optional(),
});
export type LegalBasis = Frozen<z.infer<typeof LegalBasis>>;

/** A numbering pattern in which only `tokens` may stand in braces. `{seq:6}` is a running number of six digits. */
export function numberPattern(...tokens: readonly string[]) {
  const allowed = new RegExp(`^([^{}]|\\{(${tokens.join('|')})(:\\d{1,2})?\\})+$`);
  return z
    .string()
    .regex(allowed, `only ${tokens.map((token) => `{${token}}`).join(', ')} may stand in braces`)
    .describe(`Number pattern with ${tokens.map((token) => `{${token}}`).join(', ')}; {seq:6} has six digits.`);
}
