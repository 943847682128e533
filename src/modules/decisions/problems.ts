import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Why a decision is refused, and what to do. */
export const problems = {
  'decisions/unknown-decision': {
    status: 404,
    title: { ru: 'Решение не найдено', tt: 'Карар табылмады', en: 'No such decision' },
    whatToDo: {
      ru: 'Откройте дело из очереди: там видно его решение.',
      tt: 'Эшне чираттан ачыгыз: аның карары шунда күренә.',
      en: 'Open the case from the queue: its decision is shown there.',
    },
  },
  'decisions/own-draft': {
    status: 403,
    title: {
      ru: 'Нельзя подписать собственный проект решения',
      tt: 'Үзегез әзерләгән карар проектын имзалап булмый',
      en: 'You cannot sign your own draft',
    },
    whatToDo: {
      ru: 'Решение подписывает другой сотрудник с правом подписи. Передайте проект ему.',
      tt: 'Карарны имза хокукы булган башка хезмәткәр имзалый. Проектны аңа тапшырыгыз.',
      en: 'A second person with the right to sign must sign it. Pass the draft on.',
    },
  },
  'decisions/nothing-to-sign': {
    status: 409,
    title: {
      ru: 'Решение уже подписано или возвращено',
      tt: 'Карар инде имзаланган яки кире кайтарылган',
      en: 'The decision was signed or sent back already',
    },
    whatToDo: {
      ru: 'Обновите страницу дела.',
      tt: 'Эш битен яңартыгыз.',
      en: 'Reload the case.',
    },
  },
  'decisions/no-grounds': {
    status: 422,
    title: { ru: 'Отказ без основания', tt: 'Нигезсез баш тарту', en: 'A refusal without a ground' },
    whatToDo: {
      ru: 'Отметьте хотя бы одно основание отказа.',
      tt: 'Баш тартуның кимендә бер нигезен билгеләгез.',
      en: 'Choose at least one ground of refusal.',
    },
  },
  'decisions/unknown-ground': {
    status: 422,
    title: {
      ru: 'У услуги нет основания «{ground}»',
      tt: 'Хезмәттә «{ground}» нигезе юк',
      en: 'The service has no ground “{ground}”',
    },
    whatToDo: {
      ru: 'Выберите основание из списка услуги.',
      tt: 'Нигезне хезмәт исемлегеннән сайлагыз.',
      en: 'Choose a ground from the list of the service.',
    },
  },
  'decisions/field-missing': {
    status: 422,
    title: {
      ru: 'Не заполнено поле реестра «{field}»',
      tt: 'Реестрның «{field}» кыры тутырылмаган',
      en: 'The register field “{field}” is empty',
    },
    whatToDo: {
      ru: 'Заполните поле: без него запись в реестр внести нельзя.',
      tt: 'Кырны тутырыгыз: ансыз реестрга язып булмый.',
      en: 'Fill it in: the record cannot be entered without it.',
    },
  },
} satisfies ProblemCatalogue;
