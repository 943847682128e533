import { Problem } from '#kernel/problem.ts';
import { type Day, dayOfDate, dayOfIso, isoOfDay } from '#modules/calendar/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import { calendarNamed } from './calendars.ts';
import type { Plan, PlanItem } from './plan.ts';
import { type Activity, isProvisional, type Schedule, schedule } from './schedule.ts';

/** What has become of an item: `dueOn` is its date by law where suspensions or extensions have moved it. */
export type ItemProgress = Readonly<{
  startedOn?: Temporal.PlainDate;
  endedOn?: Temporal.PlainDate;
  dueOn?: Temporal.PlainDate;
  /** It turned out not to be needed. */
  dropped?: boolean;
}>;

export type Progress = Readonly<{ today: Temporal.PlainDate; items: Readonly<Record<string, ItemProgress>> }>;

/**
 * How the end moved and by whom, in calendar days. `causes` are items of the new critical path, and of what it waited
 * for, that took longer or shorter than planned; `absorbed` is the slack they used up first. Causes less what was
 * absorbed make `days`.
 */
export type PlanChange = Readonly<{
  from: string;
  to: string;
  days: number;
  causes: readonly Readonly<{ key: string; ownerId: string; days: number }>[];
  absorbed: number;
}>;

/**
 * The plan again with what has really happened by `today`: finished items keep their dates, late ones run on, what has
 * not begun begins today or later. Throws `planning/unknown-item`, `planning/ended-before-start`,
 * `planning/date-in-future`, and what terms throw.
 */
export function replan(pack: Pack, plan: Plan, progress: Progress): Readonly<{ plan: Plan; change: PlanChange }> {
  refuseImpossible(plan, progress);
  const kept = plan.items.filter(({ key }) => progress.items[key]?.dropped !== true);
  const keys = new Set(kept.map(({ key }) => key));
  const activities = kept.map((item) => activityOf(item, { pack, keys, progress }));
  const dates = schedule(activities, dayOfIso(plan.startsOn), dayOfDate(progress.today));
  const items = redated(kept, dates, keys);
  const moved: Plan = {
    ...plan,
    items,
    endsOn: isoOfDay(dates.endsOn),
    criticalPath: dates.criticalPath,
    fees: items.reduce((sum, { fee }) => sum + fee.amount, 0),
    provisional: isProvisional(activities, dates),
  };
  return { plan: moved, change: changeBetween(plan, moved) };
}

/** An item of the applicant's own work and the calendar days by which the end comes nearer if it takes half as long. */
export type Shortening = Readonly<{ key: string; days: number }>;

/**
 * What the applicant can do to end earlier: own work that sets the end, the most telling first. With `progress` of what
 * is not done yet; the plan is then the one that was filed.
 */
export function shorteningsOf(pack: Pack, plan: Plan, progress?: Progress): readonly Shortening[] {
  const left = plan.items.filter(({ key }) => progress?.items[key]?.dropped !== true);
  const keys = new Set(left.map(({ key }) => key));
  const activities = left.map((item) => activityOf(item, { pack, keys, ...(progress && { progress }) }));
  const startsOn = dayOfIso(plan.startsOn);
  const today = progress === undefined ? startsOn : dayOfDate(progress.today);
  const { endsOn } = schedule(activities, startsOn, today);
  return left
    .filter(({ key, kind }) => kind === 'own' && progress?.items[key]?.endedOn === undefined)
    .map(({ key }) => {
      const faster = activities.map((one) => (one.key === key ? { ...one, term: halved(one.term) } : one));
      return { key, days: endsOn - schedule(faster, startsOn, today).endsOn };
    })
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days);
}

/** Half a year is six months, half a month fifteen days; half of one day is still a day. */
function halved(term: PlanItem['term']): PlanItem['term'] {
  if (term.amount > 1) return { ...term, amount: Math.ceil(term.amount / 2) };
  if (term.unit === 'years') return { ...term, unit: 'months', amount: 6 };
  return term.unit === 'months' ? { ...term, unit: 'calendarDays', amount: 15 } : term;
}

function refuseImpossible(plan: Plan, { today, items }: Progress): void {
  for (const [item, { startedOn, endedOn }] of Object.entries(items)) {
    if (!plan.items.some(({ key }) => key === item)) throw new Problem('planning/unknown-item', { item });
    const future = [startedOn, endedOn].find((date) => date && Temporal.PlainDate.compare(date, today) > 0);
    if (future !== undefined) {
      throw new Problem('planning/date-in-future', { item, date: future.toString(), today: today.toString() });
    }
    if (startedOn && endedOn && Temporal.PlainDate.compare(endedOn, startedOn) < 0) {
      const dates = { startedOn: startedOn.toString(), endedOn: endedOn.toString() };
      throw new Problem('planning/ended-before-start', { item, ...dates });
    }
  }
}

type Around = Readonly<{ pack: Pack; keys: ReadonlySet<string>; progress?: Progress }>;

function activityOf(item: PlanItem, { pack, keys, progress }: Around): Activity {
  const actual = actualOf(item, progress?.items[item.key]);
  return {
    key: item.key,
    term: item.term,
    calendar: calendarNamed(pack, item.calendarId),
    needs: item.needs.filter((need) => keys.has(need)),
    startsOnWorkingDay: item.kind !== 'own',
    ...(actual && { actual }),
  };
}

function actualOf(item: PlanItem, what: ItemProgress | undefined): Activity['actual'] {
  if (what?.startedOn === undefined && what?.endedOn === undefined) return undefined;
  const ended = what.endedOn && dayOfDate(what.endedOn);
  const started = what.startedOn ? dayOfDate(what.startedOn) : Math.min(dayOfIso(item.starts), ended ?? Infinity);
  return {
    startedOn: started,
    ...(ended !== undefined && { endedOn: ended }),
    ...(what.dueOn && { dueOn: dayOfDate(what.dueOn) }),
  };
}

function redated(kept: readonly PlanItem[], dates: Schedule, keys: ReadonlySet<string>): PlanItem[] {
  const items = new Map(kept.map((item) => [item.key, item]));
  return dates.items.flatMap(({ key, starts, ends, slackDays, critical }) => {
    const item = items.get(key);
    if (item === undefined) return [];
    const needs = item.needs.filter((need) => keys.has(need));
    return { ...item, needs, starts: isoOfDay(starts), ends: isoOfDay(ends), slackDays, critical };
  });
}

/**
 * The critical path back to its very beginning: what began today because nobody has begun it yet still waited, until it
 * ended, for the last of what it needs. So a late office answers for its days, and who did not begin for the rest.
 */
function wholeChain({ items, criticalPath }: Plan): readonly string[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const chain = [...criticalPath];
  for (let first = byKey.get(chain[0] ?? ''); first !== undefined; first = byKey.get(chain[0] ?? '')) {
    const [last] = first.needs.flatMap((need) => byKey.get(need) ?? []).sort((a, b) => (a.ends < b.ends ? 1 : -1));
    if (last === undefined) break;
    chain.unshift(last.key);
  }
  return chain;
}

function changeBetween(before: Plan, after: Plan): PlanChange {
  const endIn = (plan: Plan, key: string): Day =>
    dayOfIso(plan.items.find((item) => item.key === key)?.ends ?? plan.startsOn);
  let carried = 0;
  const causes: PlanChange['causes'][number][] = [];
  for (const key of wholeChain(after)) {
    const shift = endIn(after, key) - endIn(before, key);
    const ownerId = after.items.find((item) => item.key === key)?.ownerId ?? '';
    if (shift !== carried) causes.push({ key, ownerId, days: shift - carried });
    carried = shift;
  }
  const last = after.criticalPath.at(-1);
  const days = dayOfIso(after.endsOn) - dayOfIso(before.endsOn);
  const absorbed = last === undefined ? -days : dayOfIso(before.endsOn) - endIn(before, last);
  return { from: before.endsOn, to: after.endsOn, days, causes, absorbed };
}
