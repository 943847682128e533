import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import { type Calendar, type Day, dueDay, workingBetween, workingOnOrAfter } from '#modules/calendar/index.ts';

/** Something that takes a term and may need others to end first. Dates are day numbers of the calendar. */
export type Activity = Readonly<{
  key: string;
  term: Term;
  calendar: Calendar;
  needs: readonly string[];
  /** Starts on working days only: what an office receives on a day off counts from the next working day. */
  startsOnWorkingDay: boolean;
  notBefore?: Day;
  /** What has happened already wins over what is computed. */
  actual?: Readonly<{ startedOn?: Day; endedOn?: Day; dueOn?: Day }>;
}>;

/** An activity with its dates. `slackDays`: working days it may start later without moving the end of the whole. */
export type Scheduled = Readonly<{
  key: string;
  starts: Day;
  ends: Day;
  latestStart: Day;
  slackDays: number;
  /** Lies on a chain of activities each of which starts because the one before ended, up to the end of the whole. */
  critical: boolean;
}>;

/** Activities in an order in which needs come first, the end of the whole, and one chain that sets it. */
export type Schedule = Readonly<{ items: readonly Scheduled[]; endsOn: Day; criticalPath: readonly string[] }>;

type Node = {
  activity: Activity;
  needs: number[];
  starts: Day;
  ends: Day;
  latestStart: Day;
  critical: boolean;
};

/**
 * Earliest lawful dates of activities from `startsOn`, and how much each may slip.
 * `today`, when given, is the earliest day on which what has not happened yet can start or end.
 * Throws `planning/cycle` (naming the ring), `planning/unknown-need`, and what terms throw.
 */
export function schedule(activities: readonly Activity[], startsOn: Day, today: Day = startsOn): Schedule {
  const nodes = inOrder(activities);
  let endsOn = startsOn;
  for (const node of nodes) {
    passForward(node, { nodes, startsOn, today });
    endsOn = Math.max(endsOn, node.ends);
  }
  for (const node of nodes) {
    node.critical = node.ends === endsOn;
    node.latestStart = endsOn;
  }
  for (const node of nodes.toReversed()) passBackward(node, nodes);
  return { items: nodes.map(scheduled), endsOn, criticalPath: chainTo(nodes, endsOn) };
}

type Bounds = { nodes: readonly Node[]; startsOn: Day; today: Day };

function passForward(node: Node, { nodes, startsOn, today }: Bounds): void {
  const { activity } = node;
  const { actual } = activity;
  let ready = Math.max(startsOn, activity.notBefore ?? startsOn);
  for (const need of node.needs) ready = Math.max(ready, nodes[need]?.ends ?? ready);
  const happened = actual?.startedOn ?? actual?.endedOn;
  node.starts = happened ?? earliestStart(activity, Math.max(ready, today));
  node.ends = actual?.endedOn ?? Math.max(actual?.dueOn ?? endOf(activity, node.starts), today);
  if (actual?.endedOn === undefined && activity.startsOnWorkingDay && node.ends === today) {
    node.ends = workingOnOrAfter(activity.calendar, today);
  }
}

const earliestStart = ({ calendar, startsOnWorkingDay }: Activity, ready: Day): Day =>
  startsOnWorkingDay ? workingOnOrAfter(calendar, ready) : ready;

const endOf = ({ calendar, term }: Activity, start: Day): Day => dueDay(calendar, term, start);

/** Until here `latestStart` holds the latest end; what the node needs must end by its own latest start. */
function passBackward(node: Node, nodes: readonly Node[]): void {
  const latestEnd = node.latestStart;
  node.latestStart = node.activity.actual === undefined ? latestStartFor(node, latestEnd) : node.starts;
  for (const index of node.needs) {
    const need = nodes[index];
    if (need === undefined) continue;
    need.latestStart = Math.min(need.latestStart, Math.max(node.latestStart, need.ends));
    const drives = earliestStart(node.activity, need.ends) === node.starts;
    if (node.critical && drives) need.critical = true;
  }
}

/** The last day from which the activity still ends by `latestEnd`: ends never come earlier for later starts. */
function latestStartFor({ activity, starts }: Node, latestEnd: Day): Day {
  let from = starts;
  let to = latestEnd;
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if (earliestStart(activity, middle) <= latestEnd && endOf(activity, earliestStart(activity, middle)) <= latestEnd) {
      from = middle;
    } else to = middle - 1;
  }
  return from;
}

const scheduled = ({ activity, starts, ends, latestStart, critical }: Node): Scheduled => ({
  key: activity.key,
  starts,
  ends,
  latestStart,
  slackDays: workingBetween(activity.calendar, starts, latestStart),
  critical,
});

/** One chain back from the end: of what an activity needs, the first whose end lets it start when it does. */
function chainTo(nodes: readonly Node[], endsOn: Day): string[] {
  const chain: string[] = [];
  let node = nodes.find(({ ends }) => ends === endsOn);
  while (node !== undefined) {
    chain.unshift(node.activity.key);
    const { starts, activity } = node;
    const needs: Node[] = node.needs.flatMap((index) => nodes[index] ?? []);
    node = needs.find(({ ends }) => earliestStart(activity, ends) === starts);
  }
  return chain;
}

/** Needs first, otherwise as given. */
function inOrder(activities: readonly Activity[]): Node[] {
  const placeOf = new Map(activities.map(({ key }, index) => [key, index]));
  const nodes: Node[] = [];
  const placed = new Map<string, number>();
  const open = new Set<string>();
  const visit = (activity: Activity): number => {
    const known = placed.get(activity.key);
    if (known !== undefined) return known;
    if (open.has(activity.key)) throw ringThrough(activity.key, [...open]);
    open.add(activity.key);
    const needs = activity.needs.map((key) => {
      const need = activities[placeOf.get(key) ?? -1];
      if (need === undefined) throw new Problem('planning/unknown-need', { item: activity.key, need: key });
      return visit(need);
    });
    open.delete(activity.key);
    nodes.push({ activity, needs, starts: 0, ends: 0, latestStart: 0, critical: false });
    placed.set(activity.key, nodes.length - 1);
    return nodes.length - 1;
  };
  for (const activity of activities) visit(activity);
  return nodes;
}

/** Whether a date relies on a year whose calendar is not published yet. */
export function isProvisional(activities: readonly Activity[], { items }: Pick<Schedule, 'items'>): boolean {
  const publishedUntil = new Map(activities.map(({ key, calendar }) => [key, calendar.publishedUntil]));
  return items.some(({ key, ends }) => ends > (publishedUntil.get(key) ?? ends));
}

const ringThrough = (key: string, open: readonly string[]): Problem =>
  new Problem('planning/cycle', { items: [...open.slice(open.indexOf(key)), key].join(' → ') });
