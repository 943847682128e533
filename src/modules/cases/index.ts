import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { Audit } from '#modules/audit/index.ts';
import { authorise, authoriseOrHide } from '#modules/people/index.ts';
import { dateIn } from '#platform/clock.ts';
import type { Db, Executor, Tx } from '#platform/db/index.ts';
import { listEvents, listEventsOfAll } from '#platform/journal/index.ts';
import type { CaseState, CaseStatus } from './case.ts';
import {
  countByStatus,
  countOfOfficer,
  countOpenByVersion,
  holdCase,
  listByApplication,
  listByApplications,
  listQueue,
  type QueueCursor,
} from './case-store.ts';
import { dueToday } from './case-term.ts';
import type { DeclareNotNeeded, ExtendCase, RejectCase, ResumeCase, SuspendCase, TakeCase } from './commands.ts';
import { extendCase, resumeCase, suspendCase, type TermDeps } from './move-term.ts';
import { type CasesDeps, type NewCase, openCases, toldOpened } from './open-cases.ts';
import { possibleSteps } from './possible-steps.ts';
import { previewRedate, redateCases } from './redate-cases.ts';
import { calendarOfCase } from './term-rules.ts';
import { lookAtTerm } from './watch-terms.ts';
import {
  caseSubject,
  employeeOf,
  getVersionedCase,
  receiveOutputs,
  recordWork,
  type WorkDeps,
  workOnCase,
} from './work-on-case.ts';

export type Cases = ReturnType<typeof createCases>;

/** The lists of a queue page and the statuses each shows. */
export const queueLists = {
  open: ['started', 'assigned', 'accepted'],
  waiting: ['waiting'],
  toSign: ['completed', 'refused'],
  done: ['signed', 'rejected', 'notNeeded', 'withdrawn'],
} as const satisfies Record<string, readonly CaseStatus[]>;
export type QueueList = keyof typeof queueLists;

export type QueuePage = Readonly<{
  departmentId: string;
  list: QueueList;
  mine?: boolean;
  after?: QueueCursor;
  limit?: number;
}>;

/** Ids of the grounds on which intake may be refused, in a version of the city's rules. */
type IntakeGrounds = (packVersion: string) => Promise<ReadonlySet<string>>;

/** Life of a case: opened with the application, worked by its department, ended by a signature or a refusal of intake. */
export function createCases(deps: CasesDeps & { db: Db; audit: Audit; intakeGrounds: IntakeGrounds }) {
  const work: WorkDeps = deps;
  const terms: TermDeps = deps;
  const by = (actor: Actor) => ({ officerId: employeeOf(actor) });
  return {
    /** Changes that open cases, for the caller to append. */
    open: (cases: readonly NewCase[], at: Temporal.Instant) => openCases(deps, cases, at),
    /** Clauses beside: live notices, so that every department's queue shows them at this moment, and a look at each term. */
    toldOpened: (opened: Parameters<typeof toldOpened>[1]) => toldOpened(deps, opened),
    /** What the job does before a legal date and on the morning after it. */
    lookAtTerm: (caseId: string) => lookAtTerm(deps, caseId),
    /** Changes of waiting cases when outputs exist; the caller appends them in its transaction. */
    receiveOutputs: (tx: Tx, input: Parameters<typeof receiveOutputs>[2]) => receiveOutputs(deps, tx, input),
    /** Audit and live notices for changes appended by another module. */
    recordWork: (tx: Tx, actor: Actor, changed: Parameters<typeof recordWork>[3]) =>
      recordWork(work, tx, actor, changed),

    /** The officer has the case from now on. Two at once: the second gets `cases/taken-by-another`. */
    take: (actor: Actor, input: TakeCase) =>
      workOnCase(work, actor, {
        caseId: input.caseId,
        permission: 'case:take',
        command: (at) => ({ type: 'take', at, ...by(actor) }),
      }),
    /** Back into the department's queue. */
    giveBack: (actor: Actor, input: TakeCase) =>
      workOnCase(work, actor, {
        caseId: input.caseId,
        permission: 'case:accept',
        command: (at) => ({ type: 'giveBack', at, ...by(actor) }),
      }),
    /** The application is complete for this service. */
    accept: (actor: Actor, input: TakeCase) =>
      workOnCase(work, actor, {
        caseId: input.caseId,
        permission: 'case:accept',
        command: (at) => ({ type: 'accept', at, ...by(actor) }),
      }),
    /** Intake is refused with grounds of the pack; the service does not begin. */
    async reject(actor: Actor, input: RejectCase): Promise<CaseState> {
      const { state } = await getVersionedCase(deps.db, input.caseId);
      const known = await deps.intakeGrounds(state.packVersion);
      if (!input.grounds.every((ground) => known.has(ground))) throw new Problem('cases/unknown-ground');
      return workOnCase(work, actor, {
        caseId: input.caseId,
        permission: 'case:reject',
        command: (at) => ({ type: 'reject', at, ...by(actor), grounds: input.grounds, comment: input.comment }),
        details: { grounds: input.grounds },
      });
    },
    /** The triage was unsure and the officer found that the service is not needed. */
    declareNotNeeded: (actor: Actor, input: DeclareNotNeeded) =>
      workOnCase(work, actor, {
        caseId: input.caseId,
        permission: 'case:reject',
        command: (at) => ({ type: 'declareNotNeeded', at, ...by(actor), comment: input.comment }),
      }),

    /** The clock of the case stands: for the applicant, an outside agency or the city itself. */
    suspend: (actor: Actor, input: SuspendCase) => suspendCase(terms, actor, input),
    /** The clock runs again. */
    resume: (actor: Actor, input: ResumeCase) => resumeCase(terms, actor, input),
    /** More time, within the limits of the service. */
    extend: (actor: Actor, input: ExtendCase) => extendCase(terms, actor, input),

    /** One case for somebody who may read it; the read is audited by the page that shows personal data. */
    async getCase(actor: Actor, caseId: string): Promise<CaseState> {
      const { state } = await getVersionedCase(deps.db, caseId);
      const involvedDepartmentIds = await this.involvedDepartments(state.applicationId);
      const of = { ...caseSubject(state), involvedDepartmentIds };
      authoriseOrHide(actor, 'case:read', { of, unknown: 'cases/unknown-case' });
      return state;
    },
    /** The case at its version, inside a caller's transaction; no permission is asked. */
    getVersioned: getVersionedCase,
    /**
     * The case for what is decided by its state without changing it, such as a request sent for it: it stays as it is
     * until the caller's transaction ends. No permission is asked.
     */
    async hold(tx: Tx, caseId: string): Promise<CaseState> {
      const found = await holdCase(tx, caseId);
      if (found === undefined) throw new Problem('cases/unknown-case');
      return found;
    },
    /** One page of the queue of a department, earliest legal date first. */
    async listQueue(actor: Actor, page: QueuePage): Promise<CaseState[]> {
      authorise(actor, 'queue:read', { departmentId: page.departmentId });
      const { departmentId, after, limit = 50 } = page;
      const own = page.mine === true ? { officerId: employeeOf(actor) } : {};
      return listQueue(deps.db, {
        departmentId,
        statuses: queueLists[page.list],
        limit,
        ...own,
        ...(after ? { after } : {}),
      });
    },
    /** Counts for the badges of the queue page, each at most 99. */
    async countQueue(actor: Actor, departmentId: string): Promise<Map<string, number>> {
      authorise(actor, 'queue:read', { departmentId });
      return countByStatus(deps.db, departmentId, 99);
    },
    /** How many open cases the officer has, at most 99. */
    countMine: (actor: Actor): Promise<number> => countOfOfficer(deps.db, employeeOf(actor), 99),
    /** How many open cases of some services are worked under each version of the rules; nothing personal is told. */
    countByVersion: (of: Parameters<typeof countOpenByVersion>[1]) => countOpenByVersion(deps.db, of),
    /** The case with the date that holds today: while its clock stands, the date moves on with every day. */
    asOfToday(state: CaseState): CaseState {
      const due = dueToday(calendarOfCase(deps.rules, state), state, dateIn(deps.timeZone, deps.clock.now()));
      return due === undefined ? state : { ...state, due };
    },
    /** Which open cases a recount would move; nothing is written. The caller has asked whether the actor may see it. */
    previewRedate: (input: Parameters<typeof previewRedate>[1]) => previewRedate(deps, input),
    /** Counts open cases anew in batches, each in a transaction of its own; how many moved. Safe to run again. */
    redate: (input: Parameters<typeof redateCases>[1]) => redateCases(deps, input),
    /** By which terms run: the calendar of a case, the city's time zone (IANA name), and when departments are warned. */
    terms: () => ({
      calendarOf: (state: CaseState) => calendarOfCase(deps.rules, state),
      timeZone: deps.timeZone,
      /** Working days before the last day. */
      warnBefore: deps.rules.warnBefore(),
    }),
    /** The last day of a term that starts at an instant, on the calendar of a case. */
    dueOf: ({ calendarId }: Pick<CaseState, 'calendarId'>, term: CaseState['term'], at: Temporal.Instant) =>
      deps.dueOn(term, at, calendarId),
    /** Journals of cases; the caller has asked whether the actor may read them. */
    journalsOf: (caseIds: readonly string[]) => listEventsOfAll(deps.db, caseIds),
    /** What the actor may do with the case as it stands. */
    possibleSteps,
    /** All cases of an application; the caller has asked whether the actor may read it. */
    listByApplication: async (applicationId: string, on: Executor = deps.db) =>
      (await listByApplication(on, applicationId)).map(({ state }) => state),
    listByApplications: (applicationIds: readonly string[], on: Executor = deps.db) =>
      listByApplications(on, applicationIds),
    /** Departments with a case in the application. */
    async involvedDepartments(applicationId: string): Promise<string[]> {
      return [...new Set((await listByApplication(deps.db, applicationId)).map(({ state }) => state.departmentId))];
    },
    /** Everything that happened to the case, oldest first, for somebody who may read it. */
    async history(actor: Actor, caseId: string) {
      await this.getCase(actor, caseId);
      return listEvents(deps.db, caseId);
    },
  };
}

export { currentCases, hasFailed, outputsToApplyFor, withdrawalOf } from './again.ts';
export {
  type CaseEvent,
  type CaseState,
  type CaseStatus,
  decide,
  type Outcome,
  officerOf,
  type Phase,
} from './case.ts';
export { addUnasked, askApplicant, type CaseAsk, openAsks, supplyAsked } from './case-ask.ts';
export { isEnded } from './case-end.ts';
export type { QueueCursor } from './case-store.ts';
export { caseStream } from './case-stream.ts';
export {
  type CaseExtension,
  type CaseSuspension,
  type DueCause,
  dueToday,
  standing,
  standstillsOf,
} from './case-term.ts';
export * from './commands.ts';
export type { DueOn, NewCase } from './open-cases.ts';
export { lookAtPlan, lookAtPlans, notePlan } from './plan-watch.ts';
export type { CaseStep } from './possible-steps.ts';
export { problems } from './problems.ts';
export {
  historyOfGroup,
  type MovedDates,
  notePlans,
  onCalendar,
  type Recount,
  type RedatePreview,
} from './redate-cases.ts';
export type { TermRules } from './term-rules.ts';
export { watchTerm } from './watch-terms.ts';
export { employeeOf } from './work-on-case.ts';
