import { z } from 'zod';
import { Localized } from '#kernel/language.ts';
import { Element as FormElement } from '#modules/forms/index.ts';
import { checkSettings } from './elements.ts';
import { ElementId, type Frozen, numberPattern, PackId, Unverified } from './words.ts';

const { type, hint, choices, unit, min, max, decimals, maxLength, maxFiles, accept } = FormElement.shape;

const isPublic = z.boolean().default(false).describe('Whether the public extract shows it.');

/** A field of a register record whose value is copied from an answer of the application. */
const CopiedField = z.strictObject({
  element: ElementId.describe('Element whose answer is copied.'),
  public: isPublic,
});

/** A field of a register record that only the officer knows and enters. */
const OfficerField = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]*$/, 'a field id is written in camelCase, for example validUntil')
      .describe('Name of the field in camelCase.'),
    type,
    label: Localized,
    required: z.boolean().default(true),
    public: isPublic,
    hint,
    choices,
    unit,
    min,
    max,
    decimals,
    maxLength,
    maxFiles,
    accept,
    unverified: Unverified,
  })
  .superRefine(checkSettings);

export const RegisterField = z.union([CopiedField, OfficerField]);
export type RegisterField = Frozen<z.infer<typeof RegisterField>>;
/** A field that the officer enters. */
export type EnteredField = Exclude<RegisterField, { element: string }>;

/** `registers/<id>.yaml`: a register of legal force and what one record holds. */
export const Register = z
  .strictObject({
    id: PackId.describe('Name of the file.'),
    name: Localized,
    number: numberPattern('year', 'seq').describe('Number pattern of records.'),
    fields: z.array(RegisterField).min(1),
    unverified: Unverified,
  })
  .describe('A register of legal force and what one record holds.');
export type Register = Frozen<z.infer<typeof Register>>;

/** An officer's field of a register as a question of a form, so that it is typed, read and shown like any other. */
export function officerElement({ required: _required, public: _public, ...field }: EnteredField) {
  return FormElement.parse({ ...field, id: `record.${field.id.toLowerCase()}`, page: 'record' });
}
