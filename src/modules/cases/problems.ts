import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';
import { termProblems } from './term-problems.ts';

/** Why work on a case is refused, and what to do. */
export const problems = {
  'cases/unknown-case': {
    status: 404,
    title: { ru: 'Дело не найдено', tt: 'Эш табылмады', en: 'No such case' },
    whatToDo: {
      ru: 'Проверьте ссылку или откройте дело из очереди.',
      tt: 'Сылтаманы тикшерегез яки эшне чираттан ачыгыз.',
      en: 'Check the link, or open the case from the queue.',
    },
  },
  'cases/taken-by-another': {
    status: 409,
    title: {
      ru: 'Дело {number} уже взял другой сотрудник',
      tt: '{number} эшен башка хезмәткәр алган',
      en: 'Case {number} was taken by another officer',
    },
    whatToDo: {
      ru: 'Возьмите другое дело из очереди. Если дело должно быть у вас, попросите коллегу вернуть его.',
      tt: 'Чираттан башка эш алыгыз. Эш сездә булырга тиеш икән, хезмәттәшегездән аны кире кайтаруын сорагыз.',
      en: 'Take another case from the queue. If it should be yours, ask your colleague to give it back.',
    },
  },
  'cases/still-waiting': {
    status: 409,
    title: {
      ru: 'Дело {number} ещё ждёт результата другой услуги',
      tt: '{number} эше башка хезмәт нәтиҗәсен көтә',
      en: 'Case {number} still waits for another result',
    },
    whatToDo: {
      ru: 'Оно появится в очереди само, как только результат будет готов.',
      tt: 'Нәтиҗә әзер булуга, ул чиратта үзе күренәчәк.',
      en: 'It appears in the queue by itself as soon as that result exists.',
    },
  },
  'cases/not-yours': {
    status: 409,
    title: {
      ru: 'Дело {number} не у вас в работе',
      tt: '{number} эше сезнең кулда түгел',
      en: 'Case {number} is not in your hands',
    },
    whatToDo: {
      ru: 'Сначала возьмите дело в работу.',
      tt: 'Башта эшне үзегезгә алыгыз.',
      en: 'Take the case first.',
    },
  },
  'cases/not-accepted': {
    status: 409,
    title: {
      ru: 'Заявление по делу {number} ещё не принято',
      tt: '{number} эше буенча гариза әле кабул ителмәгән',
      en: 'The application is not accepted yet in case {number}',
    },
    whatToDo: {
      ru: 'Проверьте комплектность и примите заявление, затем готовьте решение.',
      tt: 'Документларның тулылыгын тикшереп, гаризаны кабул итегез, аннары карар әзерләгез.',
      en: 'Check that everything is there and accept it, then draft the decision.',
    },
  },
  'cases/already-checked': {
    status: 409,
    title: {
      ru: 'Проверка по делу {number} уже закончена',
      tt: '{number} эшен тикшерү инде тәмамланган',
      en: 'Case {number} was checked already',
    },
    whatToDo: {
      ru: 'Обновите страницу: дело перешло к следующему шагу.',
      tt: 'Битне яңартыгыз: эш киләсе адымга күчкән.',
      en: 'Reload the page: the case has moved on.',
    },
  },
  'cases/no-grounds': {
    status: 422,
    title: { ru: 'Не выбрано основание отказа', tt: 'Баш тарту нигезе сайланмаган', en: 'No ground was chosen' },
    whatToDo: {
      ru: 'Отметьте хотя бы одно основание.',
      tt: 'Кимендә бер нигезне билгеләгез.',
      en: 'Choose at least one ground.',
    },
  },
  'cases/unknown-ground': {
    status: 422,
    title: { ru: 'Такого основания отказа нет', tt: 'Мондый баш тарту нигезе юк', en: 'There is no such ground' },
    whatToDo: {
      ru: 'Обновите страницу и выберите основание из списка.',
      tt: 'Битне яңартып, нигезне исемлектән сайлагыз.',
      en: 'Reload the page and choose a ground from the list.',
    },
  },
  'cases/certainly-needed': {
    status: 409,
    title: {
      ru: 'Услуга по делу {number} точно нужна',
      tt: '{number} эше буенча хезмәт һичшиксез кирәк',
      en: 'The service of case {number} is certainly needed',
    },
    whatToDo: {
      ru: 'Признать ненужной можно только услугу, в которой заявитель не был уверен. Примите дело или откажите в приёме с основанием.',
      tt: 'Мөрәҗәгать итүче икеләнгән хезмәтне генә кирәкмәгән дип табарга мөмкин. Эшне кабул итегез яки нигез белән кире кагыгыз.',
      en: 'Only a service the applicant was unsure of can be found needless. Accept the case, or refuse it with a ground.',
    },
  },
  'cases/nothing-to-sign': {
    status: 409,
    title: {
      ru: 'По делу {number} нет проекта решения',
      tt: '{number} эше буенча карар проекты юк',
      en: 'Case {number} has no draft decision',
    },
    whatToDo: {
      ru: 'Обновите страницу: решение уже подписано или возвращено на доработку.',
      tt: 'Битне яңартыгыз: карар инде имзаланган яки эшләп бетерергә кайтарылган.',
      en: 'Reload the page: the decision was signed or sent back already.',
    },
  },
  'cases/not-open-to-ask': {
    status: 409,
    title: {
      ru: 'По делу {number} сейчас нельзя спросить заявителя',
      tt: '{number} эше буенча хәзер мөрәҗәгать итүчедән сорап булмый',
      en: 'The applicant cannot be asked in case {number} now',
    },
    whatToDo: {
      ru: 'Возьмите дело в работу. После проекта решения верните его на доработку.',
      tt: 'Эшне үзегезгә алыгыз. Карар проекты булса, аны эшләп бетерергә кайтарыгыз.',
      en: 'Take the case first. If a decision is drafted, have it sent back.',
    },
  },
  'cases/nothing-asked': {
    status: 409,
    title: {
      ru: 'По делу {number} этих сведений больше не ждут',
      tt: '{number} эше буенча бу мәгълүматны инде көтмиләр',
      en: 'Case {number} awaits these answers no more',
    },
    whatToDo: {
      ru: 'Откройте заявление: там видно, на чём оно стоит.',
      tt: 'Гаризаны ачыгыз: анда эшнең торышы күренә.',
      en: 'Open the application: it shows where it stands.',
    },
  },
  'cases/nothing-to-add-to': {
    status: 409,
    title: {
      ru: 'Дело {number} уже завершено',
      tt: '{number} эше инде тәмамланган',
      en: 'Case {number} has ended',
    },
    whatToDo: {
      ru: 'Дополнить его нельзя. Откройте заявление: там видно, чем оно закончилось и что можно сделать.',
      tt: 'Аны тулыландырып булмый. Гаризаны ачыгыз: анда эшнең ничек тәмамланганы һәм нәрсә эшләп булуы күренә.',
      en: 'Nothing can be added. Open the application: it shows how the case ended and what you can do.',
    },
  },
  ...termProblems,
} satisfies ProblemCatalogue;
