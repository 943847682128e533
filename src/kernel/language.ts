import { z } from 'zod';

/** The languages every text of the program exists in: Russian, Tatar, English (BCP 47 codes). */
export const languages = ['ru', 'tt', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** A text in all three languages. A pack with one missing does not load. */
export const Localized = z.strictObject({ ru: z.string().min(1), tt: z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof Localized>;

/**
 * The value with its texts completed: a text that has all of the `spoken` languages gets the others from the first of
 * these. A city that speaks two languages writes two; whoever asks for the third reads the first.
 */
export function completeTexts(value: unknown, spoken: readonly Language[]): unknown {
  if (spoken.length >= languages.length || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => completeTexts(item, spoken));
  const object = value as Readonly<Record<string, unknown>>;
  const isText = spoken.every((language) => typeof object[language] === 'string');
  if (isText)
    return { ...Object.fromEntries(languages.map((language) => [language, object[spoken[0] ?? '']])), ...object };
  return Object.fromEntries(Object.entries(object).map(([key, below]) => [key, completeTexts(below, spoken)]));
}
