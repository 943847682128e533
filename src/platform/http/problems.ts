import type { ProblemCatalogue } from './problem-catalogue.ts';

/** Problem codes of the HTTP layer. */
export const httpProblems: ProblemCatalogue = {
  'http/csrf': {
    status: 403,
    title: {
      ru: 'Форма отправлена с устаревшей или чужой страницы',
      tt: 'Форма искергән яки чит биттән җибәрелгән',
      en: 'The form came from an outdated or foreign page',
    },
    whatToDo: {
      ru: 'Вернитесь назад, обновите страницу и отправьте форму ещё раз. В браузере должны быть разрешены cookie.',
      tt: 'Кире кайтыгыз, битне яңартыгыз һәм форманы яңадан җибәрегез. Браузерда cookie рөхсәт ителгән булырга тиеш.',
      en: 'Go back, reload the page and send the form again. The browser must allow cookies.',
    },
  },
  'http/rate-limited': {
    status: 429,
    title: {
      ru: 'Слишком много запросов подряд',
      tt: 'Бер-бер артлы артык күп сорау',
      en: 'Too many requests in a row',
    },
    whatToDo: {
      ru: 'Подождите {retryAfter} с и повторите. Введённое на странице не теряется.',
      tt: '{retryAfter} с көтегез дә кабатлагыз. Биткә кертелгәннәр югалмый.',
      en: 'Wait {retryAfter} s and try again. What you typed on the page is not lost.',
    },
  },
  'http/invalid': {
    status: 422,
    title: { ru: 'В запросе есть ошибки', tt: 'Сорауда хаталар бар', en: 'The request has mistakes' },
    whatToDo: {
      ru: 'Исправьте поля, перечисленные в errors, и отправьте запрос снова.',
      tt: 'errors исемлегендәге кырларны төзәтегез һәм сорауны яңадан җибәрегез.',
      en: 'Correct the fields listed in errors and send the request again.',
    },
  },
  'http/unreadable': {
    status: 400,
    title: { ru: 'Запрос не удалось прочитать', tt: 'Сорауны укып булмады', en: 'The request cannot be read' },
    whatToDo: {
      ru: 'Проверьте, что тело запроса — правильный JSON или форма и что Content-Type указан верно.',
      tt: 'Сорауның эчтәлеге дөрес JSON яки форма булуын һәм Content-Type дөрес күрсәтелүен тикшерегез.',
      en: 'Check that the body is well-formed JSON or a form and that Content-Type says so.',
    },
  },
  'http/too-large': {
    status: 413,
    title: {
      ru: 'Запрос больше {limit} МБ',
      tt: 'Сорау {limit} МБтан зуррак',
      en: 'The request is larger than {limit} MB',
    },
    whatToDo: {
      ru: 'Отправьте данные по частям: одну страницу формы за раз. Файлы прикладывают отдельно.',
      tt: 'Мәгълүматны өлешләп җибәрегез: бер тапкырга форманың бер бите. Файллар аерым беркетелә.',
      en: 'Send it in parts: one page of the form at a time. Files are attached separately.',
    },
  },
  'http/not-found': {
    status: 404,
    title: { ru: 'Такой страницы нет', tt: 'Мондый бит юк', en: 'There is no such page' },
    whatToDo: {
      ru: 'Проверьте адрес или начните с главной страницы.',
      tt: 'Адресны тикшерегез яки баш биттән башлагыз.',
      en: 'Check the address or begin at the start page.',
    },
  },
  'http/not-acceptable': {
    status: 406,
    title: {
      ru: 'В таком виде это не отдаётся',
      tt: 'Бу мондый рәвештә бирелми',
      en: 'This does not come in that form',
    },
    whatToDo: {
      ru: 'Назовите в заголовке Accept один из видов: {types}.',
      tt: 'Accept башлыгында бу төрләрнең берсен күрсәтегез: {types}.',
      en: 'Name one of these in the Accept header: {types}.',
    },
  },
};
