import type { Language } from '#kernel/language.ts';
import type { Texts } from './ru/index.ts';

const loaders: Readonly<Record<Language, () => Promise<Texts>>> = {
  ru: () => import('./ru/index.ts').then((module) => module.ru),
  tt: () => import('./tt/index.ts').then((module) => module.tt),
  en: () => import('./en/index.ts').then((module) => module.en),
};

/** The texts of one language, loaded alone: a browser never receives the other two. */
export const loadTexts = (language: Language): Promise<Texts> => loaders[language]();
