import { z } from 'zod';
import { Localized } from '#kernel/language.ts';
import { OfficerField } from './elements.ts';
import { ElementId, type Frozen, numberPattern, PackId, Unverified } from './words.ts';

/** A field of a register record: copied from an answer, or entered by the officer. */
export const RegisterField = z.union([
  z.strictObject({
    element: ElementId.describe('Element whose answer is copied.'),
    public: z.boolean().default(false).describe('Whether the public extract shows it.'),
  }),
  OfficerField.safeExtend({
    required: z.boolean().default(true),
    public: z.boolean().default(false).describe('Whether the public extract shows it.'),
  }),
]);
export type RegisterField = Frozen<z.infer<typeof RegisterField>>;

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
