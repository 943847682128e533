import type { Localized } from '#kernel/language.ts';
import { calendarCause, type EndCause, type PlanMoved, ruleCause, standingCause } from './application.ts';
import { type ApplicationFile, nameOf } from './read-application.ts';
import { standingItem } from './standing-causes.ts';

/** One move of the end of the whole application. Days in which the same things ran late are one move. */
export type Move = Readonly<{
  /** ISO instant. */
  at: string;
  from: string;
  to: string;
  causes: readonly NamedCause[];
}>;
export type NamedCause = Readonly<
  Pick<EndCause, 'key' | 'days' | 'because'> & {
    /** What took longer; of a change of law the calendar or the service. */
    name: Localized;
    owner?: Localized;
    law?: 'calendar' | 'rule';
    /** The clock stood meanwhile, for its owner. */
    stood?: true;
  }
>;

/** The moves as people read them, the newest first. */
export function movesOf(file: ApplicationFile, moves: readonly PlanMoved[]): Move[] {
  const told: Move[] = [];
  for (const { at, from, to, causes } of moves) {
    const last = told.at(-1);
    const same = (one: Pick<Move, 'causes'>) =>
      one.causes.map(({ key }) => key).join() === causes.map(({ key }) => key).join();
    if (last === undefined || !same(last))
      told.push({ at, from, to, causes: causes.map((one) => namedCause(file, one)) });
    else {
      const longer = last.causes.map((one, index) => ({ ...one, days: one.days + (causes[index]?.days ?? 0) }));
      told[told.length - 1] = { at, from: last.from, to, causes: longer };
    }
  }
  return told.toReversed();
}

/** A cause with the names of what took longer and of whose it is; the applicant's own has no owner's name. */
export function namedCause({ pack, filing }: Pick<ApplicationFile, 'pack' | 'filing'>, cause: EndCause): NamedCause {
  const { ownerId, ...rest } = cause;
  const { key, days } = rest;
  const city = pack.calendars.find(({ id }) => id === pack.city.calendar);
  if (key === calendarCause && city !== undefined) return { key, name: city.name, law: 'calendar', days };
  if (key.startsWith(ruleCause)) {
    const { name } = namedCause({ pack, filing }, { ...cause, key: key.slice(ruleCause.length) });
    return { key, name, law: 'rule', days };
  }
  if (key.startsWith(standingCause)) {
    return { ...namedCause({ pack, filing }, { ...cause, key: standingItem(key) }), key, stood: true };
  }
  const item = filing.plan.items.find((one) => one.key === key);
  const named = pack.services.find(({ id }) => id === item?.serviceId)?.name ??
    pack.steps.find(({ id }) => id === item?.stepId)?.name ?? { ru: key, tt: key, en: key };
  return { ...rest, name: named, ...(ownerId === 'applicant' ? {} : { owner: nameOf(pack, ownerId) }) };
}
