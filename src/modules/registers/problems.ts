import type { ProblemCatalogue } from '#platform/http/problem-catalogue.ts';

/** Why work with a register is refused, and what to do. */
export const problems = {
  'registers/unknown-record': {
    status: 404,
    title: { ru: 'Запись реестра не найдена', tt: 'Реестр язмасы табылмады', en: 'No such register record' },
    whatToDo: {
      ru: 'Проверьте номер или найдите запись в списке реестра.',
      tt: 'Номерны тикшерегез яки язманы реестр исемлегеннән табыгыз.',
      en: 'Check the number, or find the record in the register.',
    },
  },
  'registers/unknown-number': {
    status: 422,
    title: {
      ru: 'В реестре нет записи с номером «{number}»',
      tt: 'Реестрда «{number}» номерлы язма юк',
      en: 'The register has no record with the number “{number}”',
    },
    whatToDo: {
      ru: 'Запросите у заявителя верный номер или откажите: изменить можно только существующую запись.',
      tt: 'Мөрәҗәгать итүчедән дөрес номерны сорагыз яки баш тартыгыз: булган язманы гына үзгәртеп була.',
      en: 'Ask the applicant for the right number, or refuse: only a record that exists can be changed.',
    },
  },
  'registers/closed-record': {
    status: 409,
    title: {
      ru: 'Запись «{number}» уже закрыта ({on})',
      tt: '«{number}» язмасы ябылган инде ({on})',
      en: 'The record “{number}” is closed already ({on})',
    },
    whatToDo: {
      ru: 'Закрытую запись не меняют. Откажите с основанием или запросите другой номер.',
      tt: 'Ябылган язманы үзгәртмиләр. Нигезен күрсәтеп баш тартыгыз яки башка номер сорагыз.',
      en: 'A closed record is not changed. Refuse with a ground, or ask for another number.',
    },
  },
} satisfies ProblemCatalogue;
