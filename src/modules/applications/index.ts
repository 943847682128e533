import type { Actor } from '#kernel/actor.ts';
import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import { type CaseState, currentCases } from '#modules/cases/index.ts';
import { checkAll, filedAnswers } from '#modules/forms/index.ts';
import { authorise, may, type Subject } from '#modules/people/index.ts';
import { isBeyondCalendar } from '#modules/planning/index.ts';
import { dateIn } from '#platform/clock.ts';
import { beginAddition } from './add-to-case.ts';
import { addingView, againView, askedView } from './again-view.ts';
import { answersOfCase } from './answers-of-case.ts';
import { choicesOf } from './applicant-choice.ts';
import type { ApplicationState } from './application.ts';
import { findByNumber, listByApplicant } from './application-store.ts';
import { askApplicant, beginSupply } from './ask-applicant.ts';
import { beginAgain } from './begin-again.ts';
import { type NamedClock, namedClock, turnsIn } from './case-clocks.ts';
import type {
  AddToCase,
  AnswerTriage,
  ApplyAgain,
  AskApplicant,
  ChooseApplicant,
  ChoosePlace,
  CreateDraft,
  FileApplication,
  LeaveOut,
  PlanWhatIf,
  ReportStep,
  SavePage,
  SetEstimates,
  SupplyAsked,
  Withdraw,
} from './commands.ts';
import { composeDraft } from './compose-draft.ts';
import type { ApplicationsDeps } from './deps.ts';
import type { ApplicantChoice, Draft, DraftContent } from './draft.ts';
import { countDraftsByVersion, deleteDraft, type Filing, listDrafts } from './draft-store.ts';
import {
  answerTriage,
  chooseApplicant,
  choosePlace,
  createDraft,
  leaveOut,
  savePage,
  setEstimates,
} from './edit-draft.ts';
import { fileApplication } from './file-application.ts';
import { type FollowView, followView } from './follow.ts';
import { listClosures, listMoves, noteMovedPlans } from './note-plan.ts';
import { acceptNewVersion, getDraft, openDraft, surroundings } from './open-draft.ts';
import { type Ending, endingOf } from './progress.ts';
import { applicationSubject, assertMayRead, getFiled, readApplication, trackApplication } from './read-application.ts';
import { recordNumberErrors } from './record-numbers.ts';
import { reportStep } from './report-step.ts';
import { situationOf, subjectOfService } from './subject.ts';
import { listSupplements } from './supplement-store.ts';
import { planWhatIf } from './what-if.ts';
import { previewWithdrawal, withdraw } from './withdraw.ts';

export type Applications = ReturnType<typeof createApplications>;

/** A begun application in a list. */
export type DraftSummary = Readonly<{ id: string; subject: Localized; updatedAt: string }>;

/** A filed application in a list, with where its cases stand. */
export type ApplicationSummary = Readonly<{
  id: string;
  number: string;
  subject: Localized;
  receivedOn: string;
  /** The end as last computed: no earlier day is lawful. */
  endsOn: string;
  /** Nothing is left to do. */
  ending?: Ending;
  /** The end relies on days whose calendar is not published yet. */
  provisional: boolean;
  /** Of a service that was applied for again, only the newest. */
  cases: readonly CaseState[];
}>;

/** Drafts, filing, and the applicant's view of everything that follows. */
export function createApplications(deps: ApplicationsDeps) {
  return {
    createDraft: (actor: Actor, input: CreateDraft) => createDraft(deps, actor, input),
    answerTriage: (actor: Actor, input: AnswerTriage) => answerTriage(deps, actor, input),
    choosePlace: (actor: Actor, input: ChoosePlace) => choosePlace(deps, actor, input),
    chooseApplicant: (actor: Actor, input: ChooseApplicant) => chooseApplicant(deps, actor, input),
    setEstimates: (actor: Actor, input: SetEstimates) => setEstimates(deps, actor, input),
    /** Does without an item that only an officer's check would decide, or takes it back. */
    leaveOut: (actor: Actor, input: LeaveOut) => leaveOut(deps, actor, input),
    /** What if: the plan under hypothetical answers; nothing is stored. */
    planWhatIf: (input: PlanWhatIf) => planWhatIf(deps, input),
    savePage: (actor: Actor, input: SavePage) => savePage(deps, actor, input),
    file: (actor: Actor, input: FileApplication) => fileApplication(deps, actor, input),
    reportStep: (actor: Actor, input: ReportStep) => reportStep(deps, actor, input),
    /** Begins the draft that corrects a failed service within its application; filed by `file` like any other. */
    applyAgain: (actor: Actor, input: ApplyAgain) => beginAgain(deps, actor, input),
    /** The officer asks the applicant for single answers. */
    askApplicant: (actor: Actor, input: AskApplicant) => askApplicant(deps, actor, input),
    /** Begins the draft in which the applicant supplies them; filed by `file` like any other. */
    supply: (actor: Actor, input: SupplyAsked) => beginSupply(deps, actor, input),
    /** Begins the draft in which the applicant adds to a case unasked; filed by `file` like any other. */
    addToCase: (actor: Actor, input: AddToCase) => beginAddition(deps, actor, input),
    /** The applicant does not go on: with one case and what waits for it, or with everything. */
    withdraw: (actor: Actor, input: Withdraw) => withdraw(deps, actor, input),
    /** The cases that a withdrawal would end. */
    previewWithdrawal: (actor: Actor, input: Withdraw) => previewWithdrawal(deps, actor, input),

    /** The draft seen through the rules it began with: questions, plan, form, next step, and what a newer form would ask. */
    async getDraft(actor: Actor, draftId: string) {
      const { draft, outdated } = await openDraft(deps, actor, draftId);
      const around = await surroundings(deps, actor, draft);
      const composed = composeDraft(draft, around);
      const applicants = actor.kind === 'person' ? choicesOf(await deps.people.getProfile(actor.personId)) : [];
      const again = await againView(deps, draft, composed.form);
      const asked = await askedView(deps, draft);
      const adding = await addingView(deps, draft);
      const beside = { ...(again ? { again } : {}), ...(asked ? { asked } : {}), ...(adding ? { adding } : {}) };
      const more = { ...(outdated ? { outdated } : {}), ...beside };
      return { draft, ...composed, pack: around.pack, applicants, ...more };
    },
    /** What is still wrong or missing, by field; empty when the draft can be filed. */
    async review(actor: Actor, draftId: string) {
      const view = await this.getDraft(actor, draftId);
      const today = deps.clock.now().toZonedDateTimeISO(view.pack.city.timeZone).toPlainDate();
      const { form, plan, pack, draft } = view;
      const { answers } = draft.content;
      const numbers = await recordNumberErrors(deps, { pack, plan, answers: filedAnswers(form, answers) });
      return { ...view, errors: [...checkAll(form, answers, { today }), ...numbers] };
    },
    /** The person has seen what changed: the draft goes on under the newest rules, all answers kept. */
    acceptNewVersion: (actor: Actor, draftId: string) => acceptNewVersion(deps, actor, draftId),
    async discardDraft(actor: Actor, draftId: string): Promise<void> {
      await deleteDraft(deps.db, (await getDraft(deps, actor, draftId)).id);
    },
    /** How many unfiled drafts of a service alone, or of situations, rest on each version of the rules. */
    countDrafts: (of: Readonly<{ serviceId?: string; situationIds: readonly string[] }>) =>
      countDraftsByVersion(deps.db, [
        ...of.situationIds,
        ...(of.serviceId === undefined ? [] : [subjectOfService(of.serviceId)]),
      ]),
    /** What the person began and filed, also for the person's organisations. */
    async listMine(actor: Actor): Promise<{ drafts: DraftSummary[]; applications: ApplicationSummary[] }> {
      if (actor.kind !== 'person' && actor.kind !== 'anonymous') throw new Problem('people/not-allowed');
      const who = {
        ...(actor.kind === 'person' ? { personId: actor.personId } : {}),
        ...(actor.guestKey ? { guestKey: actor.guestKey } : {}),
      };
      const drafts = await listDrafts(deps.db, who);
      const filed = actor.kind === 'person' ? await listFiled(actor.personId) : [];
      const summaries = drafts.map(async ({ id, subject, packVersion, updatedAt }) => ({
        id,
        subject: await nameOf(packVersion, subject),
        updatedAt,
      }));
      return { drafts: await Promise.all(summaries), applications: filed };
    },
    /** Throws like `readApplication`, but reads and audits nothing personal: for live news. */
    async assertMayRead(actor: Actor, applicationId: string): Promise<void> {
      const { application } = await getFiled(deps, applicationId);
      const { subject } = await applicationSubject(deps, application);
      await assertMayRead(deps, actor, subject);
    },
    /** Everything around an application for an employee or the applicant; audited. */
    readApplication: (actor: Actor, applicationId: string) => readApplication(deps, actor, applicationId),
    /** What was filed, for another module that acts on the application; no permission is asked. */
    getFiling: async (applicationId: string): Promise<Filing> => (await getFiled(deps, applicationId)).filing,
    getFiled: (applicationId: string) => getFiled(deps, applicationId),
    /** What a case rests on: the filing, with what was filed again for this case; no permission is asked. */
    async getFilingOfCase(state: CaseState): Promise<Filing> {
      const [{ filing }, supplements, pack] = await Promise.all([
        getFiled(deps, state.applicationId),
        listSupplements(deps.db, state.applicationId),
        deps.catalogue.getPack(state.packVersion),
      ]);
      const packs = new Map([[state.packVersion, pack]]);
      return { ...filing, ...answersOfCase({ filing, supplements, packs }, state) };
    },
    /** The applicant's page. */
    async follow(actor: Actor, applicationId: string): Promise<FollowView> {
      const file = await readApplication(deps, actor, applicationId);
      const today = dateIn(file.pack.city.timeZone, deps.clock.now());
      const [clocks, moves, closures] = await Promise.all([
        deps.requests.caseClocks(file.cases, turnsIn(file)),
        listMoves(deps, applicationId),
        listClosures(deps, file.cases),
      ]);
      return followView(file, { today, clocks, moves, closures });
    },
    /** What the job does after something happened to a part: notes a moved end in the journal, once. */
    notePlan: (applicationId: string) => noteMovedPlans(deps, [applicationId]),
    /** The same for several whose dates moved together. */
    notePlans: (applicationIds: readonly string[]) => noteMovedPlans(deps, applicationIds),
    /** Whose time runs in a case and whose delay it is, for whoever may read the case; no personal data. */
    async caseClock(actor: Actor, caseId: string): Promise<NamedClock | undefined> {
      const state = await deps.cases.getCase(actor, caseId);
      const { filing, application } = await getFiled(deps, state.applicationId);
      const cases = await deps.cases.listByApplication(state.applicationId);
      const turns = turnsIn({ filing, application, cases });
      const clock = (await deps.requests.caseClocks([state], turns)).get(caseId);
      return clock && namedClock(await deps.catalogue.getPack(application.packVersion), clock);
    },
    /** Who the permissions of an application's documents are asked about. */
    async subjectOf(applicationId: string): Promise<Subject> {
      const { application } = await getFiled(deps, applicationId);
      return (await applicationSubject(deps, application)).subject;
    },
    /**
     * Who did and who saw what around the application of a number, for the auditor, whose look is audited too;
     * `undefined` for a number nobody was given.
     */
    async auditTrail(actor: Actor, number: string) {
      authorise(actor, 'audit:read');
      const application = await findByNumber(deps.db, number.trim());
      if (application === undefined) return undefined;
      const { id: applicationId } = application;
      const look = { action: 'audit.read', subject: 'application', subjectId: applicationId, applicationId };
      const entries = await deps.audit.listByApplication(deps.db, applicationId, 500);
      await deps.audit.record(deps.db, actor, [look]);
      return { application, entries };
    },
    /** Public status by number; `undefined` for an unknown one. */
    track: (number: string) => trackApplication(deps, number),
  };

  /** Applications of the person and of everybody the person may act for today. */
  async function listReadable(personId: string): Promise<ApplicationState[]> {
    const parties = choicesOf(await deps.people.getProfile(personId)).map(({ onBehalfOf }) => onBehalfOf);
    const acting = parties.map(
      (party): Actor => ({ kind: 'person', personId, ...(party ? { onBehalfOf: party } : {}) }),
    );
    const found = await listByApplicant(deps.db, {
      personId,
      representedIds: parties.flatMap((party) => (party?.kind === 'person' ? [party.personId] : [])),
      organisationIds: parties.flatMap((party) => (party?.kind === 'organisation' ? [party.organisationId] : [])),
    });
    return found.filter((one) => acting.some((actor) => may(actor, 'application:read', one)));
  }

  async function listFiled(personId: string): Promise<ApplicationSummary[]> {
    const filed = await listReadable(personId);
    const cases = Map.groupBy(
      await deps.cases.listByApplications(filed.map(({ id }) => id)),
      ({ applicationId }) => applicationId,
    );
    return Promise.all(
      filed.map(async (application) => {
        const { id, number, subject, packVersion, receivedOn, endsOn, end } = application;
        const ofApplication = currentCases(cases.get(id) ?? []);
        const ending = endingOf({ application, cases: ofApplication });
        return {
          id,
          number,
          subject: await nameOf(packVersion, subject),
          receivedOn,
          endsOn: end?.on ?? endsOn,
          ...(ending ? { ending } : {}),
          provisional: isBeyondCalendar(deps.catalogue.current, end?.on ?? endsOn),
          cases: ofApplication,
        };
      }),
    );
  }

  async function nameOf(packVersion: string, subject: string): Promise<Localized> {
    return situationOf(await deps.catalogue.getPack(packVersion), subject).name;
  }
}

export { type Addition, additionsOf } from './additions.ts';
export type { AddingView, AgainView, AskedView } from './again-view.ts';
export { answersOfCase, type ChangedAnswer, changedAnswers } from './answers-of-case.ts';
export { actingFor } from './applicant-choice.ts';
export type { ApplicationState, ApplicationStep } from './application.ts';
export { applicationStream } from './application-stream.ts';
export type { NamedClock, NamedOwner } from './case-clocks.ts';
export * from './commands.ts';
export type { ComposedDraft } from './compose-draft.ts';
export type { Move, NamedCause } from './end-moves.ts';
export type { FollowView, Part, StepStatus } from './follow.ts';
export type { PartResult } from './part-result.ts';
export { problems } from './problems.ts';
export type { ApplicationFile, PublicStatus } from './read-application.ts';
export type { WhatIf } from './what-if.ts';
export type { ApplicantChoice, Draft, DraftContent, Filing };
