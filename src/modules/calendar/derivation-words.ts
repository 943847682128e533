import type { Language, Localized } from '#kernel/language.ts';
import type { Term } from '#kernel/term.ts';
import { civilOf, dayOfIso } from './civil.ts';
import type { DayKind } from './day-kinds.ts';
import type { RuleChoice, Stretch } from './derivation.ts';

const plural = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };

/** One, few and many of a Russian noun after a number. */
const russian = (amount: number, [one, few, many]: readonly [string, string, string]): string =>
  `${amount} ${{ one, few, many }[plural.ru.select(amount) as 'one' | 'few' | 'many'] ?? many}`;
const english = (amount: number, [one, many]: readonly [string, string]): string =>
  `${amount} ${plural.en.select(amount) === 'one' ? one : many}`;

const units: Record<Term['unit'], (amount: number) => Localized> = {
  workingDays: (amount) => ({
    ru: russian(amount, ['рабочий день', 'рабочих дня', 'рабочих дней']),
    tt: `${amount} эш көне`,
    en: english(amount, ['working day', 'working days']),
  }),
  calendarDays: (amount) => ({
    ru: russian(amount, ['календарный день', 'календарных дня', 'календарных дней']),
    tt: `${amount} календарь көне`,
    en: english(amount, ['calendar day', 'calendar days']),
  }),
  workingHours: (amount) => ({
    ru: `${russian(amount, ['час', 'часа', 'часов'])} рабочего времени`,
    tt: `${amount} эш сәгате`,
    en: english(amount, ['working hour', 'working hours']),
  }),
  months: (amount) => ({
    ru: russian(amount, ['месяц', 'месяца', 'месяцев']),
    tt: `${amount} ай`,
    en: english(amount, ['month', 'months']),
  }),
  years: (amount) => ({
    ru: russian(amount, ['год', 'года', 'лет']),
    tt: `${amount} ел`,
    en: english(amount, ['year', 'years']),
  }),
};

/** An amount of time in words: «7 рабочих дней». */
export const termWords = (amount: number, unit: Term['unit'], language: Language): string =>
  units[unit](amount)[language];

/** A number of days of any kind in words. */
export const daysWords = (amount: number, language: Language): string =>
  ({
    ru: russian(amount, ['день', 'дня', 'дней']),
    tt: `${amount} көн`,
    en: english(amount, ['day', 'days']),
  })[language];

/** The start event, in the case its sentence needs: genitive in Russian. */
export const eventWords: Record<Term['from'], Localized> = {
  filing: { ru: 'подачи заявления', tt: 'гариза бирелгән', en: 'filing' },
  registration: { ru: 'регистрации заявления', tt: 'гариза теркәлгән', en: 'registration' },
  acceptance: { ru: 'принятия заявления', tt: 'гариза кабул ителгән', en: 'acceptance' },
  lastDocument: {
    ru: 'получения последнего документа',
    tt: 'соңгы документ алынган',
    en: 'receipt of the last document',
  },
  recordEntry: { ru: 'внесения записи в реестр', tt: 'реестрга язма кертелгән', en: 'entry in the register' },
  request: { ru: 'направления запроса', tt: 'гарызнамә җибәрелгән', en: 'sending the request' },
};

/** What a day is. */
export const kindWords: Record<DayKind | Exclude<Stretch['why'], DayKind>, Localized> = {
  working: { ru: 'рабочие дни', tt: 'эш көннәре', en: 'working days' },
  workingWeekend: { ru: 'рабочий день в выходной', tt: 'ял көнендәге эш көне', en: 'working day on a weekend' },
  decreeCounted: {
    ru: 'дни по указу, срок идёт',
    tt: 'указ буенча көннәр, вакыт исәпләнә',
    en: 'days of a decree, counted',
  },
  weekend: { ru: 'выходные', tt: 'ял көннәре', en: 'weekend' },
  holiday: {
    ru: 'праздничные и перенесённые выходные',
    tt: 'бәйрәм һәм күчерелгән ял көннәре',
    en: 'public holidays and moved days off',
  },
  movedHoliday: { ru: 'выходной за праздник', tt: 'бәйрәм өчен ял көне', en: 'day off for a holiday' },
  decree: { ru: 'нерабочие дни по указу', tt: 'указ буенча эшләнми торган көннәр', en: 'days off by decree' },
  everyDay: { ru: 'календарные дни', tt: 'календарь көннәре', en: 'calendar days' },
  suspension: { ru: 'срок приостановлен', tt: 'вакыт туктатылган', en: 'clock suspended' },
};

/** Whether days count. */
export const fateWords: Record<Stretch['fate'], Localized> = {
  counted: { ru: 'считаются', tt: 'исәпләнә', en: 'counted' },
  skipped: { ru: 'не считаются', tt: 'исәпләнми', en: 'not counted' },
  suspended: { ru: 'не считаются', tt: 'исәпләнми', en: 'not counted' },
};

/** Why the version of the rule was chosen. */
export const choiceWords: Record<RuleChoice['policy'], Localized> = {
  newCases: {
    ru: 'более новая редакция действует только для новых дел',
    tt: 'яңарак редакция яңа эшләргә генә кагыла',
    en: 'the newer version is for new cases only',
  },
  allOpenCases: {
    ru: 'новая редакция действует для всех открытых дел',
    tt: 'яңа редакция барлык ачык эшләргә кагыла',
    en: 'the new version is for all open cases',
  },
  moreFavourable: {
    ru: 'из двух редакций взята более выгодная для заявителя',
    tt: 'ике редакциядән мөрәҗәгать итүче өчен отышлырагы алынды',
    en: 'of two versions the one better for the applicant was taken',
  },
};

const months: Record<Language, readonly string[]> = {
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
  tt: 'гыйнвары феврале марты апреле мае июне июле августы сентябре октябре ноябре декабре'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** An ISO date in words: «22 декабря 2026 г.», «2026 елның 22 декабре», “22 December 2026”. */
export function dateWords(iso: string, language: Language): string {
  const { year, month, day } = civilOf(dayOfIso(iso));
  const name = months[language][month - 1] ?? '';
  return { ru: `${day} ${name} ${year} г.`, tt: `${year} елның ${day} ${name}`, en: `${day} ${name} ${year}` }[
    language
  ];
}

/** A stretch of days in words; a single day is one date. */
export const periodWords = (from: string, to: string, language: Language): string =>
  from === to ? dateWords(from, language) : `${dateWords(from, language)} – ${dateWords(to, language)}`;

/** The years of a stretch of days: «2026 год», «2026–2027 годы». ISO dates. */
export function yearsWords(from: string, to: string, language: Language): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)].sort();
  if (first === last) return { ru: `${first} год`, tt: `${first} ел`, en: `${first}` }[language];
  return { ru: `${first}–${last} годы`, tt: `${first}–${last} еллар`, en: `${first}–${last}` }[language];
}
