import { type CaseState, currentCases, hasFailed, isEnded } from '#modules/cases/index.ts';
import {
  type ItemProgress,
  type Plan,
  type PlanChange,
  type PlanItem,
  replan,
  type Shortening,
  shorteningsOf,
} from '#modules/planning/index.ts';
import { dateIn } from '#platform/clock.ts';
import { type ApplicationStep, calendarCause, type EndCause, lawOwner, ruleCause } from './application.ts';
import { isAwaitedByOthers } from './awaited.ts';
import type { ApplicationFile } from './read-application.ts';
import { standingApart } from './standing-causes.ts';

/** The plan as it stands today, how its end moved since the filing, and what the applicant can do to end earlier. */
export type PlanNow = Readonly<{
  plan: Plan;
  change: Omit<PlanChange, 'causes'> & Readonly<{ causes: readonly EndCause[] }>;
  shortenings: readonly Shortening[];
}>;

/**
 * Pure: the plan recomputed with everything that has happened to the application by today. What the law moved since the
 * filing (days of a calendar, a version of a term) is told apart from what departments and the applicant did.
 */
export function planNow(file: ApplicationFile, today: Temporal.PlainDate): PlanNow {
  const { application, filing, current } = file;
  const cases = currentCases(file.cases);
  const { timeZone } = current.city;
  const ofCases = cases.map((state): [string, ItemProgress] => [
    state.itemKey,
    // What failed has to be done once more, from today at the earliest, if others cannot go on without it.
    hasFailed(state) && isAwaitedByOthers(file, state) ? {} : caseProgress(state, timeZone),
  ]);
  const begun = Temporal.PlainDate.from(filing.plan.startsOn);
  const ofSteps = application.steps.map((step): [string, ItemProgress] => [
    step.key,
    stepProgress(step, { begun, today }),
  ]);
  const items = [...ofCases, ...ofSteps];
  // What came in after office hours counts from the next working day, which may be ahead of the day on the wall.
  const dates = items.flatMap(([, { startedOn, endedOn }]) => [startedOn ?? begun, endedOn ?? begun]);
  const progress = { today: dates.reduce(later, later(today, begun)), items: Object.fromEntries(items) };
  const law = lawNow(file);
  const { plan, change } = replan(current, law.plan, progress);
  const from = filing.plan.endsOn;
  const worked = standingApart(change.causes, { cases, current, today });
  const causes = [...law.causes, ...worked.map((cause) => ({ ...cause, ...becauseOf(cases, cause) }))];
  return {
    plan,
    change: { ...change, from, days: daysBetween(from, change.to), causes },
    shortenings: shorteningsOf(current, law.plan, progress),
  };
}

/**
 * How an application stands when nothing is left to do: everything is there, or something was refused or given up and
 * nobody works on it. `undefined` while something goes on. Pure.
 */
export function endingOf({ application, cases }: Pick<ApplicationFile, 'application' | 'cases'>): Ending | undefined {
  const counting = currentCases(cases);
  const isOpen = counting.some((one) => !isEnded(one)) || application.steps.some(({ report }) => report === undefined);
  if (isOpen) return undefined;
  const isLacking = counting.some((one) => hasFailed(one) || one.phase.status === 'withdrawn');
  return isLacking ? 'lacking' : 'complete';
}

export type Ending = 'complete' | 'lacking';

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;

/** The plan as it would have been filed under the calendars and terms of today, and how far these alone moved its end. */
function lawNow({ filing, pack, current, cases }: ApplicationFile): Readonly<{ plan: Plan; causes: EndCause[] }> {
  const { plan } = filing;
  const begun = begunAsFiled(plan);
  const [then, now] = [pack, current].map((rules) => replan(rules, plan, begun).plan);
  const isMoved = then?.items.some(({ ends }, at) => ends !== now?.items[at]?.ends);
  const counted = isMoved && now ? now : plan;
  const terms = new Map(cases.flatMap(({ itemKey, due }) => newTermOf(itemKey, due)));
  const items = plan.items.map((item) => ({ ...item, term: terms.get(item.key) ?? item.term }));
  const ruled = terms.size === 0 ? counted : replan(current, { ...plan, items }, begun).plan;
  const causes = [
    { key: calendarCause, ownerId: lawOwner, days: daysBetween(plan.endsOn, counted.endsOn) },
    { key: `${ruleCause}${[...terms.keys()][0]}`, ownerId: lawOwner, days: daysBetween(counted.endsOn, ruled.endsOn) },
  ];
  return { plan: ruled, causes: causes.filter(({ days }) => days !== 0) };
}

/** Nothing has happened, but what needs nothing began on its day of the plan: after office hours that is the next. */
function begunAsFiled({ items, startsOn }: Plan) {
  const first = items.filter(({ needs }) => needs.length === 0);
  const begun = first.map(({ key, starts }) => [key, { startedOn: Temporal.PlainDate.from(starts) }] as const);
  const today = begun.map(([, { startedOn }]) => startedOn).reduce(later, Temporal.PlainDate.from(startsOn));
  return { today, items: Object.fromEntries(begun) };
}

/** The term of a case for which another version than that of its beginning was chosen. */
function newTermOf(key: string, due: CaseState['due']): [string, PlanItem['term']][] {
  const { choice, version, term } = due?.derivation.rule ?? {};
  const isNew = term !== undefined && choice !== undefined && choice.weighed[0]?.version !== version;
  return isNew ? [[key, term]] : [];
}

/** An item that took longer because it failed at first. */
function becauseOf(current: readonly CaseState[], { key }: Pick<EndCause, 'key'>): Pick<EndCause, 'because'> {
  const found = current.find(({ itemKey }) => itemKey === key);
  if (found === undefined) return {};
  if (found.again !== undefined) return { because: 'appliedAgain' };
  return hasFailed(found) ? { because: 'failed' } : {};
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a);
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b);

function caseProgress(state: CaseState, timeZone: string): ItemProgress {
  if (state.phase.status === 'notNeeded' || state.phase.status === 'withdrawn') return { dropped: true };
  const { due } = state;
  if (due === undefined) return {};
  const startedOn = Temporal.PlainDate.from(due.derivation.event.on);
  const dueOn = Temporal.PlainDate.from(due.on);
  if (!isEnded(state)) return { startedOn, dueOn };
  const endedOn = dateIn(timeZone, Temporal.Instant.from(state.since));
  // What is signed before it counts as received (filed in the evening, signed the next morning) ends on that day.
  return { startedOn, dueOn, endedOn: later(endedOn, startedOn) };
}

/** A step done before the filing, or dated into the future by mistake, counts as done on the nearest day of the plan. */
function stepProgress(
  { report }: ApplicationStep,
  plan: { begun: Temporal.PlainDate; today: Temporal.PlainDate },
): ItemProgress {
  if (report === undefined) return {};
  return { endedOn: later(earlier(Temporal.PlainDate.from(report.on), plan.today), plan.begun) };
}
