import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Why a plan cannot be made, and what to do. */
export const problems = {
  'planning/cycle': {
    status: 422,
    title: {
      ru: 'Шаги плана ждут друг друга по кругу',
      tt: 'План адымнары бер-берсен түгәрәк буенча көтә',
      en: 'Steps of the plan wait for each other in a ring',
    },
    whatToDo: {
      ru: 'Разорвите круг в описании услуг: {items}.',
      tt: 'Хезмәтләр тасвирламасында түгәрәкне өзегез: {items}.',
      en: 'Break the ring in the descriptions of the services: {items}.',
    },
  },
  'planning/unknown-need': {
    status: 422,
    title: {
      ru: 'Шаг {item} ждёт того, чего нет в плане',
      tt: '{item} адымы планда булмаганны көтә',
      en: 'Step {item} waits for what is not in the plan',
    },
    whatToDo: {
      ru: 'Добавьте в план {need} или уберите эту зависимость.',
      tt: 'Планга {need} өстәгез яки бу бәйлелекне алыгыз.',
      en: 'Add {need} to the plan, or remove this dependency.',
    },
  },
  'planning/unknown-item': {
    status: 422,
    title: { ru: 'В плане нет шага {item}', tt: 'Планда {item} адымы юк', en: 'The plan has no step {item}' },
    whatToDo: {
      ru: 'Выберите шаг из плана.',
      tt: 'Адымны пландагылардан сайлагыз.',
      en: 'Choose a step of the plan.',
    },
  },
  'planning/ended-before-start': {
    status: 422,
    title: {
      ru: 'Шаг {item} окончен раньше, чем начат',
      tt: '{item} адымы башланганчы ук тәмамланган',
      en: 'Step {item} ended before it started',
    },
    whatToDo: {
      ru: 'Начат {startedOn}, окончен {endedOn}. Исправьте одну из дат.',
      tt: '{startedOn} көнендә башланган, {endedOn} көнендә тәмамланган. Даталарның берсен төзәтегез.',
      en: 'Started on {startedOn}, ended on {endedOn}. Correct one of the dates.',
    },
  },
  'planning/date-in-future': {
    status: 422,
    title: {
      ru: 'Дата {date} ещё не наступила',
      tt: '{date} датасы әле җитмәгән',
      en: 'The date {date} has not come',
    },
    whatToDo: {
      ru: 'Сегодня {today}. Укажите день, когда шаг {item} действительно начат или окончен.',
      tt: 'Бүген {today}. {item} адымы чынлап башланган яки тәмамланган көнне күрсәтегез.',
      en: 'Today is {today}. Give the day on which step {item} really started or ended.',
    },
  },
} satisfies ProblemCatalogue;
