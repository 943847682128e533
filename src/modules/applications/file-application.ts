import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { newId } from '#kernel/id.ts';
import { numberByPattern } from '#kernel/number-pattern.ts';
import { Problem } from '#kernel/problem.ts';
import type { Pack, Situation } from '#modules/catalogue/index.ts';
import { checkAll, filedAnswers } from '#modules/forms/index.ts';
import { authoriseOrHide } from '#modules/people/index.ts';
import { withoutTexts } from '#modules/planning/index.ts';
import { inOneStatement } from '#platform/db/index.ts';
import { appended, change } from '#platform/journal/index.ts';
import { fileAddition } from './add-to-case.ts';
import type { ApplicationState } from './application.ts';
import { findApplication } from './application-store.ts';
import { applicationStream } from './application-stream.ts';
import { fileSupply } from './ask-applicant.ts';
import type { FileApplication } from './commands.ts';
import { type ComposedDraft, composeDraft, type Surroundings } from './compose-draft.ts';
import type { ApplicationsDeps } from './deps.ts';
import { digestOf } from './digest.ts';
import type { ApplicantChoice, Draft } from './draft.ts';
import { type Filing, filed, findDraft, findDraftToFile, isDraftGone } from './draft-store.ts';
import { fileAgain } from './file-again.ts';
import { filesOf } from './files-of.ts';
import { draftSubject, rulesAround, underRulesOfToday } from './open-draft.ts';
import { recordNumberErrors } from './record-numbers.ts';
import { casesOf, stepsOf } from './split.ts';

/** `pack` and `situation` are the rules it is filed under. */
type Filed = Readonly<{ state: ApplicationState; filing: Filing; pack: Pack; situation: Situation }>;

/**
 * Files the draft: one transaction keeps what was filed and opens a case for every service of the plan, so that every
 * department has it at that moment. Idempotent: filing the same draft again gives the same application. A draft that
 * corrects a failed service is filed within its application (`fileAgain`).
 * Throws `applications/not-complete` or `applications/outdated-draft`; the person is then led to what is missing. Throws
 * `applications/changed-meanwhile` when another window saved something that the person has not seen.
 */
export async function fileApplication(
  deps: ApplicationsDeps,
  actor: Actor,
  input: FileApplication,
): Promise<ApplicationState> {
  if (actor.kind !== 'person') throw new Problem('people/sign-in-needed');
  const found = await findDraftToFile(deps.db, input.draftId);
  if (found === undefined) throw new Problem('applications/unknown-draft');
  authoriseOrHide(actor, 'draft:edit', { of: draftSubject(found), unknown: 'applications/unknown-draft' });
  if (found.applicationId !== undefined) return getFiled(deps, found.applicationId);
  const { draft, outdated } = await underRulesOfToday(deps, actor, found);
  if (outdated !== undefined) throw new Problem('applications/outdated-draft');
  // What is known of the person helps who fills in the form; it decides nothing about what was filled in.
  const around = { ...(await rulesAround(deps, draft)), known: {} };
  const composed = composeDraft(draft, around);
  // Said first: whoever may not file for another any more has nothing to complete.
  if (draft.content.applicant) await assertMandate(deps, actor, draft.content.applicant, composed);
  const applicant = assertComplete(draft, composed, around.today);
  await assertRecords(deps, draft, { pack: around.pack, ...composed });
  if (draft.curesCaseId !== undefined) {
    const again = await fileAgain(deps, actor, { draft, composed, around, failedCaseId: draft.curesCaseId });
    return again ?? getFiledByDraft(deps, draft.id);
  }
  if (draft.content.asked !== undefined)
    return (await fileSupply(deps, actor, { draft, composed, around })) ?? getFiledByDraft(deps, draft.id);
  if (draft.content.adds !== undefined)
    return (await fileAddition(deps, actor, { draft, composed, around })) ?? getFiledByDraft(deps, draft.id);
  const toFile = filedFrom(deps, {
    draft,
    composed,
    around,
    applicant,
    language: input.language,
    personId: actor.personId,
  });
  return (await write(deps, actor, { ...toFile, draft })) ? toFile.state : getFiledByDraft(deps, draft.id);
}

async function getFiled(deps: ApplicationsDeps, applicationId: string): Promise<ApplicationState> {
  const found = await findApplication(deps.db, applicationId);
  if (found === undefined) throw new Problem('applications/unknown-application');
  return found.state;
}

/** The application somebody filed a moment before from the same draft; otherwise another window saved something. */
async function getFiledByDraft(deps: ApplicationsDeps, draftId: string): Promise<ApplicationState> {
  const applicationId = (await findDraft(deps.db, draftId))?.applicationId;
  if (applicationId === undefined) throw new Problem('applications/changed-meanwhile');
  return getFiled(deps, applicationId);
}

function assertComplete(draft: Draft, composed: ComposedDraft, today: Temporal.PlainDate): ApplicantChoice {
  const { place, applicant, answers } = draft.content;
  const isAnswered = composed.unanswered === undefined && place !== undefined && applicant !== undefined;
  if (!isAnswered || checkAll(composed.form, answers, { today }).length > 0)
    throw new Problem('applications/not-complete');
  return applicant;
}

/** A record named in the answers is there and open at this moment too. Throws `applications/not-complete`. */
async function assertRecords(
  deps: ApplicationsDeps,
  { content }: Draft,
  { pack, plan, form }: ComposedDraft & { pack: Pack },
) {
  const answers = filedAnswers(form, content.answers);
  if ((await recordNumberErrors(deps, { pack, plan, answers })).length > 0)
    throw new Problem('applications/not-complete');
}

/** Whoever files for another must hold a mandate for every service of the plan, today. Throws `people/no-mandate`. */
async function assertMandate(
  deps: ApplicationsDeps,
  actor: Actor,
  { onBehalfOf }: ApplicantChoice,
  { plan }: ComposedDraft,
) {
  if (onBehalfOf === undefined) return;
  await deps.people.actorOf(
    actor,
    onBehalfOf,
    plan.items.flatMap(({ serviceId }) => serviceId ?? []),
  );
}

type ToFile = Readonly<{
  draft: Draft & { seq: number };
  composed: ComposedDraft;
  around: Surroundings;
  applicant: ApplicantChoice;
  language: FileApplication['language'];
  personId: string;
}>;

function filedFrom(deps: ApplicationsDeps, { draft, composed, around, applicant, language, personId }: ToFile): Filed {
  const at = deps.clock.now();
  const { plan, form } = composed;
  const answers = filedAnswers(form, draft.content.answers);
  const kept = Object.entries(draft.content.provenance).filter(([element]) => element in answers);
  const { place } = draft.content;
  const id = newId(at.epochMilliseconds);
  const digest = digestOf({
    subject: draft.subject,
    packVersion: draft.packVersion,
    answers,
    applicant,
    place: place ?? null,
    ...(plan.leftOut && { leftOut: plan.leftOut }),
  });
  const state: ApplicationState = {
    id,
    number: numberByPattern(around.pack.city.numbers.application, { year: around.today.year, seq: draft.seq }),
    draftId: draft.id,
    subject: draft.subject,
    packVersion: draft.packVersion,
    language,
    filedBy: personId,
    ...(applicant.onBehalfOf ? { onBehalfOf: applicant.onBehalfOf } : {}),
    filedAt: at.toString(),
    receivedOn: deps.legalDates.receivedOn(around.pack, at).toString(),
    endsOn: plan.endsOn,
    digest,
    steps: stepsOf(plan),
    ...(plan.leftOut && { leftOut: plan.leftOut }),
  };
  const provenance = Object.fromEntries(kept);
  return {
    state,
    pack: around.pack,
    situation: around.situation,
    filing: { applicationId: id, answers, provenance, applicant, ...(place ? { place } : {}), plan, digest },
  };
}

/** One statement, so one transaction. `false`: somebody filed or changed the same draft a moment before. */
async function write(
  deps: ApplicationsDeps,
  actor: Actor,
  { state, filing, pack, situation, draft }: Filed & { draft: Draft },
): Promise<boolean> {
  const at = Temporal.Instant.from(state.filedAt);
  const kept = { ...filing, plan: withoutTexts(filing.plan, { pack, situation }) };
  const cases = deps.cases.open(
    casesOf(
      filing.plan,
      { id: state.id, number: state.number, packVersion: state.packVersion, caseNumber: pack.city.numbers.case },
      at,
    ),
    at,
  );
  const application = change(applicationStream, undefined, [{ type: 'ApplicationFiled', ...state }]);
  const told = { action: 'applications.ApplicationFiled', subject: 'application', subjectId: state.id };
  try {
    await inOneStatement(deps.db, [
      ...filed(draft, kept),
      ...appended({ at, by: actorKey(actor) }, [application, ...cases]),
      deps.documents.attachedTo(state.id, filesOf(pack, filing.answers)),
      deps.audit.recorded(actor, [{ ...told, applicationId: state.id }]),
      ...deps.cases.toldOpened(cases),
    ]);
    return true;
  } catch (error) {
    if (isDraftGone(error)) return false;
    throw error;
  }
}
