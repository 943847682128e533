import { z } from 'zod';
import { Element as FormElement, FormPageDefinition } from '#modules/forms/index.ts';
import type { Frozen } from './words.ts';

/** Which setting belongs to which field types: one that stands elsewhere would be silently ignored. */
const settingsOf = {
  unit: ['integer', 'decimal'],
  min: ['integer', 'decimal', 'money', 'date'],
  max: ['integer', 'decimal', 'money', 'date'],
  decimals: ['decimal'],
  maxLength: ['text', 'long-text', 'person-name', 'address'],
  maxFiles: ['files'],
  accept: ['files'],
} as const;

type Question = { type: string } & { [K in keyof typeof settingsOf]?: unknown };

/** Refuses a setting that its field type does not read. */
export function checkSettings(value: Question, context: z.core.$RefinementCtx): void {
  for (const [setting, types] of Object.entries(settingsOf)) {
    const stands = value[setting as keyof typeof settingsOf] !== undefined;
    if (stands && !types.some((type) => type === value.type)) {
      const message = `${setting} belongs to ${types.join(', ')}, not to ${value.type}`;
      context.addIssue({ code: 'custom', path: [setting], message });
    }
  }
}

/** `elements/pages.yaml`: pages of the single form, shown in the order of the file. */
export const Pages = z.array(FormPageDefinition).min(1).describe('Pages of the single form, in order.');
export type Page = Frozen<z.infer<typeof FormPageDefinition>>;

/** One datum of the city dictionary. Whichever services need it, a person is asked for it once. */
export const Element = FormElement.superRefine(checkSettings);
export type Element = Frozen<z.infer<typeof Element>>;

/** `elements/<group>.yaml`. */
export const Elements = z.array(Element).min(1).describe('The city dictionary: every datum the city may ask for.');
