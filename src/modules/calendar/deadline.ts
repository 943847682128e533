import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import type { Calendar } from './calendar.ts';
import { requireInside } from './calendar.ts';
import { type Day, dateOfDay, dayOfDate, isoOfDay } from './civil.ts';
import { calendarReference, type Derivation, type RuleChoice, rollOf, stretchesOf } from './derivation.ts';
import { allowedExtension, type Extension, type ExtensionKind } from './extension.ts';
import { endOfHours } from './hours.ts';
import { type Leg, lastDayOf, rolledDay } from './legs.ts';
import { clockOf, minuteOfDay, momentOf, type OfficeHours } from './office-hours.ts';
import { type Standstill, type Suspension, standstillsOf } from './suspension.ts';

/** A term as a version of a regulation sets it. */
export type TermRule = Readonly<{
  id: string;
  version: string;
  name?: Localized;
  term: Term;
  /** Kinds of extension the regulation allows; none when absent. */
  extensions?: readonly ExtensionKind[];
  /** Needed for terms in working hours. */
  office?: OfficeHours;
  choice?: RuleChoice;
}>;

/** What happened in a case as far as its term goes. */
export type TermFacts = Readonly<{
  /** The event that starts the clock; `at` is its local time, needed only for terms in hours. */
  event: Readonly<{ kind: Term['from']; on: Temporal.PlainDate; at?: Temporal.PlainDateTime }>;
  suspensions?: readonly Suspension[];
  extensions?: readonly Extension[];
  /** Today. A start after it is refused; a suspension that still runs is taken to last through it. */
  asOf?: Temporal.PlainDate;
}>;

/** A date of law with its whole reason. `at` is set only for terms counted in hours. */
export type Deadline = Readonly<{ on: Temporal.PlainDate; at?: Temporal.PlainDateTime; derivation: Derivation }>;

/**
 * When a term ends that `start` has started: the day of the event does not count.
 * Throws `calendar/impossible-term`, `calendar/outside-calendar`.
 */
export const addTerm = (calendar: Calendar, term: Term, start: Temporal.PlainDate): Deadline =>
  deadlineOf(calendar, { id: 'term', version: '1', term }, { event: { kind: term.from, on: start } });

/**
 * When a term ends under the facts of a case; the due date always follows from them and is never stored alone.
 * A late answer of another agency is no fact here: it does not prolong a term.
 * Throws `calendar/wrong-start-event`, `calendar/start-in-future`, and the problems of suspensions, extensions and
 * terms (`suspension.ts`, `extension.ts`, `legs.ts`).
 */
export function deadlineOf(calendar: Calendar, rule: TermRule, facts: TermFacts): Deadline {
  const start = startOf(calendar, rule, facts);
  const standstills = standstillsOf(facts.suspensions ?? [], facts.asOf);
  return rule.term.unit === 'workingHours'
    ? hoursDeadline(calendar, rule, { facts, start, standstills })
    : daysDeadline(calendar, rule, { facts, start, standstills });
}

/** What the two ways of counting share. */
type Counted = Readonly<{ facts: TermFacts; start: Day; standstills: readonly Standstill[] }>;

function startOf(calendar: Calendar, { term }: TermRule, { event, asOf }: TermFacts): Day {
  if (event.kind !== term.from) {
    throw new Problem('calendar/wrong-start-event', { expected: term.from, found: event.kind });
  }
  const start = dayOfDate(event.on);
  requireInside(calendar, start);
  if (asOf !== undefined && start > dayOfDate(asOf)) {
    throw new Problem('calendar/start-in-future', { start: isoOfDay(start), today: asOf.toString() });
  }
  return start;
}

function daysDeadline(calendar: Calendar, rule: TermRule, counted: Counted): Deadline {
  const { start, standstills, facts } = counted;
  const { term } = rule;
  const rolled = (legs: readonly Leg[]): Day =>
    rolledDay(
      calendar,
      { last: lastDayOf(calendar, { start, legs }, standstills), start, roll: term.roll },
      standstills,
    );
  const { legs, extensions } = extendedLegs(rule, { start, facts, rolled });
  const spans: { unit: Leg['unit']; after: Day; until: Day }[] = [];
  let last = start;
  for (const leg of legs) {
    const after = last;
    last = lastDayOf(calendar, { start: after, legs: [leg] }, standstills);
    spans.push({ unit: leg.unit, after, until: last });
  }
  const due = rolledDay(calendar, { last, start, roll: term.roll }, standstills);
  return {
    on: dateOfDay(due),
    derivation: {
      ...reasonOf(calendar, rule, facts),
      extensions,
      stretches: stretchesOf(calendar, spans, standstills),
      lastDay: isoOfDay(last),
      roll: rollOf(calendar, last, due),
      due: isoOfDay(due),
      provisional: Math.max(last, due) > calendar.publishedUntil,
    },
  };
}

type Extended = Readonly<{ legs: readonly Leg[]; extensions: Derivation['extensions'] }>;
const noExtensions: Derivation['extensions'] = [];

/** The term and its extensions as legs; what follows in the same unit runs on as one (1 month and 1 month are 2). */
function extendedLegs(
  { term, extensions: kinds }: TermRule,
  { start, facts, rolled }: { start: Day; facts: TermFacts; rolled: (legs: readonly Leg[]) => Day },
): Extended {
  let legs: readonly Leg[] = [{ amount: term.amount, unit: term.unit as Leg['unit'] }];
  if (facts.extensions === undefined || facts.extensions.length === 0) return { legs, extensions: noExtensions };
  const given = facts.extensions.toSorted((a, b) => Temporal.PlainDate.compare(a.decidedOn, b.decidedOn));
  const told: Derivation['extensions'][number][] = [];
  let dueBefore: Day | undefined;
  for (const [index, extension] of given.entries()) {
    const due = rolled(legs);
    const standing = { start, due, before: given.slice(0, index), dueBefore };
    const { unit } = allowedExtension(kinds ?? [], extension, standing);
    if (unit === 'workingHours') throw new Problem('calendar/impossible-term', { amount: extension.amount, unit });
    const { amount, kind, reason, evidence } = extension;
    told.push({
      kind,
      amount,
      unit,
      decidedOn: extension.decidedOn.toString(),
      reason,
      evidence,
      dueBefore: isoOfDay(due),
    });
    legs = withLeg(legs, { amount, unit });
    dueBefore = due;
  }
  return { legs, extensions: told };
}

function withLeg(legs: readonly Leg[], leg: Leg): readonly Leg[] {
  const last = legs.at(-1);
  if (last?.unit !== leg.unit) return [...legs, leg];
  return [...legs.slice(0, -1), { unit: leg.unit, amount: last.amount + leg.amount }];
}

function hoursDeadline(calendar: Calendar, rule: TermRule, { facts, start, standstills }: Counted): Deadline {
  const { office, term } = rule;
  const { at } = facts.event;
  if (office === undefined || at === undefined || !at.toPlainDate().equals(facts.event.on)) {
    throw new Problem('calendar/hours-needed', { rule: rule.id });
  }
  if (facts.extensions?.[0] !== undefined) {
    throw new Problem('calendar/extension-not-allowed', { kind: facts.extensions[0].kind, reason: 'workingHours' });
  }
  const from = { day: start, minute: minuteOfDay(at), hours: term.amount, standstills };
  const { day, minute, stretches } = endOfHours(calendar, office, from);
  return {
    on: dateOfDay(day),
    at: momentOf(day, minute),
    derivation: {
      ...reasonOf(calendar, rule, facts),
      office,
      extensions: noExtensions,
      stretches,
      lastDay: isoOfDay(day),
      roll: null,
      due: isoOfDay(day),
      time: clockOf(minute),
      provisional: day > calendar.publishedUntil,
    },
  };
}

type Reason = Pick<Derivation, 'format' | 'event' | 'rule' | 'calendar' | 'suspensions' | 'asOf'>;
const noSuspensions: Derivation['suspensions'] = [];

function reasonOf(calendar: Calendar, { id, version, name, term, choice }: TermRule, facts: TermFacts): Reason {
  const { kind, on, at } = facts.event;
  const runs = facts.suspensions?.some(({ resumed }) => resumed === null) ?? false;
  return {
    format: 'deadline/1',
    event: { kind, on: isoOfDay(dayOfDate(on)), ...(at && { at: at.toString({ smallestUnit: 'minute' }) }) },
    rule: { id, version, term, ...(name && { name }), ...(choice && { choice }) },
    calendar: calendarReference(calendar),
    suspensions:
      facts.suspensions?.map(({ from, resumed, reason, evidence, owner }) => ({
        from: from.toString(),
        resumed: resumed?.toString() ?? null,
        reason,
        evidence,
        owner,
      })) ?? noSuspensions,
    ...(runs && facts.asOf && { asOf: facts.asOf.toString() }),
  };
}

/**
 * The bare due day of a term, as day numbers: what plans and forecasts count with. Hours are taken as working days of
 * eight. Throws as `addTerm`.
 */
export function dueDay(calendar: Calendar, term: Term, start: Day): Day {
  const { amount, unit } = inDays(term);
  const leg: Leg = { amount, unit: unit as Leg['unit'] };
  const last = lastDayOf(calendar, { start, legs: [leg] }, []);
  return rolledDay(calendar, { last, start, roll: term.roll }, []);
}
const hoursOfADay = 8;

/** A term as plans count it: hours as working days of eight. */
export const inDays = (term: Term): Term =>
  term.unit === 'workingHours' ? { ...term, amount: Math.ceil(term.amount / hoursOfADay), unit: 'workingDays' } : term;
