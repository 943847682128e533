import { z } from 'zod';

/** The languages every text of the program exists in: Russian, Tatar, English (BCP 47 codes). */
export const languages = ['ru', 'tt', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** A text in all three languages. A pack with one missing does not load. */
export const Localized = z.strictObject({ ru: z.string().min(1), tt: z.string().min(1), en: z.string().min(1) });
export type Localized = z.infer<typeof Localized>;
