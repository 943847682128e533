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
} satisfies ProblemCatalogue;
