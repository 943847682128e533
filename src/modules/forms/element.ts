import { z } from 'zod';
import { FileKind } from '#kernel/file-kind.ts';
import { Localized } from '#kernel/language.ts';
import { FieldTypeId } from './field-type-ids.ts';

/** A type whose every array and object is read-only, as a loaded pack is. */
type Frozen<T> = T extends readonly (infer U)[]
  ? readonly Frozen<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** Name of an element: group, dot, name in kebab-case: `site.cadastral-number`. */
const ElementId = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/, 'write an element id as group.name in kebab-case');

/** One of the answers a `choice` or `choices` element offers. */
const Choice = z.strictObject({ value: z.string().min(1), label: Localized, hint: Localized.optional() });

/** A limit of a value: a number, an ISO date, or `today` for the day of filing. Money is in minor units (kopecks). */
const Limit = z.union([z.number(), z.iso.date(), z.literal('today')]);

/** Where a known value can come from, see `prefill.ts`. */
export const PrefillSource = z
  .string()
  .regex(
    /^(person|organisation|representative|place)\.[a-z][A-Za-z]*$/,
    'write a source as person.phone or place.area',
  );
export type PrefillSource = z.infer<typeof PrefillSource>;

/**
 * One datum of the city dictionary: asked at most once in an application, however many services need it.
 * A pack keeps lists of these in `elements/<group>.yaml`.
 */
export const Element = z
  .strictObject({
    id: ElementId,
    type: FieldTypeId,
    /** Id of the form page that asks it. */
    page: z.string().min(1),
    label: Localized,
    hint: Localized.optional(),
    /** Why the city asks it, shown on request next to the question. */
    why: Localized.optional(),
    from: PrefillSource.optional(),
    choices: z.array(Choice).min(2).optional(),
    /** Unit shown behind a number: `m2`, `m`, `months`, … (texts in `units.ts`) or a text of the pack. */
    unit: z.union([z.string().min(1), Localized]).optional(),
    min: Limit.optional(),
    max: Limit.optional(),
    /** Digits after the decimal mark that a decimal may have; 2 when absent. */
    decimals: z.number().int().min(0).max(6).optional(),
    maxLength: z.number().int().positive().optional(),
    maxFiles: z.number().int().positive().optional(),
    accept: z.array(FileKind).min(1).optional(),
    /** Regular expression a text or number of a register must match, with an example for the error message. */
    pattern: z.string().min(1).optional(),
    example: z.string().min(1).optional(),
    /** Paths of facts in this object that are general knowledge and not yet checked against a source. */
    unverified: z.array(z.string().min(1)).optional(),
  })
  .refine((element) => (element.type === 'choice' || element.type === 'choices') === (element.choices !== undefined), {
    path: ['choices'],
    message: 'choices belong to the types choice and choices, and both need them',
  });
export type Element = Frozen<z.infer<typeof Element>>;

/** One page of the form; a pack keeps the list, in order, in `elements/pages.yaml`. */
export const FormPageDefinition = z.strictObject({
  id: z.string().min(1),
  title: Localized,
  lead: Localized.optional(),
  unverified: z.array(z.string().min(1)).optional(),
});
export type FormPageDefinition = Frozen<z.infer<typeof FormPageDefinition>>;

/** What a service asks: an element, whether it must be answered, and the FEEL condition under which it is asked. */
export const ServiceInput = z.strictObject({
  element: ElementId,
  required: z.boolean().default(true),
  when: z.string().min(1).optional(),
});
export type ServiceInput = Frozen<z.infer<typeof ServiceInput>>;
