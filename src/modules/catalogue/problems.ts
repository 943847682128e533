import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Problem codes of the catalogue. */
export const problems = {
  'catalogue/unknown-service': {
    status: 404,
    title: { ru: 'Такой услуги нет', tt: 'Мондый хезмәт юк', en: 'There is no such service' },
    whatToDo: {
      ru: 'Найдите услугу через поиск или в списке услуг города.',
      tt: 'Хезмәтне эзләү аша яки шәһәр хезмәтләре исемлегеннән табыгыз.',
      en: "Find the service by search or in the list of the city's services.",
    },
  },
  'catalogue/unknown-situation': {
    status: 404,
    title: { ru: 'Такой жизненной ситуации нет', tt: 'Мондый тормыш хәле юк', en: 'There is no such life situation' },
    whatToDo: {
      ru: 'Выберите ситуацию на главной странице или найдите её через поиск.',
      tt: 'Хәлне баш биттән сайлагыз яки эзләү аша табыгыз.',
      en: 'Choose a situation on the start page or find it by search.',
    },
  },
  'catalogue/unknown-version': {
    status: 410,
    title: {
      ru: 'Этой редакции правил больше нет',
      tt: 'Кагыйдәләрнең бу юрамасы инде юк',
      en: 'This version of the rules is no longer kept',
    },
    whatToDo: {
      ru: 'Начните заявление заново: введённое проверим по действующим правилам.',
      tt: 'Гаризаны яңадан башлагыз: кертелгәннәр гамәлдәге кагыйдәләр буенча тикшереләчәк.',
      en: 'Start the application anew: what you enter is checked by the rules now in force.',
    },
  },
} satisfies ProblemCatalogue;
