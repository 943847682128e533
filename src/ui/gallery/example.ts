import type { ReactNode } from 'react';
import type { Localized } from '#kernel/language.ts';

/** One state of a component, shown in the gallery and looked at by the accessibility check. `Show` may use hooks. */
export type Example = Readonly<{ name: string; Show: () => ReactNode }>;

/** All states of a component. */
export type ComponentExamples = Readonly<{ component: string; examples: readonly Example[] }>;

/** Sample words: invented, in all languages, with the letters that matter. */
export const sample = {
  plan: { ru: 'Градостроительный план участка', tt: 'Җир кишәрлегенең төзелеш планы', en: 'Urban plan of the plot' },
  permit: { ru: 'Разрешение на строительство', tt: 'Төзелешкә рөхсәт', en: 'Building permit' },
  design: { ru: 'Проектная документация', tt: 'Проект документлары', en: 'Design' },
  rights: { ru: 'Регистрация права', tt: 'Хокукны теркәү', en: 'Registration of rights' },
  architecture: { ru: 'Управление архитектуры', tt: 'Архитектура идарәсе', en: 'Architecture Department' },
  register: { ru: 'Росреестр', tt: 'Росреестр', en: 'Land Register' },
  sentence: {
    ru: 'Город запросит этот документ сам, приносить его не нужно.',
    tt: 'Бу документны шәһәр үзе сората, аны китерергә кирәкми.',
    en: 'The city asks for this document itself; you need not bring it.',
  },
} as const satisfies Record<string, Localized>;
