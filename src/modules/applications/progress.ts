import { type CaseState, isEnded } from '#modules/cases/index.ts';
import {
  type ItemProgress,
  type Plan,
  type PlanChange,
  replan,
  type Shortening,
  shorteningsOf,
} from '#modules/planning/index.ts';
import { dateIn } from '#platform/clock.ts';
import type { ApplicationStep } from './application.ts';
import type { ApplicationFile } from './read-application.ts';

/** The plan as it stands today, how its end moved since the filing, and what the applicant can do to end earlier. */
export type PlanNow = Readonly<{ plan: Plan; change: PlanChange; shortenings: readonly Shortening[] }>;

/** Pure: the plan recomputed with everything that has happened to the application by today. */
export function planNow({ application, filing, pack, cases }: ApplicationFile, today: Temporal.PlainDate): PlanNow {
  const { timeZone } = pack.city;
  const ofCases = cases.map((state): [string, ItemProgress] => [state.itemKey, caseProgress(state, timeZone)]);
  const begun = Temporal.PlainDate.from(filing.plan.startsOn);
  const ofSteps = application.steps.map((step): [string, ItemProgress] => [
    step.key,
    stepProgress(step, { begun, today }),
  ]);
  const items = [...ofCases, ...ofSteps];
  // What came in after office hours counts from the next working day, which may be ahead of the day on the wall.
  const dates = items.flatMap(([, { startedOn, endedOn }]) => [startedOn ?? begun, endedOn ?? begun]);
  const progress = { today: dates.reduce(later, later(today, begun)), items: Object.fromEntries(items) };
  return { ...replan(pack, filing.plan, progress), shortenings: shorteningsOf(pack, filing.plan, progress) };
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a);
const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b);

function caseProgress(state: CaseState, timeZone: string): ItemProgress {
  if (state.phase.status === 'notNeeded') return { dropped: true };
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
