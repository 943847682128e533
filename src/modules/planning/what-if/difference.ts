import type { Term } from '#kernel/term.ts';
import { dayOfIso, dueDay, isoOfDay } from '#modules/calendar/index.ts';
import { indexPack, type Pack } from '#modules/catalogue/index.ts';
import { calendarNamed } from '../calendars.ts';
import type { Plan, PlanItem } from '../plan.ts';
import { type Supposition, suppose } from './suppose.ts';

/** A move from one ISO date to another; `days` are calendar days, negative when it comes nearer. */
export type Move = Readonly<{ from: string; to: string; days: number }>;

/** An item that would start or end on another day, or take another term. */
export type ItemMove = Readonly<{
  key: string;
  starts: Move;
  ends: Move;
  term?: Readonly<{ from: Term; to: Term }>;
}>;

/**
 * What one supposition does to the end: `alone`, and `decides`: by how much the end would be another without it, the
 * others standing. Both in calendar days. `inPlan`: whether anything of the plan goes by it.
 */
export type Effect = Readonly<{ supposition: Supposition; alone: number; decides: number; inPlan: boolean }>;

/** A request of a service in the plan, sent on the day the service starts. `beyond`: its answer may come after the case is due. */
export type RequestMove = Readonly<{ serviceId: string; requestId: string; answer: Move; beyond: boolean }>;

/** How the plan as it would be differs from the plan as it is. What is the same is not named. */
export type PlanDifference = Readonly<{
  end: Move;
  items: readonly ItemMove[];
  effects: readonly Effect[];
  requests: readonly RequestMove[];
}>;

/** The rules, the plan they give, and its difference from the plan as it is. */
export type Supposed = Readonly<{ pack: Pack; plan: Plan; difference: PlanDifference }>;

/**
 * What if: the plan under suppositions beside the plan as it is. `planBy` makes the plan by some rules, everything else
 * the same. Pure. Throws what `suppose` and planning throw.
 */
export function supposedPlan(pack: Pack, suppositions: readonly Supposition[], planBy: (pack: Pack) => Plan): Supposed {
  const before = planBy(pack);
  const supposed = suppose(pack, suppositions);
  const after = planBy(supposed);
  const endUnder = (some: readonly Supposition[]) => dayOfIso(planBy(suppose(pack, some)).endsOn);
  const effects = suppositions.map((supposition) => ({
    supposition,
    alone: endUnder([supposition]) - dayOfIso(before.endsOn),
    decides: dayOfIso(after.endsOn) - endUnder(suppositions.filter((one) => one !== supposition)),
    inPlan: concerns(supposition, after),
  }));
  const items = after.items.flatMap((item) => movedItem(item, before) ?? []);
  const requests = requestMoves({ pack, plan: before }, { pack: supposed, plan: after });
  const end = moveOf(before.endsOn, after.endsOn);
  return { pack: supposed, plan: after, difference: { end, items, effects, requests } };
}

const moveOf = (from: string, to: string): Move => ({ from, to, days: dayOfIso(to) - dayOfIso(from) });

function concerns(supposition: Supposition, { items }: Plan): boolean {
  if (supposition.kind === 'step') return items.some(({ stepId }) => stepId === supposition.stepId);
  if ('serviceId' in supposition) return items.some(({ serviceId }) => serviceId === supposition.serviceId);
  return true;
}

function movedItem(item: PlanItem, before: Plan): ItemMove | undefined {
  const was = before.items.find(({ key }) => key === item.key);
  if (was === undefined) return undefined;
  const [starts, ends] = [moveOf(was.starts, item.starts), moveOf(was.ends, item.ends)];
  const isOther = was.term.amount !== item.term.amount || was.term.unit !== item.term.unit;
  if (starts.days === 0 && ends.days === 0 && !isOther) return undefined;
  return { key: item.key, starts, ends, ...(isOther && { term: { from: was.term, to: item.term } }) };
}

type Made = Readonly<{ pack: Pack; plan: Plan }>;

function requestMoves(before: Made, after: Made): RequestMove[] {
  const answers = new Map(answersIn(before).map((one) => [one.key, one.on]));
  return answersIn(after).flatMap(({ key, on, serviceId, requestId, due }) => {
    const answer = moveOf(answers.get(key) ?? on, on);
    return answer.days === 0 ? [] : [{ serviceId, requestId, answer, beyond: on > due }];
  });
}

/** The last day for the answer to each usual request, if it is sent when its service starts. */
function answersIn({ pack, plan }: Made) {
  const { services } = indexPack(pack);
  return plan.items.flatMap(({ serviceId = '', calendarId, starts, ends: due }) =>
    (services.get(serviceId)?.requests ?? []).map(({ id, to, term }) => {
      const own = to === 'district' ? undefined : pack.city.calendars?.departments?.[to[0] ?? ''];
      const on = isoOfDay(dueDay(calendarNamed(pack, own ?? calendarId), term, dayOfIso(starts)));
      return { key: `${serviceId}/${id}`, serviceId, requestId: id, on, due };
    }),
  );
}
