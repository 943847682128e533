import { type Language, type Localized, languages } from '#kernel/language.ts';
import { dateWords, daysWords, termWords } from '#modules/calendar/index.ts';
import { indexPack, type Pack } from '#modules/catalogue/index.ts';
import type { Effect, ItemMove, Move, PlanDifference, RequestMove } from './difference.ts';
import { type Supposition, termIn } from './suppose.ts';

const inAll = (words: (language: Language) => string): Localized =>
  Object.fromEntries(languages.map((language) => [language, words(language)])) as Localized;

/** The difference in sentences; those of items by key, the others in the order of what they tell. */
export type DifferenceWords = Readonly<{
  end: Localized;
  items: ReadonlyMap<string, Localized>;
  effects: readonly Localized[];
  requests: readonly Localized[];
}>;

/** Tells a difference in ru, tt and en. `pack` is the city as it is. */
export function differenceWords(pack: Pack, { end, items, effects, requests }: PlanDifference): DifferenceWords {
  return {
    end: inAll((language) => endWords(end, language)),
    items: new Map(items.map((item) => [item.key, inAll((language) => itemWords(pack, item, language))])),
    effects: effects.map((effect) => inAll((language) => effectWords(pack, effect, language))),
    requests: requests.map((request) => inAll((language) => requestWords(pack, request, language))),
  };
}

const later = { ru: 'позже', tt: 'соңрак', en: 'later' };
const earlier = { ru: 'раньше', tt: 'иртәрәк', en: 'earlier' };

/** «на 5 дней позже», «5 көнгә соңрак», “5 days later”. */
function shiftWords(days: number, language: Language): string {
  const amount = daysWords(Math.abs(days), language);
  const direction = (days > 0 ? later : earlier)[language];
  return { ru: `на ${amount} ${direction}`, tt: `${amount}гә ${direction}`, en: `${amount} ${direction}` }[language];
}

function moveWords({ from, to, days }: Move, language: Language): string {
  const [was, is] = [dateWords(from, language), dateWords(to, language)];
  const shift = days === 0 ? '' : `, ${shiftWords(days, language)}`;
  return { ru: `${is} вместо ${was}`, tt: `${was} урынына ${is}`, en: `${is} instead of ${was}` }[language] + shift;
}

function endWords(end: Move, language: Language): string {
  const on = dateWords(end.to, language);
  if (end.days === 0) {
    return {
      ru: `Дата завершения не меняется: ${on}.`,
      tt: `Тәмамлану көне үзгәрми: ${on}.`,
      en: `The end does not move: ${on}.`,
    }[language];
  }
  const move = moveWords(end, language);
  return { ru: `Завершение: ${move}.`, tt: `Тәмамлану: ${move}.`, en: `Ends on ${move}.` }[language];
}

function itemWords(pack: Pack, { key, starts, ends, term }: ItemMove, language: Language): string {
  const { services, steps } = indexPack(pack);
  const name = (services.get(key)?.name ?? steps.get(key)?.name)?.[language] ?? key;
  const terms = term && insteadWords(term.to, term.from, language);
  const move = ends.days === 0 && starts.days !== 0 ? starts : ends;
  const isStart = move === starts;
  const [start, end] = [
    { ru: 'начало', tt: 'башлана', en: 'starts on' },
    { ru: 'окончание', tt: 'тәмамлана', en: 'ends on' },
  ];
  const when = `${(isStart ? start : end)[language]}${language === 'en' ? ' ' : ': '}${moveWords(move, language)}`;
  return `${[name, ...(terms ? [terms] : []), ...(move.days === 0 ? [] : [when])].join('; ')}.`;
}

type Length = Parameters<typeof termIn>[1]['term'];

function insteadWords(to: Length, from: Length, language: Language): string {
  const [is, was] = [to, from].map(({ amount, unit }) => termWords(amount, unit, language));
  return { ru: `${is} вместо ${was}`, tt: `${was} урынына ${is}`, en: `${is} instead of ${was}` }[language];
}

/** What is supposed, in words. */
function suppositionWords(pack: Pack, supposition: Supposition, language: Language): string {
  if ('term' in supposition) {
    const { name, term } = termIn(pack, supposition);
    return `${name[language]}: ${insteadWords(supposition.term, term, language)}`;
  }
  const { calendarId } = supposition;
  const calendar = pack.calendars.find(({ id }) => id === calendarId)?.name[language] ?? calendarId;
  if (supposition.kind === 'calendar') {
    return {
      ru: `Все сроки — по календарю «${calendar}»`,
      tt: `Барлык вакытлар «${calendar}» календаре буенча`,
      en: `All terms on the calendar “${calendar}”`,
    }[language];
  }
  const day = dateWords(supposition.day, language);
  const isOff = supposition.kind === 'dayOff';
  return {
    ru: `${day} — ${isOff ? 'выходной' : 'рабочий день'} (календарь «${calendar}»)`,
    tt: `${day} — ${isOff ? 'ял көне' : 'эш көне'} («${calendar}» календаре)`,
    en: `${day} is a ${isOff ? 'day off' : 'working day'} (calendar “${calendar}”)`,
  }[language];
}

function effectWords(pack: Pack, effect: Effect, language: Language): string {
  return `${suppositionWords(pack, effect.supposition, language)} — ${outcomeWords(effect, language)}.`;
}

function outcomeWords({ alone, decides, inPlan }: Effect, language: Language): string {
  if (!inPlan) {
    return { ru: 'в этот план не входит', tt: 'бу планга керми', en: 'is not in this plan' }[language];
  }
  if (decides !== 0) {
    const shift = shiftWords(decides, language);
    return {
      ru: `сдвигает завершение ${shift}`,
      tt: `тәмамлану көне ${shift} була`,
      en: `makes the end come ${shift}`,
    }[language];
  }
  if (alone !== 0) {
    const shift = shiftWords(alone, language);
    return {
      ru: `без остальных изменений сдвинуло бы завершение ${shift}, вместе с ними ничего не добавляет`,
      tt: `башка үзгәрешләрсез тәмамлану көне ${shift} булыр иде, алар белән бергә берни дә өстәми`,
      en: `without the others the end would come ${shift}; with them it adds nothing`,
    }[language];
  }
  return {
    ru: 'завершение не сдвигает',
    tt: 'тәмамлану көнен үзгәртми',
    en: 'does not move the end',
  }[language];
}

function requestWords(pack: Pack, { serviceId, requestId, answer, beyond }: RequestMove, language: Language): string {
  const service = indexPack(pack).services.get(serviceId);
  const name = service?.requests.find(({ id }) => id === requestId)?.name[language] ?? requestId;
  const move = moveWords(answer, language);
  const late = {
    ru: '; это позже срока самой услуги',
    tt: '; бу хезмәтнең үз вакытыннан соңрак',
    en: '; that is after the service itself is due',
  }[language];
  return `${{ ru: `Ответ на запрос «${name}»: ${move}`, tt: `«${name}» соравына җавап: ${move}`, en: `Answer to the request “${name}”: ${move}` }[language]}${beyond ? late : ''}.`;
}
