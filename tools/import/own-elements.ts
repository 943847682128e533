import type { Localized } from '#kernel/language.ts';
import type { Field } from './fields.ts';

/** An element of which the program knows what it is: who applies and who acts for them. Its texts are our own. */
export type OwnElement = Readonly<{
  id: string;
  type: string;
  page: string;
  label: Localized;
  hint?: Localized;
  from?: string;
  pattern?: string;
  example?: string;
  maxLength?: number;
}>;

const lastDigits = {
  type: 'text',
  page: 'applicant',
  hint: {
    ru: 'Последние шесть цифр номера.',
    tt: 'Номерның соңгы алты цифры.',
    en: 'The last six digits of the number.',
  },
  pattern: '^[0-9]{6}$',
  example: '123456',
};

const company = (ru: string, tt: string, en: string): Localized => ({ ru, tt, en });

/** Elements by party and by what they hold. */
const elements = {
  applicant: {
    name: {
      id: 'applicant.name',
      type: 'person-name',
      page: 'applicant',
      label: { ru: 'Фамилия, имя, отчество', tt: 'Фамилия, исем, атасының исеме', en: 'Full name' },
      from: 'person.name',
    },
    passport: {
      ...lastDigits,
      id: 'applicant.passport-number',
      label: {
        ru: 'Номер паспорта заявителя',
        tt: 'Гариза бирүченең паспорт номеры',
        en: 'Passport number of the applicant',
      },
    },
    organisation: {
      id: 'applicant.organisation-name',
      type: 'text',
      page: 'applicant',
      label: company('Название организации', 'Оешманың исеме', 'Name of the organisation'),
      from: 'organisation.name',
      maxLength: 500,
    },
    inn: {
      id: 'applicant.organisation-inn',
      type: 'tax-number',
      page: 'applicant',
      label: company('ИНН организации', 'Оешманың салым номеры (ИНН)', 'Taxpayer number (INN) of the organisation'),
      from: 'organisation.inn',
    },
    ogrn: {
      id: 'applicant.organisation-number',
      type: 'state-number',
      page: 'applicant',
      label: company('ОГРН организации', 'Оешманың теркәү номеры (ОГРН)', 'State number (OGRN) of the organisation'),
      from: 'organisation.ogrn',
    },
    kpp: {
      id: 'applicant.organisation-tax-reason',
      type: 'text',
      page: 'applicant',
      label: company('КПП организации', 'Оешманың КПП коды', 'Tax registration reason code (KPP) of the organisation'),
      pattern: '^[0-9]{9}$',
      example: '165501001',
    },
    phone: {
      id: 'contact.phone',
      type: 'phone',
      page: 'applicant',
      label: { ru: 'Телефон', tt: 'Телефон', en: 'Telephone' },
      from: 'person.phone',
    },
    email: {
      id: 'contact.email',
      type: 'email',
      page: 'applicant',
      label: { ru: 'Электронная почта', tt: 'Электрон почта', en: 'E-mail' },
      from: 'person.email',
    },
  },
  representative: {
    name: {
      id: 'representative.name',
      type: 'person-name',
      page: 'applicant',
      label: {
        ru: 'Фамилия, имя, отчество представителя',
        tt: 'Вәкилнең фамилиясе, исеме, атасының исеме',
        en: 'Full name of the representative',
      },
      from: 'representative.name',
    },
    passport: {
      ...lastDigits,
      id: 'representative.passport-number',
      label: {
        ru: 'Номер паспорта представителя',
        tt: 'Вәкилнең паспорт номеры',
        en: 'Passport number of the representative',
      },
    },
    phone: {
      id: 'representative.phone',
      type: 'phone',
      page: 'applicant',
      label: { ru: 'Телефон представителя', tt: 'Вәкилнең телефоны', en: 'Telephone of the representative' },
      from: 'representative.phone',
    },
    email: {
      id: 'representative.email',
      type: 'email',
      page: 'applicant',
      label: {
        ru: 'Электронная почта представителя',
        tt: 'Вәкилнең электрон почтасы',
        en: 'E-mail of the representative',
      },
      from: 'representative.email',
    },
  },
} as const satisfies Record<string, Record<string, OwnElement>>;

/** Names under which the forms of the system ask for a party. */
const parties = new Map<string, keyof typeof elements>([
  ['applicant', 'applicant'],
  ['organization', 'applicant'],
  ['organisation', 'applicant'],
  ['agent', 'representative'],
  ['agent_optional', 'representative'],
  ['esia_agent', 'representative'],
  ['representative', 'representative'],
]);

const kindsOfAnswer: Readonly<Record<string, string>> = {
  'person-name': 'name',
  'tax-number': 'inn',
  'state-number': 'ogrn',
  phone: 'phone',
  email: 'email',
};

/** Who a field is about. `kind` is set where it says that the applicant is a person or a company. */
export type FieldParty = Readonly<{
  party: 'applicant' | 'representative';
  kind: 'person' | 'organisation' | undefined;
  element: OwnElement | undefined;
}>;

/** The party a field is about, by the name of its group and by what it holds; undefined for all other fields. */
export function partyOf({ path, answer }: Field): FieldParty | undefined {
  const [group = '', ...below] = path;
  const party = parties.get(group);
  if (party === undefined) {
    // The power of attorney is asked only of somebody who acts for another.
    return group === 'letter_of_attorney'
      ? { party: 'representative', kind: undefined, element: undefined }
      : undefined;
  }
  const last = below.at(-1) ?? group;
  let meant = kindsOfAnswer[answer.type];
  if (/^passport/.test(last) && answer.pattern === '^[0-9]{6}$') meant = 'passport';
  if (answer.type === 'text' && last === 'name') meant = 'organisation';
  if (answer.type === 'text' && last === 'kpp') meant = 'kpp';
  const own: Readonly<Record<string, OwnElement>> = elements[party];
  const isPerson = party === 'applicant' && (meant === 'name' || meant === 'passport');
  const isCompany = party === 'applicant' && ['organisation', 'inn', 'ogrn', 'kpp'].includes(meant ?? '');
  const kind = isPerson ? 'person' : isCompany ? 'organisation' : undefined;
  return { party, kind: party === 'applicant' ? kind : undefined, element: own[meant ?? ''] };
}
