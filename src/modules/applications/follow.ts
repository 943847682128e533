import type { Localized } from '#kernel/language.ts';
import { type CaseState, type CaseStatus, standing } from '#modules/cases/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import type { DecisionState } from '#modules/decisions/index.ts';
import type { Plan, PlanItem } from '#modules/planning/index.ts';
import { type CaseClock, isAwaited } from '#modules/requests/index.ts';
import type { PlaceFacts } from '#modules/territory/index.ts';
import { calendarCause, type EndCause, isOpen, type PlanMoved, ruleCause } from './application.ts';
import { type NamedClock, namedClock } from './case-clocks.ts';
import { type PlanNow, planNow } from './progress.ts';
import { type ApplicationFile, availableOutputs, namesOf } from './read-application.ts';
import { situationOf } from './subject.ts';

/** Where an own or outside step stands. */
export type StepStatus = 'waiting' | 'open' | 'done';

/** How a part ended, if it has. */
export type PartResult = Readonly<{
  outcome: 'granted' | 'refused' | 'rejected';
  text: string;
  grounds: readonly Readonly<{ text: Localized; clause?: string | undefined; cure?: Localized | undefined }>[];
  documentId?: string;
  verifyCode?: string;
  recordNumber?: string;
}>;

/** One part of the application: a service's case, another agency's service, or the applicant's own work. */
export type Part = Readonly<{
  key: string;
  kind: PlanItem['kind'];
  name: Localized;
  ownerId: string;
  owner?: Localized;
  status: CaseStatus | StepStatus;
  since?: string;
  due?: CaseState['due'];
  caseId?: string;
  caseNumber?: string;
  stepId?: string;
  /** What must exist first, and who makes it. */
  awaits: readonly Readonly<{ what: Localized; from: Localized }>[];
  /** Requests of the department that are not answered yet, or were. */
  requests: readonly Readonly<{
    to: Localized;
    subject: Localized;
    since: string;
    dueOn: string;
    isAwaited: boolean;
  }>[];
  proof?: Readonly<{ name: Localized; number: boolean }>;
  report?: Readonly<{ on: string; number?: string; documentIds: readonly string[] }>;
  /** Whose time it is and was, of a case. */
  clock?: NamedClock;
  /** Since when the clock of a case stands, and why. */
  stands?: Readonly<{ from: string; reason: string; evidence: string }>;
  result?: PartResult;
}>;

/** One move of the end of the whole application. Days in which the same things ran late are one move. */
export type Move = Readonly<{
  /** ISO instant. */
  at: string;
  from: string;
  to: string;
  causes: readonly NamedCause[];
}>;
export type NamedCause = Readonly<{
  key: string;
  /** What took longer; of a change of law the calendar or the service. */
  name: Localized;
  owner?: Localized;
  law?: 'calendar' | 'rule';
  days: number;
}>;

/** The page an applicant follows: whose turn it is, every part, and when it can end. */
export type FollowView = Readonly<{
  applicationId: string;
  number: string;
  situation: Localized;
  applicantName: string;
  filedAt: string;
  receivedOn: string;
  /** First lawful end as planned at the filing. */
  endsOn: string;
  digest: string;
  place?: PlaceFacts;
  /** The plan as it was filed. */
  plan: Plan;
  /** The plan with what has happened since, and by whom its end moved. */
  now: PlanNow;
  /** What moved the end since the filing, with names. */
  causes: readonly NamedCause[];
  /** Own work that sets the end: taking half as long ends so many calendar days earlier. */
  shortenings: readonly Readonly<{ name: Localized; days: number }>[];
  /** How the end moved, the newest first: what moved it, whose that was, by how many calendar days. */
  moves: readonly Move[];
  parts: readonly Part[];
  /** Parts that wait for the applicant. */
  yourTurn: readonly Part[];
}>;

/** What the page needs beside the application: the day, and whose time runs in each case. */
type Known = Readonly<{
  today: Temporal.PlainDate;
  clocks: ReadonlyMap<string, CaseClock>;
  moves: readonly PlanMoved[];
}>;

/** Pure: the applicant's page from everything around the application. */
export function followView(file: ApplicationFile, { today, clocks, moves }: Known): FollowView {
  const { application, filing, pack } = file;
  const now = planNow(file, today);
  const parts = filing.plan.items.map((item) => partOf(file, item, clocks));
  return {
    applicationId: application.id,
    number: application.number,
    situation: situationOf(pack, application.subject).name,
    applicantName: filing.applicant.name,
    filedAt: application.filedAt,
    receivedOn: application.receivedOn,
    endsOn: application.endsOn,
    digest: application.digest,
    ...(filing.place ? { place: filing.place } : {}),
    plan: filing.plan,
    now,
    causes: now.change.causes.map((cause) => namedCause(file, cause)),
    shortenings: now.shortenings.map(({ key, days }) => ({
      days,
      name: namedCause(file, { key, ownerId: 'applicant', days }).name,
    })),
    moves: movesOf(file, moves),
    parts,
    yourTurn: parts.filter(({ kind, status }) => status === 'rejected' || (kind !== 'service' && status === 'open')),
  };
}

/** The moves as people read them, the newest first. */
function movesOf(file: ApplicationFile, moves: readonly PlanMoved[]): Move[] {
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
  const { key, ownerId, days } = cause;
  const city = pack.calendars.find(({ id }) => id === pack.city.calendar);
  if (key === calendarCause && city !== undefined) return { key, name: city.name, law: 'calendar', days };
  if (key.startsWith(ruleCause)) {
    const { name } = namedCause({ pack, filing }, { ...cause, key: key.slice(ruleCause.length) });
    return { key, name, law: 'rule', days };
  }
  const item = filing.plan.items.find((one) => one.key === key);
  const named = pack.services.find(({ id }) => id === item?.serviceId)?.name ??
    pack.steps.find(({ id }) => id === item?.stepId)?.name ?? { ru: key, tt: key, en: key };
  return { key, name: named, days, ...(ownerId === 'applicant' ? {} : { owner: nameOf(pack, ownerId) }) };
}

function partOf(file: ApplicationFile, item: PlanItem, clocks: Known['clocks']): Part {
  const found = file.cases.find(({ itemKey }) => itemKey === item.key);
  return found === undefined
    ? stepPart(file, item)
    : { ...casePart(file, item, found), ...timesOf(file, found, clocks) };
}

function casePart(file: ApplicationFile, item: PlanItem, found: CaseState): Part {
  const { pack, filing } = file;
  const { service, department } = namesOf(pack, found);
  const result = resultOf(file, found);
  return {
    key: item.key,
    kind: item.kind,
    name: service,
    ownerId: found.departmentId,
    owner: department,
    status: found.phase.status,
    since: found.since,
    ...(found.due ? { due: found.due } : {}),
    caseId: found.id,
    caseNumber: found.number,
    awaits: found.awaits.map((output) => awaited(pack, filing.plan, output)),
    requests: file.requests
      .filter(({ caseId }) => caseId === found.id)
      .map((request) => ({
        to: nameOf(pack, request.toDepartmentId),
        subject: request.subject,
        since: request.askedAt,
        dueOn: request.due.on,
        isAwaited: isAwaited(request),
      })),
    ...(result ? { result } : {}),
  };
}

function timesOf({ pack }: ApplicationFile, found: CaseState, clocks: Known['clocks']): Pick<Part, 'clock' | 'stands'> {
  const clock = clocks.get(found.id);
  const stands = standing(found);
  return {
    ...(clock ? { clock: namedClock(pack, clock) } : {}),
    ...(stands ? { stands: { from: stands.from, reason: stands.reason, evidence: stands.evidence } } : {}),
  };
}

function stepPart(file: ApplicationFile, item: PlanItem): Part {
  const { application, pack, filing } = file;
  const step = application.steps.find(({ key }) => key === item.key);
  const described = pack.steps.find(({ id }) => id === item.stepId);
  if (step === undefined || described === undefined) throw new Error(`the plan's ${item.key} is neither case nor step`);
  const available = availableOutputs(application, file.cases);
  const missing = step.awaits.filter((output) => !available.has(output));
  const status = step.report ? 'done' : isOpen(step, available) ? 'open' : 'waiting';
  return {
    key: item.key,
    kind: item.kind,
    name: described.name,
    ownerId: item.ownerId,
    ...(item.ownerId === 'applicant' ? {} : { owner: nameOf(pack, item.ownerId) }),
    status,
    ...(step.report ? { since: step.report.at, report: step.report } : {}),
    stepId: step.stepId,
    awaits: missing.map((output) => awaited(pack, filing.plan, output)),
    requests: [],
    ...(described.proof ? { proof: described.proof } : {}),
  };
}

const nameOf = (pack: Pack, departmentId: string): Localized =>
  pack.departments.find(({ id }) => id === departmentId)?.name ?? {
    ru: departmentId,
    tt: departmentId,
    en: departmentId,
  };

/** An output with the name of the part that will give it. */
function awaited(pack: Pack, plan: Plan, output: string) {
  const maker = plan.items.find(({ produces }) => produces.includes(output));
  const named =
    pack.services.find(({ id }) => id === maker?.serviceId)?.name ??
    pack.steps.find(({ id }) => id === maker?.stepId)?.name;
  const what = pack.outputs.find(({ id }) => id === output)?.name ?? { ru: output, tt: output, en: output };
  return { what, from: named ?? what };
}

function resultOf({ pack, decisions }: ApplicationFile, found: CaseState): PartResult | undefined {
  const service = pack.services.find(({ id }) => id === found.serviceId);
  const { phase } = found;
  if (phase.status === 'rejected') {
    const grounds = pack.intakeGrounds.filter(({ id }) => phase.grounds.includes(id));
    return { outcome: 'rejected', text: phase.comment, grounds };
  }
  const decision = decisions.find(({ caseId }) => caseId === found.id);
  return decision === undefined || decision.phase.status !== 'signed'
    ? undefined
    : signedResult(decision, decision.phase, service?.grounds ?? []);
}

function signedResult(
  { content }: DecisionState,
  signed: Extract<DecisionState['phase'], { status: 'signed' }>,
  grounds: readonly Readonly<{
    id: string;
    text: Localized;
    clause?: string | undefined;
    cure?: Localized | undefined;
  }>[],
): PartResult {
  return {
    outcome: content.outcome,
    text: content.text,
    grounds: grounds.filter(({ id }) => content.grounds.includes(id)),
    documentId: signed.documentId,
    verifyCode: signed.verifyCode,
    ...(signed.record ? { recordNumber: signed.record.number } : {}),
  };
}
