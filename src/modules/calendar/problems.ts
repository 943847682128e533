import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';
import { extensionProblems } from './extension-problems.ts';

/** What people are told when a date cannot be counted. */
export const problems = {
  'calendar/impossible-term': {
    status: 422,
    title: {
      ru: 'Такого срока не бывает: {amount}',
      tt: 'Мондый вакыт була алмый: {amount}',
      en: 'There is no such term: {amount}',
    },
    whatToDo: {
      ru: 'Укажите срок целым числом больше нуля.',
      tt: 'Вакытны нульдән зуррак бөтен сан белән күрсәтегез.',
      en: 'Give the term as a whole number greater than zero.',
    },
  },
  'calendar/hours-needed': {
    status: 422,
    title: {
      ru: 'Срок в часах нельзя посчитать без часов работы и времени события',
      tt: 'Сәгатьләп исәпләү өчен эш вакыты һәм вакыйга сәгате кирәк',
      en: 'A term in hours needs office hours and the time of the event',
    },
    whatToDo: {
      ru: 'Укажите часы работы в правиле {rule} и время события в тот же день.',
      tt: '{rule} кагыйдәсендә эш сәгатьләрен һәм шул ук көннең вакыйга сәгатен күрсәтегез.',
      en: 'Give office hours in rule {rule} and the time of the event on the same day.',
    },
  },
  'calendar/hours-unreadable': {
    status: 422,
    title: {
      ru: 'Непонятные часы работы: {text}',
      tt: 'Эш сәгатьләре аңлашылмый: {text}',
      en: 'Office hours unclear: {text}',
    },
    whatToDo: {
      ru: 'Запишите часы как «08:00»; закрытие должно быть позже открытия.',
      tt: 'Сәгатьне «08:00» рәвешендә языгыз; ябылу ачылудан соңрак булырга тиеш.',
      en: 'Write hours as “08:00”; closing must be later than opening.',
    },
  },
  'calendar/date-unreadable': {
    status: 422,
    title: { ru: 'Такой даты нет: {text}', tt: 'Мондый дата юк: {text}', en: 'There is no such date: {text}' },
    whatToDo: {
      ru: 'Запишите дату как 2026-01-31.',
      tt: 'Датаны 2026-01-31 рәвешендә языгыз.',
      en: 'Write the date as 2026-01-31.',
    },
  },
  'calendar/outside-calendar': {
    status: 422,
    title: {
      ru: 'Дата {date} вне производственного календаря',
      tt: '{date} датасы эш көннәре календаренә керми',
      en: 'The date {date} is outside the production calendar',
    },
    whatToDo: {
      ru: 'Календарь {calendar} знает дни с {first} по {last}. Проверьте дату или дополните календарь.',
      tt: '{calendar} календаре {first} – {last} көннәрен белә. Датаны тикшерегез яки календарьне тулыландырыгыз.',
      en: 'Calendar {calendar} knows the days from {first} to {last}. Check the date or extend the calendar.',
    },
  },
  'calendar/gap': {
    status: 422,
    title: {
      ru: 'В календаре {calendar} нет года {year}',
      tt: '{calendar} календарендә {year} елы юк',
      en: 'Calendar {calendar} lacks the year {year}',
    },
    whatToDo: {
      ru: 'Добавьте год {year}: между первым и последним годом не должно быть пропусков.',
      tt: '{year} елын өстәгез: беренче һәм соңгы ел арасында төшеп калган ел булмаска тиеш.',
      en: 'Add the year {year}: no year may be missing between the first and the last.',
    },
  },
  'calendar/unknown-calendar': {
    status: 422,
    title: { ru: 'Календаря {calendar} нет', tt: '{calendar} календаре юк', en: 'There is no calendar {calendar}' },
    whatToDo: {
      ru: 'Проверьте имя календаря или добавьте файл calendar/{calendar}.yaml.',
      tt: 'Календарь исемен тикшерегез яки calendar/{calendar}.yaml файлын өстәгез.',
      en: 'Check the name of the calendar or add the file calendar/{calendar}.yaml.',
    },
  },
  'calendar/extends-itself': {
    status: 422,
    title: {
      ru: 'Календарь {calendar} дополняет сам себя',
      tt: '{calendar} календаре үзен үзе тулыландыра',
      en: 'Calendar {calendar} extends itself',
    },
    whatToDo: {
      ru: 'Уберите из цепочки extends повтор.',
      tt: 'extends чылбырыннан кабатлауны алып ташлагыз.',
      en: 'Remove the repetition from the chain of extends.',
    },
  },
  'calendar/contradictory-day': {
    status: 422,
    title: {
      ru: 'День {date} и рабочий, и выходной',
      tt: '{date} эш көне дә, ял көне дә',
      en: 'The day {date} is both working and off',
    },
    whatToDo: {
      ru: 'Оставьте день в одном из списков: off и decree или working и short.',
      tt: 'Көнне бер исемлектә генә калдырыгыз: off һәм decree яки working һәм short.',
      en: 'Keep the day in one of the lists: off and decree, or working and short.',
    },
  },
  'calendar/day-in-wrong-year': {
    status: 422,
    title: {
      ru: 'День {date} записан в год {year}',
      tt: '{date} көне {year} елына язылган',
      en: 'The day {date} stands under the year {year}',
    },
    whatToDo: {
      ru: 'Перенесите день в его год.',
      tt: 'Көнне үз елына күчерегез.',
      en: 'Move the day to its own year.',
    },
  },
  'calendar/start-in-future': {
    status: 422,
    title: {
      ru: 'Срок не может начаться {start}: этот день ещё не наступил',
      tt: 'Вакыт {start} көнендә башлана алмый: ул көн әле җитмәгән',
      en: 'The term cannot start on {start}: that day has not come',
    },
    whatToDo: {
      ru: 'Сегодня {today}. Проверьте дату события.',
      tt: 'Бүген {today}. Вакыйга датасын тикшерегез.',
      en: 'Today is {today}. Check the date of the event.',
    },
  },
  'calendar/wrong-start-event': {
    status: 422,
    title: {
      ru: 'Этот срок начинается от другого события',
      tt: 'Бу вакыт башка вакыйгадан башлана',
      en: 'This term starts from another event',
    },
    whatToDo: {
      ru: 'Срок идёт от события {expected}, а не от {found}. Дождитесь его и запишите его дату.',
      tt: 'Вакыт {found} түгел, ә {expected} вакыйгасыннан бара. Аны көтегез һәм датасын языгыз.',
      en: 'The term runs from {expected}, not from {found}. Wait for it and record its date.',
    },
  },
  'calendar/no-rule-in-force': {
    status: 422,
    title: {
      ru: 'На {date} правила ещё нет',
      tt: '{date} көненә кагыйдә әле юк',
      en: 'No rule was in force on {date}',
    },
    whatToDo: {
      ru: 'Добавьте редакцию, действующую на эту дату.',
      tt: 'Бу датага гамәлдә булган редакцияне өстәгез.',
      en: 'Add the version that was law on that date.',
    },
  },
  'calendar/resumed-before-suspended': {
    status: 422,
    title: {
      ru: 'Срок возобновлён раньше, чем приостановлен',
      tt: 'Вакыт туктатылганчы ук яңартылган',
      en: 'The term was resumed before it was suspended',
    },
    whatToDo: {
      ru: 'Приостановлен {from}, возобновлён {resumed}. Исправьте одну из дат.',
      tt: '{from} көнендә туктатылган, {resumed} көнендә яңартылган. Даталарның берсен төзәтегез.',
      en: 'Suspended on {from}, resumed on {resumed}. Correct one of the dates.',
    },
  },
  'calendar/as-of-needed': {
    status: 422,
    title: {
      ru: 'Срок ещё приостановлен, конец зависит от сегодняшней даты',
      tt: 'Вакыт әле туктатылган, ахыры бүгенге датага бәйле',
      en: 'The term still stands, its end depends on today',
    },
    whatToDo: {
      ru: 'Укажите, на какой день считать.',
      tt: 'Кайсы көнгә исәпләргә икәнен күрсәтегез.',
      en: 'Say as of which day to count.',
    },
  },
  'calendar/no-holder': {
    status: 422,
    title: {
      ru: 'Не сказано, чьё время идёт с {at}',
      tt: '{at} вакытыннан кем вакыты барганы әйтелмәгән',
      en: 'It is not said whose time runs from {at}',
    },
    whatToDo: {
      ru: 'Укажите службу, у которой дело с самого начала, и порядок событий по времени.',
      tt: 'Эш баштан ук кайсы бүлектә булганын һәм вакыйгаларны вакыт тәртибендә күрсәтегез.',
      en: 'Name the department that holds the case from its beginning, and give events in the order of time.',
    },
  },
  ...extensionProblems,
} satisfies ProblemCatalogue;
