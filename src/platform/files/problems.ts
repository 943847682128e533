import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Why a file could not be stored. */
export const problems = {
  'files/store-full': {
    status: 507,
    title: { ru: 'Хранилище файлов заполнено', tt: 'Файл саклагыч тулган', en: 'The file store is full' },
    whatToDo: {
      ru: 'Файл не принят, всё остальное сохранено. Повторите позже: мы уже знаем об этом.',
      tt: 'Файл кабул ителмәде, калганы сакланган. Соңрак кабатлагыз: без бу хакта беләбез.',
      en: 'The file was not taken, everything else is kept. Try again later: we know of it already.',
    },
  },
} satisfies ProblemCatalogue;
