import type { Localized } from '#kernel/language.ts';

/** Words that every document of the city uses. The state languages of Tatarstan stand side by side in its headings. */
export const letterTexts = {
  number: { ru: 'Номер', tt: 'Номер', en: 'Number' },
  date: { ru: 'Дата', tt: 'Дата', en: 'Date' },
  applicant: { ru: 'Заявитель', tt: 'Мөрәҗәгать итүче', en: 'Applicant' },
  application: { ru: 'Заявление', tt: 'Гариза', en: 'Application' },
  service: { ru: 'Услуга', tt: 'Хезмәт', en: 'Service' },
  place: { ru: 'Место', tt: 'Урын', en: 'Place' },
  case: { ru: 'дело', tt: 'эш', en: 'case' },
  granted: { ru: 'Решение: услуга предоставлена', tt: 'Карар: хезмәт күрсәтелде', en: 'Decision: granted' },
  refused: {
    ru: 'Решение: в предоставлении услуги отказано',
    tt: 'Карар: хезмәт күрсәтүдән баш тартылды',
    en: 'Decision: refused',
  },
  grounds: { ru: 'Основания отказа', tt: 'Баш тарту нигезләре', en: 'Grounds of refusal' },
  clause: { ru: 'пункт', tt: 'пункт', en: 'clause' },
  cure: { ru: 'Как исправить', tt: 'Ничек төзәтергә', en: 'How to put it right' },
  record: { ru: 'Запись реестра', tt: 'Реестр язмасы', en: 'Register record' },
  signedBy: {
    ru: 'Подписано электронной подписью',
    tt: 'Электрон имза белән имзаланган',
    en: 'Signed electronically by',
  },
  verify: {
    ru: 'Проверить документ: наведите камеру на код или введите его на странице',
    tt: 'Документны тикшерү: камераны кодка юнәлтегез яки кодны биттә кертегез',
    en: 'Verify this document: point a camera at the code, or enter it at',
  },
  appeal: {
    ru: 'С решением можно не согласиться: подайте жалобу в орган, принявший решение, или в суд.',
    tt: 'Карар белән килешмәскә мөмкин: карар чыгарган органга шикаять бирегез яки судка мөрәҗәгать итегез.',
    en: 'You may disagree: complain to the body that decided, or go to court.',
  },
} satisfies Record<string, Localized>;
