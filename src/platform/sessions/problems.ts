import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Problem codes of sessions. */
export const sessionProblems: ProblemCatalogue = {
  'sessions/expired': {
    status: 401,
    title: {
      ru: 'Вы давно не были активны, и сеанс завершён',
      tt: 'Сез озак вакыт актив булмадыгыз, сеанс тәмамланды',
      en: 'You were away for a while and have been signed out',
    },
    whatToDo: {
      ru: 'Войдите снова — вы вернётесь на эту же страницу. Сохранённые страницы черновика остались на месте.',
      tt: 'Яңадан керегез — шушы ук биткә кайтырсыз. Караламаның сакланган битләре урынында.',
      en: 'Sign in again and you will be back on this page. The saved pages of your draft are where you left them.',
    },
  },
};
