import type { Language, Localized } from '#kernel/language.ts';

/** Texts that the catalogue as linked data says of itself. `{}` is where a name is put. */
export const words = {
  datasetTitle: {
    ru: 'Каталог муниципальных услуг: {}',
    tt: 'Муниципаль хезмәтләр каталогы: {}',
    en: 'Catalogue of municipal services: {}',
  },
  datasetDescription: {
    ru: 'Услуги, жизненные ситуации, нужные документы, сроки и плата. Публикует: {}.',
    tt: 'Хезмәтләр, тормыш хәлләре, кирәкле документлар, сроклар һәм түләү. Бастыручы: {}.',
    en: 'Services, life situations, the papers needed, terms and fees. Published by: {}.',
  },
  online: {
    ru: 'Заявление подают на сайте города.',
    tt: 'Гариза шәһәр сайтында бирелә.',
    en: 'The application is filed on the city’s site.',
  },
  ruleTitle: {
    ru: 'Порядок предоставления услуги: {}',
    tt: 'Хезмәт күрсәтү тәртибе: {}',
    en: 'Rules of the service: {}',
  },
  ruleDescription: {
    ru: 'В услуге могут отказать, если: {}',
    tt: 'Хезмәттән баш тарту сәбәпләре: {}',
    en: 'The service may be refused if: {}',
  },
} as const satisfies Record<string, Localized>;

/** Words of the city's own lists: `concepts/<group>/<id>`. */
export const concepts = {
  applicant: {
    person: { ru: 'физическое лицо', tt: 'физик зат', en: 'natural person' },
    entrepreneur: { ru: 'индивидуальный предприниматель', tt: 'шәхси эшмәкәр', en: 'entrepreneur' },
    organisation: { ru: 'юридическое лицо', tt: 'юридик зат', en: 'legal entity' },
    representative: { ru: 'представитель', tt: 'вәкил', en: 'representative' },
  },
  channel: { online: { ru: 'через интернет', tt: 'интернет аша', en: 'online' } },
  evidence: {
    applicant: { ru: 'приносит заявитель', tt: 'мөрәҗәгать итүче китерә', en: 'brought by the applicant' },
    agency: { ru: 'город запрашивает сам', tt: 'шәһәр үзе сората', en: 'the city asks for it itself' },
    output: { ru: 'результат другой услуги', tt: 'башка хезмәтнең нәтиҗәсе', en: 'result of another service' },
  },
  role: {
    consulted: { ru: 'отвечает на запрос', tt: 'сорауга җавап бирә', en: 'answers a request' },
  },
} as const satisfies Record<string, Record<string, Localized>>;

/** Languages in the authority table of the Publications Office of the EU, which the profile names. */
export const languageAddress = (language: Language): string =>
  `http://publications.europa.eu/resource/authority/language/${{ ru: 'RUS', tt: 'TAT', en: 'ENG' }[language]}`;

/** Currencies in the same office's table, by ISO 4217. */
export const currencyAddress = (currency: string): string =>
  `http://publications.europa.eu/resource/authority/currency/${currency}`;

/** Of the ADMS vocabulary: in force, neither under development nor withdrawn. */
export const inForce = 'http://purl.org/adms/status/Completed';

/** The release of the profile that the catalogue follows. */
export const profile = 'https://semiceu.github.io/CPSV-AP/releases/3.2.0/';
