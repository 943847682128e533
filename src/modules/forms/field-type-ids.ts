import { z } from 'zod';

/**
 * The field types an element of a city dictionary may have. Each id is the name of its folder in `field-types/`.
 * A pack writes `type: cadastral-number`.
 */
export const fieldTypeIds = [
  'text',
  'long-text',
  'integer',
  'decimal',
  'money',
  'date',
  'yes-no',
  'choice',
  'choices',
  'phone',
  'email',
  'cadastral-number',
  'tax-number',
  'state-number',
  'snils',
  'person-name',
  'address',
  'files',
] as const;

export const FieldTypeId = z.enum(fieldTypeIds);
export type FieldTypeId = z.infer<typeof FieldTypeId>;
