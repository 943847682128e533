import type { Localized } from '#kernel/language.ts';
import {
  type CaseState,
  type CaseStatus,
  currentCases,
  hasFailed,
  isEnded,
  openAsks,
  outputsToApplyFor,
  standing,
} from '#modules/cases/index.ts';
import { indexPack } from '#modules/catalogue/index.ts';
import { itemName, type Plan, type PlanItem } from '#modules/planning/index.ts';
import { type CaseClock, isAwaited } from '#modules/requests/index.ts';
import type { PlaceFacts } from '#modules/territory/index.ts';
import { type Addition, additionsOf } from './additions.ts';
import { type ApplicationState, type ApplicationStep, isOpen, type PlanMoved } from './application.ts';
import { isAwaitedByOthers } from './awaited.ts';
import { type NamedClock, namedClock } from './case-clocks.ts';
import { type Move, movesOf, type NamedCause, namedCause } from './end-moves.ts';
import { type PartResult, resultOf } from './part-result.ts';
import { type Ending, endingOf, type PlanNow, planNow } from './progress.ts';
import { type ApplicationFile, availableOutputs, nameOf, namesOf, packOfCase } from './read-application.ts';
import { situationOf } from './subject.ts';

/** Where an own or outside step stands. */
export type StepStatus = 'waiting' | 'open' | 'done' | 'withdrawn';

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
  /** What must exist first, and who makes it; `failed`: only if the applicant applies for that again. */
  awaits: readonly Readonly<{ what: Localized; from: Localized; failed?: true }>[];
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
  stands?: Readonly<{ from: string; reason: string; evidence: string; isYours: boolean }>;
  result?: PartResult;
  /** What the officer asked the applicant to supply; `suppliedAt` once it is there (ISO instant). */
  asks: readonly Readonly<{
    id: string;
    text: string;
    dueOn: string;
    fields: readonly Localized[];
    suppliedAt?: string;
  }>[];
  /** What the applicant added unasked. */
  additions: readonly Addition[];
  /** The applicant may add something unasked. */
  mayAdd: boolean;
  /** The cases of this service that failed before it was applied for again, the newest first. */
  earlier: readonly Readonly<{ caseNumber: string; result?: PartResult }>[];
  /** The applicant may correct it and apply again; `isNeeded`: others wait for it. */
  mayApplyAgain?: Readonly<{ isNeeded: boolean }>;
  /** The applicant may give it up. */
  mayWithdraw: boolean;
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
  /** Nothing is left to do: the end of `now` is the day on which that came to be. */
  ending?: Ending;
  /** What moved the end since the filing, with names. */
  causes: readonly NamedCause[];
  /** Own work that sets the end: taking half as long ends so many calendar days earlier. */
  shortenings: readonly Readonly<{ name: Localized; days: number }>[];
  /** How the end moved, the newest first: what moved it, whose that was, by how many calendar days. */
  moves: readonly Move[];
  /** Why days became days off and moved dates of this application. */
  closures: readonly string[];
  parts: readonly Part[];
  /** What an officer would have checked and the applicant does without. */
  leftOut: readonly Localized[];
  /** Parts that wait for the applicant. */
  yourTurn: readonly Part[];
  /** Cases applied for again after the filing: when, and the fingerprint of what was filed then. */
  again: readonly Readonly<{ at: string; caseNumber: string; service: Localized; digest: string }>[];
  /** When the applicant gave up what was left (ISO instant). */
  withdrawnAt?: string;
  /** Something is left that the applicant may give up. */
  mayWithdraw: boolean;
}>;

/** What the page needs beside the application: the day, and whose time runs in each case. */
type Known = Readonly<{
  today: Temporal.PlainDate;
  clocks: ReadonlyMap<string, CaseClock>;
  moves: readonly PlanMoved[];
  closures: readonly string[];
}>;

/** Pure: the applicant's page from everything around the application. */
export function followView(file: ApplicationFile, { today, clocks, moves, closures }: Known): FollowView {
  const { application, filing, pack } = file;
  const now = planNow(file, today);
  const parts = filing.plan.items.map((item) => partOf(file, item, clocks));
  const ending = endingOf(file);
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
    ...(ending ? { ending } : {}),
    causes: now.change.causes.map((cause) => namedCause(file, cause)),
    shortenings: now.shortenings.map(({ key, days }) => ({
      days,
      name: namedCause(file, { key, ownerId: 'applicant', days }).name,
    })),
    moves: movesOf(file, moves),
    closures,
    parts,
    leftOut: (application.leftOut ?? []).map((key) => itemName(pack, key)),
    yourTurn: parts.filter(isYourTurn),
    again: againOf(file),
    ...(application.withdrawnAt ? { withdrawnAt: application.withdrawnAt } : {}),
    mayWithdraw: parts.some(({ mayWithdraw }) => mayWithdraw),
  };
}

/** What was applied for again, oldest first. */
const againOf = ({ application, cases, pack }: ApplicationFile): FollowView['again'] =>
  (application.again ?? []).flatMap(({ at, caseId, digest }) => {
    const found = cases.find(({ id }) => id === caseId);
    return found ? [{ at, digest, caseNumber: found.number, service: namesOf(pack, found).service }] : [];
  });

/** Steps that can be done; what stands until the applicant moves; what was not taken up; what was refused, if others wait for it. */
const isYourTurn = ({ kind, status, mayApplyAgain, asks, stands }: Part): boolean =>
  kind === 'service'
    ? stands?.isYours === true ||
      asks.some(({ suppliedAt }) => suppliedAt === undefined) ||
      (mayApplyAgain !== undefined && (status === 'rejected' || mayApplyAgain.isNeeded))
    : status === 'open';

function partOf(file: ApplicationFile, item: PlanItem, clocks: Known['clocks']): Part {
  const found = currentCases(file.cases).find(({ itemKey }) => itemKey === item.key);
  return found === undefined
    ? stepPart(file, item)
    : { ...casePart(file, item, found), ...timesOf(file, found, clocks) };
}

function casePart(file: ApplicationFile, item: PlanItem, found: CaseState): Part {
  const { pack } = file;
  const { service, department } = namesOf(packOfCase(file, found), found);
  const result = resultOf(file, found);
  const isOver = file.application.withdrawnAt !== undefined;
  const isNeeded = isAwaitedByOthers(file, found);
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
    awaits: found.awaits.map((output) => awaited(file, output)),
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
    asks: asksOf(file, found),
    additions: additionsOf(file, found),
    mayAdd: !isOver && !isEnded(found),
    earlier: earlierOf(file, found),
    ...(hasFailed(found) && !isOver ? { mayApplyAgain: { isNeeded } } : {}),
    mayWithdraw: !isOver && (!isEnded(found) || hasFailed(found)),
  };
}

/** What was asked of the applicant, as long as it matters: open questions of a case that has not ended, and answered ones. */
function asksOf(file: ApplicationFile, found: CaseState): Part['asks'] {
  const { elements } = indexPack(packOfCase(file, found));
  const open = new Set(openAsks(found).map(({ id }) => id));
  return (found.asks ?? [])
    .filter(({ id, suppliedAt }) => suppliedAt !== undefined || open.has(id))
    .map(({ id, text, due, elements: asked, suppliedAt }) => ({
      id,
      text,
      dueOn: due.on,
      fields: asked.flatMap((one) => elements.get(one)?.label ?? []),
      ...(suppliedAt ? { suppliedAt } : {}),
    }));
}

function earlierOf(file: ApplicationFile, { again }: CaseState): Part['earlier'] {
  const before = file.cases.find(({ id }) => id === again?.caseId);
  if (before === undefined) return [];
  const result = resultOf(file, before);
  return [{ caseNumber: before.number, ...(result ? { result } : {}) }, ...earlierOf(file, before)];
}

function timesOf({ pack }: ApplicationFile, found: CaseState, clocks: Known['clocks']): Pick<Part, 'clock' | 'stands'> {
  const clock = clocks.get(found.id);
  const stood = standing(found);
  const times = clock ? { clock: namedClock(pack, clock) } : {};
  if (stood === undefined) return times;
  const { from, reason, evidence, owner } = stood;
  return { ...times, stands: { from, reason, evidence, isYours: owner.kind === 'applicant' } };
}

function stepPart(file: ApplicationFile, item: PlanItem): Part {
  const { application, pack } = file;
  const step = application.steps.find(({ key }) => key === item.key);
  const described = pack.steps.find(({ id }) => id === item.stepId);
  if (step === undefined || described === undefined) throw new Error(`the plan's ${item.key} is neither case nor step`);
  const available = availableOutputs(application, file.cases);
  const missing = step.awaits.filter((output) => !available.has(output));
  const status = statusOf(application, step, available);
  return {
    key: item.key,
    kind: item.kind,
    name: described.name,
    ownerId: item.ownerId,
    ...(item.ownerId === 'applicant' ? {} : { owner: nameOf(pack, item.ownerId) }),
    status,
    ...(step.report ? { since: step.report.at, report: step.report } : {}),
    stepId: step.stepId,
    awaits: missing.map((output) => awaited(file, output)),
    asks: [],
    additions: [],
    mayAdd: false,
    earlier: [],
    mayWithdraw: false,
    requests: [],
    ...(described.proof ? { proof: described.proof } : {}),
  };
}

function statusOf(
  { withdrawnAt }: ApplicationState,
  step: ApplicationStep,
  available: ReadonlySet<string>,
): StepStatus {
  if (step.report) return 'done';
  if (withdrawnAt !== undefined) return 'withdrawn';
  return isOpen(step, available) ? 'open' : 'waiting';
}

/** An output with the name of the part that will give it. */
function awaited({ pack, filing, cases }: ApplicationFile, output: string): Part['awaits'][number] {
  const maker = filing.plan.items.find(({ produces }) => produces.includes(output));
  const named =
    pack.services.find(({ id }) => id === maker?.serviceId)?.name ??
    pack.steps.find(({ id }) => id === maker?.stepId)?.name;
  const what = pack.outputs.find(({ id }) => id === output)?.name ?? { ru: output, tt: output, en: output };
  return { what, from: named ?? what, ...(outputsToApplyFor(cases).has(output) ? { failed: true } : {}) };
}
