import type { Language } from '#kernel/language.ts';
import { shortDigest } from './calendar.ts';
import type { Derivation, Stretch } from './derivation.ts';
import {
  choiceWords,
  dateWords,
  daysWords,
  eventWords,
  fateWords,
  kindWords,
  periodWords,
  termWords,
  yearsWords,
} from './derivation-words.ts';

/**
 * A row of "why this date": which days, how many, what became of them; without a number, what they were counted on.
 * Texts are plain, not HTML.
 */
export type DerivationRow = Readonly<{ period: string; days?: number; what: string }>;

type Part = (derivation: Derivation, language: Language) => string | undefined;

/** The whole reason of a date as one sentence. */
export function renderDerivation(derivation: Derivation, language: Language): string {
  const parts = [start, skipped, suspended, extended, rolled, chosen, counted, provisional, hypothetical];
  return `${parts.flatMap((part) => part(derivation, language) ?? []).join('; ')}.`;
}

/** The same as rows, in order: the event, every stretch of days, the move of the end, and the calendar with its digest. */
export function derivationRows(derivation: Derivation, language: Language): readonly DerivationRow[] {
  const day = eventWords[derivation.event.kind];
  const event = {
    ru: `День ${day.ru}: не считается`,
    tt: `${capital(day.tt)} көн: исәпләнми`,
    en: `Day of ${day.en}: does not count`,
  };
  const inHours = derivation.rule.term.unit === 'workingHours';
  const first = inHours ? [] : [{ period: dateWords(derivation.event.on, language), days: 1, what: event[language] }];
  const stretches = derivation.stretches.map((stretch) => ({
    period: periodWords(stretch.from, stretch.to, language),
    days: stretch.days,
    what: stretchWords(derivation, stretch, language),
  }));
  const { roll } = derivation;
  const moved = roll === null ? [] : [{ period: dateWords(roll.to, language), days: 1, what: rollWords[language] }];
  return [...first, ...stretches, ...moved, calendarRow(derivation, language)];
}

/** Two calendars of one name and version can differ by a day: the digest tells them apart. */
function calendarRow(derivation: Derivation, language: Language): DerivationRow {
  const { name, digest } = derivation.calendar;
  const mark = shortDigest(digest);
  const what = {
    ru: `Календарь «${name.ru}», контрольная сумма ${mark}`,
    tt: `«${name.tt}» календаре, тикшерү суммасы ${mark}`,
    en: `Calendar “${name.en}”, checksum ${mark}`,
  };
  return { period: yearsWords(derivation.event.on, derivation.due, language), what: what[language] };
}

const rollWords = {
  ru: 'Последний день срока перенесён сюда',
  tt: 'Вакытның соңгы көне монда күчерелде',
  en: 'The last day moved here',
};

function stretchWords({ suspensions }: Derivation, stretch: Stretch, language: Language): string {
  const reasons = (stretch.by ?? []).flatMap((index) => suspensions[index]?.reason ?? []).join(', ');
  const what = `${capital(kindWords[stretch.why][language])}: ${fateWords[stretch.fate][language]}`;
  return reasons === '' ? what : `${what} (${reasons})`;
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const sumOf = ({ stretches }: Derivation, fate: Stretch['fate']): number =>
  stretches.reduce((sum, stretch) => (stretch.fate === fate ? sum + stretch.days : sum), 0);

const start: Part = ({ due, time, event, rule }, language) => {
  const end = time === undefined ? dateWords(due, language) : `${dateWords(due, language)}, ${time}`;
  const term = termWords(rule.term.amount, rule.term.unit, language);
  const word = eventWords[event.kind][language];
  const on = dateWords(event.on, language);
  if (rule.term.unit === 'workingHours') {
    const at = event.at?.slice(11) ?? '';
    return {
      ru: `${end}: ${term} с момента ${word} (${on}, ${at})`,
      tt: `${end}: ${word} вакыттан (${on}, ${at}) ${term}`,
      en: `${end}: ${term} from ${word} (${on}, ${at})`,
    }[language];
  }
  return {
    ru: `${end}: ${term} со дня, следующего за днём ${word} (${on})`,
    tt: `${end}: ${word} көннән (${on}) соң килүче көннән башлап ${term}`,
    en: `${end}: ${term} from the day after ${word} (${on})`,
  }[language];
};

const skipped: Part = (derivation, language) => {
  const days = sumOf(derivation, 'skipped');
  if (days === 0) return undefined;
  const amount = daysWords(days, language);
  return {
    ru: `выходные и праздники не считаются (${amount})`,
    tt: `ял һәм бәйрәм көннәре исәпләнми (${amount})`,
    en: `days off do not count (${amount})`,
  }[language];
};

const suspended: Part = (derivation, language) => {
  const days = sumOf(derivation, 'suspended');
  if (days === 0) return undefined;
  const amount = daysWords(days, language);
  const which = new Set(derivation.stretches.flatMap(({ by }) => by ?? []));
  const reasons = [...which].flatMap((index) => derivation.suspensions[index] ?? []);
  const why = reasons.map(({ reason, evidence }) => `${reason}, ${evidence}`).join('; ');
  const runs = reasons.some(({ resumed }) => resumed === null);
  const still = { ru: ' и ещё приостановлен', tt: ' һәм әле дә туктатылган', en: ' and still stands' }[language];
  return {
    ru: `срок был приостановлен на ${amount}${runs ? still : ''} (${why})`,
    tt: `вакыт ${amount}гә туктатылды${runs ? still : ''} (${why})`,
    en: `the clock stood for ${amount}${runs ? still : ''} (${why})`,
  }[language];
};

const extended: Part = ({ extensions }, language) => {
  if (extensions.length === 0) return undefined;
  const told = extensions.map(({ amount, unit, decidedOn, reason }) => {
    const term = termWords(amount, unit, language);
    const on = dateWords(decidedOn, language);
    return {
      ru: `срок продлён на ${term} (решение: ${on}, ${reason})`,
      tt: `вакыт озайтылды: ${term} (карар: ${on}, ${reason})`,
      en: `the term was extended by ${term} (decided on ${on}, ${reason})`,
    }[language];
  });
  return told.join('; ');
};

const rolled: Part = ({ roll, due }, language) => {
  if (roll === null) return undefined;
  const from = dateWords(roll.from, language);
  const back = due < roll.from;
  return {
    ru: `последний день (${from}) нерабочий, поэтому срок оканчивается в ${back ? 'предыдущий' : 'следующий'} рабочий день`,
    tt: `соңгы көн (${from}) эш көне түгел, шуңа күрә вакыт ${back ? 'алдагы' : 'киләсе'} эш көнендә тәмамлана`,
    en: `the last day (${from}) is a day off, so the term ends on the ${back ? 'previous' : 'next'} working day`,
  }[language];
};

const chosen: Part = ({ rule }, language) =>
  rule.choice === undefined ? undefined : choiceWords[rule.choice.policy][language];

const counted: Part = ({ calendar, rule, event, due }, language) => {
  const name = calendar.name[language];
  const basis = rule.name === undefined ? '' : `${rule.name[language]}, `;
  const years = yearsWords(event.on, due, language);
  // A version that nobody quotes is made of the digest and says nothing to people.
  const isQuoted = calendar.version !== shortDigest(calendar.digest);
  const version = isQuoted
    ? { ru: `, версия ${calendar.version}`, tt: `, ${calendar.version} версиясе`, en: `, version ${calendar.version}` }
    : { ru: '', tt: '', en: '' };
  return {
    ru: `${basis}редакция ${rule.version}, календарь «${name}» (${years})${version.ru}`,
    tt: `${basis}${rule.version} нче редакция, «${name}» календаре (${years})${version.tt}`,
    en: `${basis}version ${rule.version}, calendar “${name}” (${years})${version.en}`,
  }[language];
};

const provisional: Part = (derivation, language) => {
  if (!derivation.provisional) return undefined;
  const until = dateWords(derivation.calendar.publishedUntil, language);
  return {
    ru: `дата предварительная: календарь опубликован по ${until}`,
    tt: `дата якынча: календарь ${until} көненә кадәр генә басылган`,
    en: `the date is provisional: the calendar is published until ${until}`,
  }[language];
};

const hypothetical: Part = (derivation, language) =>
  derivation.hypothetical === true
    ? {
        ru: 'дата предположительная: так было бы при других сроках или другом календаре',
        tt: 'дата фаразлы: вакытлар яки календарь башка булса, шулай булыр иде',
        en: 'the date is hypothetical: so it would be if terms or the calendar were others',
      }[language]
    : undefined;
