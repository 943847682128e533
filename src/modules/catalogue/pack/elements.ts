import { z } from 'zod';
import { Localized } from '#kernel/language.ts';
import { fieldTypeIds } from './field-types.ts';
import { ChoiceValue, ElementId, type Frozen, PackId, Unverified } from './words.ts';

/** Kinds of file an applicant may attach, by ending; the content is sniffed on receipt. */
export const fileKinds = [
  'pdf',
  'jpeg',
  'png',
  'tiff',
  'docx',
  'xlsx',
  'odt',
  'ods',
  'zip',
  'sig',
  'dxf',
  'xml',
] as const;

/** One of the values a choice offers. */
export const Choice = z.strictObject({ value: ChoiceValue, label: Localized, hint: Localized.optional() });
export type Choice = Frozen<z.infer<typeof Choice>>;

/** Which setting belongs to which field types: one that stands elsewhere would be silently ignored. */
const settingsOf = {
  choices: ['choice', 'choices'],
  unit: ['integer', 'decimal'],
  min: ['integer', 'decimal', 'money'],
  max: ['integer', 'decimal', 'money'],
  maxLength: ['text', 'long-text'],
  maxFiles: ['files'],
  accept: ['files'],
} as const;

/** What a question is, wherever it stands: an element of the dictionary or a field of a register. */
const question = {
  type: z.enum(fieldTypeIds).describe('Field type: a folder of src/modules/forms/field-types.'),
  label: Localized,
  hint: Localized.optional().describe('How to answer: where the number stands, in which form.'),
  choices: z.array(Choice).min(2).optional().describe('Only for choice and choices.'),
  unit: z.string().min(1).optional().describe('Unit of a number: m, m2, m3, days, pieces …'),
  min: z.number().optional(),
  max: z.number().optional(),
  maxLength: z.number().int().positive().optional(),
  maxFiles: z.number().int().positive().optional(),
  accept: z.array(z.enum(fileKinds)).min(1).optional(),
  unverified: Unverified,
};

type Question = { type: string; choices?: unknown } & { [K in keyof typeof settingsOf]?: unknown };

function checkSettings(value: Question, context: z.core.$RefinementCtx): void {
  if (['choice', 'choices'].includes(value.type) && value.choices === undefined) {
    context.addIssue({ code: 'custom', path: ['type'], message: `a ${value.type} needs choices` });
  }
  for (const [setting, types] of Object.entries(settingsOf)) {
    const stands = value[setting as keyof typeof settingsOf] !== undefined;
    if (stands && !types.some((type) => type === value.type)) {
      context.addIssue({
        code: 'custom',
        path: [setting],
        message: `${setting} belongs to ${types.join(', ')}, not to ${value.type}`,
      });
    }
  }
}

/** A page of the single form; pages are shown in the order of the file. */
export const Page = z.strictObject({
  id: PackId,
  title: Localized,
  lead: Localized.optional().describe('One or two sentences above the questions.'),
});
export type Page = Frozen<z.infer<typeof Page>>;

/** `elements/pages.yaml`. */
export const Pages = z.array(Page).min(1).describe('Pages of the single form, in order.');

/** One datum of the city dictionary. Whichever services need it, a person is asked for it once. */
export const Element = z
  .strictObject({
    id: ElementId,
    page: PackId.describe('Page of the form on which it is asked.'),
    ...question,
    why: Localized.optional().describe('Why the city asks for it.'),
    from: z
      .string()
      .regex(
        /^(person|organisation|place)\.[a-zA-Z]+$/,
        'person.…, organisation.… or place.…, for example place.cadastralNumber',
      )
      .optional()
      .describe('Known value it is prefilled from, for example place.cadastralNumber.'),
  })
  .superRefine(checkSettings);
export type Element = Frozen<z.infer<typeof Element>>;

/** `elements/<group>.yaml`. */
export const Elements = z.array(Element).min(1).describe('The city dictionary: every datum the city may ask for.');

/** A field that only a register has: the officer enters it. */
export const OfficerField = z
  .strictObject({ id: z.string().regex(/^[a-z][A-Za-z0-9]*$/), ...question })
  .superRefine(checkSettings);
