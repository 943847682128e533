import type { Language, Localized } from '#kernel/language.ts';
import type { Part } from './words.ts';

/** A word by how many there are, as each language counts. */
export type Plurals = Readonly<
  Record<Language, Readonly<{ one?: string; few?: string; many?: string; other: string }>>
>;

const say = (ru: string, tt: string, en: string): Localized => ({ ru, tt, en });

/** The word for one entry of each part of a pack. */
export const partTexts: Readonly<Record<Part | 'city', Localized>> = {
  city: say('город', 'шәһәр', 'city'),
  services: say('услуга', 'хезмәт', 'service'),
  nextServices: say('будущая услуга', 'киләчәк хезмәт', 'service to come'),
  situations: say('ситуация', 'хәл', 'situation'),
  steps: say('шаг', 'адым', 'step'),
  outputs: say('результат', 'нәтиҗә', 'output'),
  elements: say('сведение', 'мәгълүмат', 'element'),
  pages: say('страница', 'бит', 'page'),
  intakeGrounds: say('основание отказа в приёме', 'кабул итүдән баш тарту нигезе', 'intake ground'),
  registers: say('реестр', 'реестр', 'register'),
  departments: say('служба', 'бүлек', 'department'),
  calendars: say('календарь', 'календарь', 'calendar'),
};

/** Keys of the pack's files whose names say too little, or say it in English only. */
export const wordTexts: Readonly<Record<string, Localized>> = {
  yes: say('да', 'әйе', 'yes'),
  no: say('нет', 'юк', 'no'),
  order: say('порядок', 'тәртип', 'order'),
  roll: say('перенос', 'күчерү', 'rolling'),
  term: say('срок', 'срок', 'term'),
  target: say('цель', 'максат', 'target'),
  estimate: say('оценка', 'бәя', 'estimate'),
  fee: say('плата', 'түләү', 'fee'),
  amount: say('сумма', 'сумма', 'amount'),
  reason: say('причина', 'сәбәп', 'reason'),
  inputs: say('спрашивает', 'сорый', 'asks'),
  evidence: say('документ', 'документ', 'evidence'),
  grounds: say('основание отказа', 'баш тарту нигезе', 'ground of refusal'),
  when: say('условие', 'шарт', 'condition'),
  uncertain: say('условие сомнения', 'шик шарты', 'condition of doubt'),
  required: say('обязательно', 'мәҗбүри', 'compulsory'),
  applicants: say('заявитель', 'мөрәҗәгать итүче', 'applicant'),
  legalBasis: say('правовое основание', 'хокукый нигез', 'legal basis'),
  produces: say('даёт', 'бирә', 'gives'),
  requires: say('нуждается в', 'кирәк', 'needs'),
  requests: say('запрос', 'сорау', 'request'),
  triage: say('вопрос', 'сорау', 'question'),
  options: say('ответ', 'җавап', 'answer'),
  items: say('ведёт к', 'илтә', 'leads to'),
  choices: say('вариант', 'вариант', 'choice'),
  elements: say('поле', 'кыр', 'field'),
  keywords: say('слово для поиска', 'эзләү сүзе', 'search word'),
  effective: say('первый день', 'беренче көн', 'first day'),
  until: say('последний день', 'соңгы көн', 'last day'),
  version: say('версия', 'версия', 'version'),
  name: say('название', 'исем', 'name'),
  summary: say('кратко', 'кыскача', 'summary'),
  label: say('надпись', 'язу', 'label'),
  hint: say('подсказка', 'ярдәм', 'hint'),
  why: say('зачем', 'ни өчен', 'why'),
  text: say('текст', 'текст', 'text'),
  clause: say('пункт', 'пункт', 'clause'),
  cure: say('как исправить', 'ничек төзәтергә', 'cure'),
  question: say('вопрос', 'сорау', 'question'),
  department: say('служба', 'бүлек', 'department'),
  digital: say('цифровая', 'цифрлы', 'digital'),
  document: say('документ', 'документ', 'document'),
  result: say('результат', 'нәтиҗә', 'result'),
  register: say('реестр', 'реестр', 'register'),
  page: say('страница', 'бит', 'page'),
  type: say('тип', 'төр', 'type'),
  provider: say('кто даёт', 'кем бирә', 'provider'),
  to: say('кому', 'кемгә', 'to'),
  from: say('откуда', 'каян', 'from'),
};

const count = (ru: readonly [string, string, string], tt: string, en: readonly [string, string]): Plurals => ({
  ru: { one: ru[0], few: ru[1], many: ru[2], other: ru[1] },
  tt: { other: tt },
  en: { one: en[0], other: en[1] },
});

export const unitTexts: Readonly<Record<string, Plurals>> = {
  workingDays: count(['рабочий день', 'рабочих дня', 'рабочих дней'], 'эш көне', ['working day', 'working days']),
  calendarDays: count(['день', 'дня', 'дней'], 'көн', ['calendar day', 'calendar days']),
  workingHours: count(['рабочий час', 'рабочих часа', 'рабочих часов'], 'эш сәгате', ['working hour', 'working hours']),
  months: count(['месяц', 'месяца', 'месяцев'], 'ай', ['month', 'months']),
  years: count(['год', 'года', 'лет'], 'ел', ['year', 'years']),
};

/** From which event a term runs. */
export const termStarts: Readonly<Record<string, Localized>> = {
  filing: say('со дня подачи', 'бирелгән көннән', 'from filing'),
  registration: say('со дня регистрации', 'теркәлгән көннән', 'from registration'),
  acceptance: say('со дня приёма', 'кабул ителгән көннән', 'from acceptance'),
  lastDocument: say('со дня последнего документа', 'соңгы документ көненнән', 'from lastDocument'),
  recordEntry: say('со дня записи', 'язма кертелгән көннән', 'from recordEntry'),
  request: say('со дня запроса', 'сорау көненнән', 'from request'),
};
