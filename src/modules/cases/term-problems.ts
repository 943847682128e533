import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Why the term of a case cannot be suspended, resumed or extended, and what to do. */
export const termProblems = {
  'cases/term-not-running': {
    status: 409,
    title: {
      ru: 'Срок по делу {number} сейчас не идёт',
      tt: '{number} эше буенча срок хәзер бармый',
      en: 'The term of case {number} does not run now',
    },
    whatToDo: {
      ru: 'Приостановить или продлить срок можно, пока дело у исполнителя: после того как его взяли и до подписи.',
      tt: 'Срокны эш башкаручыда булганда гына туктатып яки озайтып була: алганнан соң һәм имзага кадәр.',
      en: 'A term can be suspended or extended while an officer has the case: after it was taken and before it goes to signature.',
    },
  },
  'cases/already-suspended': {
    status: 409,
    title: {
      ru: 'Срок по делу {number} уже приостановлен с {from}',
      tt: '{number} эше буенча срок {from} көненнән туктатылган инде',
      en: 'The term of case {number} stands already since {from}',
    },
    whatToDo: {
      ru: 'Сначала возобновите срок, затем приостановите его снова с новой причиной.',
      tt: 'Башта срокны яңартыгыз, аннары яңа сәбәп белән кабат туктатыгыз.',
      en: 'Resume it first, then suspend it again with the new reason.',
    },
  },
  'cases/not-suspended': {
    status: 409,
    title: {
      ru: 'Срок по делу {number} не приостановлен',
      tt: '{number} эше буенча срок туктатылмаган',
      en: 'The term of case {number} does not stand',
    },
    whatToDo: {
      ru: 'Обновите страницу: срок уже возобновили.',
      tt: 'Битне яңартыгыз: срок инде яңартылган.',
      en: 'Reload the page: it was resumed already.',
    },
  },
  'cases/suspended': {
    status: 409,
    title: {
      ru: 'Срок по делу {number} приостановлен',
      tt: '{number} эше буенча срок туктатылган',
      en: 'The term of case {number} stands',
    },
    whatToDo: {
      ru: 'Возобновите срок, затем продолжайте работу по делу.',
      tt: 'Срокны яңартыгыз, аннары эшне дәвам итегез.',
      en: 'Resume it, then go on with the case.',
    },
  },
  'cases/outside-term': {
    status: 422,
    title: {
      ru: 'День {on} вне срока дела',
      tt: '{on} көне эш срогына керми',
      en: 'The day {on} lies outside the term of the case',
    },
    whatToDo: {
      ru: 'Укажите день с {start} по {end}.',
      tt: '{start} – {end} аралыгындагы көнне күрсәтегез.',
      en: 'Give a day from {start} to {end}.',
    },
  },
  'cases/unknown-agency': {
    status: 422,
    title: { ru: 'Такого ведомства нет', tt: 'Мондый ведомство юк', en: 'There is no such agency' },
    whatToDo: {
      ru: 'Обновите страницу и выберите ведомство из списка.',
      tt: 'Битне яңартып, ведомствоны исемлектән сайлагыз.',
      en: 'Reload the page and choose an agency from the list.',
    },
  },
} satisfies ProblemCatalogue;
