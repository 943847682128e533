import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Why a day cannot be added to a calendar, and what to do. */
export const problems = {
  'holidays/off-already': {
    status: 422,
    title: {
      ru: '{day} и так нерабочий день',
      tt: '{day} болай да ял көне',
      en: '{day} is a day off already',
    },
    whatToDo: {
      ru: 'Выберите рабочий день этого календаря.',
      tt: 'Бу календарьнең эш көнен сайлагыз.',
      en: 'Choose a working day of this calendar.',
    },
  },
  'holidays/year-not-published': {
    status: 422,
    title: {
      ru: 'Календарь на {year} год ещё не опубликован',
      tt: '{year} елга календарь әле басылмаган',
      en: 'The calendar of {year} is not published yet',
    },
    whatToDo: {
      ru: 'Сначала добавьте год в календарь города, затем отдельные дни.',
      tt: 'Башта елны шәһәр календаренә өстәгез, аннары аерым көннәрне.',
      en: 'First add the year to the calendar of the city, then single days.',
    },
  },
  'holidays/proposed-already': {
    status: 409,
    title: {
      ru: 'День {day} уже предложен или добавлен',
      tt: '{day} көне инде тәкъдим ителгән яки өстәлгән',
      en: 'The day {day} was proposed or added already',
    },
    whatToDo: {
      ru: 'Посмотрите его в списке ниже.',
      tt: 'Аны түбәндәге исемлектән карагыз.',
      en: 'See it in the list below.',
    },
  },
  'holidays/unknown-day': {
    status: 404,
    title: { ru: 'Такого предложения нет', tt: 'Мондый тәкъдим юк', en: 'There is no such proposal' },
    whatToDo: {
      ru: 'Обновите страницу: его отозвали или уже утвердили.',
      tt: 'Битне яңартыгыз: аны кире алганнар яки инде раслаганнар.',
      en: 'Reload the page: it was withdrawn, or approved already.',
    },
  },
  'holidays/own-proposal': {
    status: 403,
    title: {
      ru: 'Это предложили вы',
      tt: 'Моны сез тәкъдим иттегез',
      en: 'You proposed this yourself',
    },
    whatToDo: {
      ru: 'Утвердить должен другой сотрудник.',
      tt: 'Башка хезмәткәр расларга тиеш.',
      en: 'Another employee has to approve it.',
    },
  },
} satisfies ProblemCatalogue;
