import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Why nothing was written. */
export const problems = {
  'journal/changed-meanwhile': {
    status: 409,
    title: {
      ru: 'Кто-то изменил это раньше вас',
      tt: 'Моны кемдер сездән алдарак үзгәрткән',
      en: 'Somebody changed this before you',
    },
    whatToDo: {
      ru: 'Обновите страницу, посмотрите, что изменилось, и повторите, если ещё нужно.',
      tt: 'Битне яңартыгыз, нәрсә үзгәргәнен карагыз һәм кирәк булса кабатлагыз.',
      en: 'Reload the page, see what changed, and do it again if it is still needed.',
    },
  },
} satisfies ProblemCatalogue;
