import type { Localized } from '#kernel/language.ts';
import type { Term } from '#kernel/term.ts';
import { type Calendar, type Day, dayOfDate, dayOfIso, isoOfDay, receive } from '#modules/calendar/index.ts';
import type { Pack, Situation } from '#modules/catalogue/index.ts';
import { type PlanFee, type Settled, settle } from './alternatives.ts';
import { calendarFor } from './calendars.ts';
import { type Answers, type Ask, askUnder } from './conditions.ts';
import { type Conditional, type EvidenceRef, type Prepared, type PreparedItem, prepare } from './prepared.ts';
import { type Producers, withRequired } from './required.ts';
import { type Activity, isProvisional, type Schedule, schedule } from './schedule.ts';

/** A service or step somebody needs in a situation, with its reason, its dates and its papers. */
export type PlanItem = Readonly<{
  key: string;
  kind: 'service' | 'outside' | 'own';
  serviceId?: string;
  stepId?: string;
  /** Department, agency or `applicant`. */
  ownerId: string;
  status: 'needed' | 'check';
  reason: Localized;
  /** Keys of items of this plan that must end first. */
  needs: readonly string[];
  /** Outputs it rests on, in this plan or not. */
  requires: readonly string[];
  produces: readonly string[];
  term: Term;
  /** Calendar on which the term is counted; plans filed before there were several have none: the city's. */
  calendarId?: string;
  /** The case in which this term holds, where it is not the usual one. */
  termCase?: Localized;
  /** What answers not given yet may still shorten or lower: until then the longest term and the highest fee stand. */
  open?: readonly ('term' | 'fee')[];
  /** The term is a guess that the applicant may change, not law. */
  estimated: boolean;
  /** ISO dates: the day of the start event, and the last lawful day. */
  starts: string;
  ends: string;
  slackDays: number;
  critical: boolean;
  documents: Readonly<{ bring: readonly EvidenceRef[]; cityGets: readonly EvidenceRef[] }>;
  fee: PlanFee;
}>;

/** The plan of a life situation: plain, JSON-able. Items stand in an order in which needs come first. */
export type Plan = Readonly<{
  situationId: string;
  items: readonly PlanItem[];
  /** Keys of what an officer would check and the applicant does without; absent when there is none. */
  leftOut?: readonly string[];
  startsOn: string;
  /** The earliest day by which, if every body uses its whole lawful term, everything is done. */
  endsOn: string;
  criticalPath: readonly string[];
  /** Sum of fees in minor units. */
  fees: number;
  /** How many askings of an element are saved because each is asked once for all services. */
  askedOnceSavings: number;
  /** The end relies on a year whose calendar is not published yet. */
  provisional: boolean;
}>;

export type PlanInput = Answers &
  Readonly<{
    situation: Situation;
    startsOn: Temporal.PlainDate;
    /**
     * Local time of the filing. What an office receives after its hours counts from its next working day; without it the
     * plan begins in office hours.
     */
    filedAt?: Temporal.PlainDateTime | undefined;
    /** What the applicant thinks own or outside work takes, by step id; wins over the pack's estimate. */
    estimates?: Readonly<Record<string, Pick<Term, 'amount' | 'unit'>>> | undefined;
    /** Keys of items that the applicant does without, where only an officer's check would tell whether they are needed. */
    leaveOut?: readonly string[] | undefined;
  }>;

/** An item that the answers call for. */
type Candidate = Readonly<{ prepared: PreparedItem; status: PlanItem['status'] }>;
type Included = Candidate & Readonly<{ requires: readonly string[]; calendar: Calendar; settled: Settled }>;

/**
 * Which services and steps a person needs, in which order, by when. Pure; under a millisecond for a dozen services.
 * An item whose condition is not decided by the answers is in the plan with status `check`, unless it is left out. What
 * is needed cannot be left out, and at least one service stays: a wish against that changes nothing.
 * Throws `planning/cycle` and the problems of terms and calendars.
 */
export function plan(pack: Pack, input: PlanInput): Plan {
  const prepared = prepare(pack, input.situation);
  const ask = askUnder(input);
  const { items, leftOut } = withoutLeftOut(includedItems(prepared, ask), input.leaveOut);
  const producers = producersOf(items);
  const startsOn = dayOfDate(input.startsOn);
  const included = withRequired(items, { ask, producers }).map((one) => {
    const calendar = calendarOf(one.prepared, { pack, input });
    return { ...one, calendar, settled: settle(one.prepared, { ask, calendar, startsOn }) };
  });
  const receivedOn = receiptBy(pack, input.filedAt);
  const activities = included.map((one) => activityOf(one, { producers, input, receivedOn }));
  const dates = schedule(activities, startsOn);
  const byKey = new Map(included.map((one, index) => [one.prepared.key, { one, activity: activities[index] }]));
  const planned = dates.items.flatMap((scheduled) => {
    const found = byKey.get(scheduled.key);
    if (found?.activity === undefined) return [];
    const { one, activity } = found;
    return [planItem(one, { scheduled, activity, ask, prepared, producers })];
  });
  return {
    situationId: input.situation.id,
    items: planned,
    ...(leftOut.length > 0 && { leftOut }),
    ...wholeOf(dates, startsOn),
    fees: planned.reduce((sum, { fee }) => sum + fee.amount, 0),
    askedOnceSavings: askingsSaved(included, ask),
    provisional: isProvisional(activities, dates),
  };
}

/** The questions of a situation that the answers given so far call for. */
export function triageQuestions(situation: Situation, answers: Answers): Situation['triage'] {
  const ask = askUnder(answers);
  return situation.triage.filter(({ when }) => ask(when) === 'yes');
}

const wholeOf = (dates: Schedule, startsOn: Day): Pick<Plan, 'startsOn' | 'endsOn' | 'criticalPath'> => ({
  startsOn: isoOfDay(startsOn),
  endsOn: isoOfDay(dates.endsOn),
  criticalPath: dates.criticalPath,
});

function includedItems({ items }: Prepared, ask: Ask): Candidate[] {
  const included = new Map<string, Candidate>();
  for (const prepared of items) {
    const { when, uncertain } = prepared.item;
    const isUncertain = uncertain !== undefined && ask(uncertain) === 'yes';
    const holds = ask(when);
    if ((holds === 'no' && !isUncertain) || included.has(prepared.key)) continue;
    const status = isUncertain || holds === 'unknown' ? 'check' : 'needed';
    included.set(prepared.key, { prepared, status });
  }
  return [...included.values()];
}

function withoutLeftOut(items: readonly Candidate[], wished: readonly string[] = []) {
  const isLeft = ({ prepared, status }: Candidate) => status === 'check' && wished.includes(prepared.key);
  const kept = items.filter((one) => !isLeft(one));
  if (!kept.some(({ prepared }) => prepared.kind === 'service')) return { items, leftOut: [] };
  return { items: kept, leftOut: items.filter(isLeft).map(({ prepared }) => prepared.key) };
}

function producersOf(included: readonly Candidate[]): Producers {
  const producers = new Map<string, string[]>();
  for (const { prepared } of included) {
    for (const output of prepared.produces) producers.set(output, [...(producers.get(output) ?? []), prepared.key]);
  }
  return producers;
}

const calendarOf = (
  { serviceId, ownerId }: PreparedItem,
  { pack, input }: Readonly<{ pack: Pack; input: PlanInput }>,
): Calendar => calendarFor(pack, { serviceId, departmentId: ownerId, placeId: districtOf(input.place) });

/** The day on which offices on a calendar receive what is filed at `filedAt`: worked out once for each calendar. */
function receiptBy({ city }: Pack, filedAt: PlanInput['filedAt']): (calendar: Calendar) => Day | undefined {
  const known = new Map<Calendar, Day>();
  return (calendar) => {
    if (filedAt === undefined) return undefined;
    const day = known.get(calendar) ?? dayOfIso(receive(calendar, city.officeHours, filedAt).on);
    known.set(calendar, day);
    return day;
  };
}

type Around = Readonly<{ producers: Producers; input: PlanInput; receivedOn: ReturnType<typeof receiptBy> }>;

function activityOf(one: Included, { producers, input, receivedOn }: Around): Activity {
  const { prepared: item, requires, calendar, settled } = one;
  const needs = new Set(requires.flatMap((output) => producers.get(output) ?? []));
  needs.delete(item.key);
  const estimate = item.estimated ? input.estimates?.[item.key] : undefined;
  const isOffice = item.kind !== 'own';
  const notBefore = isOffice ? receivedOn(calendar) : undefined;
  return {
    key: item.key,
    term: estimate === undefined ? settled.term : { ...settled.term, ...estimate },
    calendar,
    needs: [...needs],
    startsOnWorkingDay: isOffice,
    ...(notBefore !== undefined && { notBefore }),
  };
}

const districtOf = (place: Answers['place']): string | undefined =>
  typeof place?.district === 'string' ? place.district : undefined;

type Planned = Readonly<{
  scheduled: Schedule['items'][number];
  activity: Activity;
  ask: Ask;
  prepared: Prepared;
  producers: Producers;
}>;

function planItem(one: Included, { scheduled, activity, ask, prepared, producers }: Planned): PlanItem {
  const { item, needs: _, bring, cityGets, asks: __, ...fixed } = one.prepared;
  const fromElsewhere = one.requires.filter((output) => !producers.has(output)).map(prepared.sourceOf);
  const documents = {
    bring: [...needed(bring, ask), ...fromElsewhere.flatMap((one) => (one.cityGets ? [] : one.evidence))],
    cityGets: [...needed(cityGets, ask), ...fromElsewhere.flatMap((one) => (one.cityGets ? one.evidence : []))],
  };
  return {
    ...fixed,
    ...one.settled,
    status: one.status,
    reason: item.because?.find(({ when }) => ask(when) === 'yes')?.text ?? item.reason,
    needs: activity.needs,
    requires: one.requires,
    term: activity.term,
    calendarId: activity.calendar.id,
    starts: isoOfDay(scheduled.starts),
    ends: isoOfDay(scheduled.ends),
    slackDays: scheduled.slackDays,
    critical: scheduled.critical,
    documents,
  };
}

function needed(documents: readonly Conditional[], ask: Ask): EvidenceRef[] {
  return documents.flatMap(({ evidence, when }) => {
    const holds = ask(when);
    if (holds === 'no') return [];
    return holds === 'yes' ? evidence : { ...evidence, certain: false };
  });
}

/** Only askings that are certain count: a saving is never promised on answers not given. */
function askingsSaved(included: readonly Included[], ask: Ask): number {
  const distinct = new Set<string>();
  let askings = 0;
  for (const { prepared } of included) {
    for (const { element, when } of prepared.asks) {
      if (ask(when) !== 'yes') continue;
      askings++;
      distinct.add(element);
    }
  }
  return askings - distinct.size;
}
