import type { Language } from '#kernel/language.ts';
import { en } from './en/index.ts';
import { ru, type Texts } from './ru/index.ts';
import { tt } from './tt/index.ts';

/**
 * All texts of all languages; for the server, which speaks to everyone. By its name the build refuses it in a browser,
 * which loads one language (`load.ts`).
 */
export const texts: Readonly<Record<Language, Texts>> = { ru, tt, en };
