import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Why a request between departments is refused, and what to do. */
export const problems = {
  'requests/unknown-request': {
    status: 404,
    title: { ru: 'Запрос не найден', tt: 'Сорау табылмады', en: 'No such request' },
    whatToDo: {
      ru: 'Проверьте ссылку или откройте запрос из очереди.',
      tt: 'Сылтаманы тикшерегез яки сорауны чираттан ачыгыз.',
      en: 'Check the link, or open the request from the queue.',
    },
  },
  'requests/unknown-addressee': {
    status: 422,
    title: {
      ru: 'Нет такой службы или ведомства',
      tt: 'Мондый бүлек яки ведомство юк',
      en: 'No such department or agency',
    },
    whatToDo: {
      ru: 'Выберите адресата из списка.',
      tt: 'Адресатны исемлектән сайлагыз.',
      en: 'Choose the addressee from the list.',
    },
  },
  'requests/to-oneself': {
    status: 422,
    title: {
      ru: 'Запрос адресован собственной службе',
      tt: 'Сорау үз бүлегегезгә юлланган',
      en: 'The request is to your own department',
    },
    whatToDo: {
      ru: 'Выберите другую службу: внутри службы запрос не нужен.',
      tt: 'Башка бүлекне сайлагыз: бүлек эчендә сорау кирәк түгел.',
      en: 'Choose another department: none is needed inside your own.',
    },
  },
  'requests/case-not-open': {
    status: 409,
    title: {
      ru: 'По делу {number} сейчас нельзя отправить запрос',
      tt: '{number} эше буенча хәзер сорау җибәреп булмый',
      en: 'No request can be sent in case {number} now',
    },
    whatToDo: {
      ru: 'Запросы отправляют, пока дело в работе: возьмите его и примите заявление.',
      tt: 'Сораулар эш башкарылганда җибәрелә: эшне алыгыз һәм гаризаны кабул итегез.',
      en: 'Requests are sent while the case is in work: take it and accept the application.',
    },
  },
  'requests/already-closed': {
    status: 409,
    title: {
      ru: 'Запрос по делу {case} уже закрыт',
      tt: '{case} эше буенча сорау инде ябылган',
      en: 'The request in case {case} is closed already',
    },
    whatToDo: {
      ru: 'Обновите страницу: ответ уже получен или запрос отменён.',
      tt: 'Битне яңартыгыз: җавап килгән яки сорау кире алынган.',
      en: 'Reload the page: it was answered or cancelled.',
    },
  },
  'requests/taken-by-another': {
    status: 409,
    title: {
      ru: 'Запрос по делу {case} уже взял другой сотрудник',
      tt: '{case} эше буенча сорауны башка хезмәткәр алган',
      en: 'Another officer has the request in case {case}',
    },
    whatToDo: {
      ru: 'Возьмите другой запрос из очереди.',
      tt: 'Чираттан башка сорау алыгыз.',
      en: 'Take another request from the queue.',
    },
  },
} satisfies ProblemCatalogue;
