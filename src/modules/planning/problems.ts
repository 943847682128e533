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
  'planning/unknown-service': {
    status: 422,
    title: { ru: 'Услуги {service} нет', tt: '{service} хезмәте юк', en: 'There is no service {service}' },
    whatToDo: {
      ru: 'Укажите код услуги, как в каталоге, например urban-plan.',
      tt: 'Хезмәт кодын каталогтагыча күрсәтегез, мәсәлән urban-plan.',
      en: 'Name the service by its id in the catalogue, for example urban-plan.',
    },
  },
  'planning/unknown-step': {
    status: 422,
    title: { ru: 'Шага {step} нет', tt: '{step} адымы юк', en: 'There is no step {step}' },
    whatToDo: {
      ru: 'Укажите код шага другой организации или своего: они стоят в плане.',
      tt: 'Башка оешма яки үз адымыгыз кодын күрсәтегез: алар планда бар.',
      en: 'Name a step of another agency, or of the applicant, by its id: it stands in the plan.',
    },
  },
  'planning/unknown-request': {
    status: 422,
    title: {
      ru: 'У услуги {service} нет запроса {request}',
      tt: '{service} хезмәтендә {request} соравы юк',
      en: 'The service {service} has no request {request}',
    },
    whatToDo: {
      ru: 'Её запросы: {known}.',
      tt: 'Аның сораулары: {known}.',
      en: 'Its requests: {known}.',
    },
  },
  'planning/year-not-published': {
    status: 422,
    title: {
      ru: 'В календаре {calendar} нет {year} года',
      tt: '{calendar} календарендә {year} ел юк',
      en: 'The calendar {calendar} has no year {year}',
    },
    whatToDo: {
      ru: 'Предположить выходной или рабочий день можно только в опубликованном году.',
      tt: 'Ял яки эш көнен басылган елда гына фараз итәргә була.',
      en: 'A day off or a working day can only be supposed in a year that is published.',
    },
  },
  'planning/day-stays': {
    status: 422,
    title: {
      ru: '{day} в календаре {calendar} таким сделать нельзя',
      tt: '{calendar} календарендә {day} көнен мондый итеп булмый',
      en: '{day} cannot be made so in the calendar {calendar}',
    },
    whatToDo: {
      ru: 'Выходной за праздник, перенесённый на этот день, так не отменить: выберите другой день.',
      tt: 'Бу көнгә күчерелгән бәйрәм ялын алай бетереп булмый: башка көнне сайлагыз.',
      en: 'A day off moved here from a holiday cannot be taken away so: choose another day.',
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
