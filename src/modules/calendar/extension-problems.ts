import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** What officers are told when a term may not be extended. */
export const extensionProblems = {
  'calendar/extension-not-allowed': {
    status: 422,
    title: {
      ru: 'Регламент не разрешает такое продление',
      tt: 'Регламент мондый озайтуны рөхсәт итми',
      en: 'The regulation does not allow this extension',
    },
    whatToDo: {
      ru: 'Вид «{kind}», причина «{reason}»: выберите вид и причину из регламента.',
      tt: '«{kind}» төре, «{reason}» сәбәбе: төрне һәм сәбәпне регламенттан сайлагыз.',
      en: 'Kind “{kind}”, reason “{reason}”: choose a kind and a reason of the regulation.',
    },
  },
  'calendar/extension-too-long': {
    status: 422,
    title: {
      ru: 'Продление больше разрешённого: {amount}',
      tt: 'Озайту рөхсәт ителгәннән артык: {amount}',
      en: 'The extension is longer than allowed: {amount}',
    },
    whatToDo: {
      ru: 'Для вида «{kind}» разрешено не больше {limit}.',
      tt: '«{kind}» төре өчен {limit} дән артык рөхсәт ителми.',
      en: 'Kind “{kind}” allows at most {limit}.',
    },
  },
  'calendar/extension-too-often': {
    status: 422,
    title: {
      ru: 'Срок уже продлён столько раз, сколько разрешено',
      tt: 'Вакыт рөхсәт ителгән кадәр озайтылган инде',
      en: 'The term has been extended as often as is allowed',
    },
    whatToDo: {
      ru: 'Вид «{kind}» разрешён раз: {times}. Решите дело в срок.',
      tt: '«{kind}» төре рөхсәт ителгән тапкырлар саны: {times}. Эшне вакытында хәл итегез.',
      en: 'Kind “{kind}” may be used this many times: {times}. Decide the case in time.',
    },
  },
  'calendar/extension-outside-term': {
    status: 422,
    title: {
      ru: 'Срок можно продлить только пока он идёт',
      tt: 'Вакытны ул барганда гына озайтырга була',
      en: 'A term can be extended only while it runs',
    },
    whatToDo: {
      ru: 'Решение датировано {decidedOn}, а срок идёт с {start} по {due}.',
      tt: 'Карар датасы {decidedOn}, ә вакыт {start} – {due} бара.',
      en: 'The decision is dated {decidedOn}, but the term runs from {start} to {due}.',
    },
  },
  'calendar/extension-overlaps': {
    status: 422,
    title: {
      ru: 'Прежнее продление ещё не началось',
      tt: 'Элекке озайту әле башланмаган',
      en: 'The earlier extension has not begun to run',
    },
    whatToDo: {
      ru: 'Оно начнётся {begins}. Измените его или примите новое решение в его время (сейчас {decidedOn}).',
      tt: 'Ул {begins} көнендә башлана. Аны үзгәртегез яки яңа карарны аның вакытында кабул итегез (хәзер {decidedOn}).',
      en: 'It begins on {begins}. Change it, or decide anew while it runs (this decision: {decidedOn}).',
    },
  },
} satisfies ProblemCatalogue;
