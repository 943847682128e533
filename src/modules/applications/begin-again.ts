import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { FieldError } from '#kernel/result.ts';
import { type CaseState, currentCases, hasFailed } from '#modules/cases/index.ts';
import type { Ground } from '#modules/catalogue/index.ts';
import { type Form, reconcile } from '#modules/forms/index.ts';
import { choicesOf } from './applicant-choice.ts';
import type { ApplicationState } from './application.ts';
import type { ApplyAgain } from './commands.ts';
import { composeDraft } from './compose-draft.ts';
import type { ApplicationsDeps } from './deps.ts';
import type { ApplicantChoice, Draft, DraftContent } from './draft.ts';
import { findDraft, findDraftOfCase, insertDraft, updateDraft } from './draft-store.ts';
import { failureOf } from './grounds-of-case.ts';
import { rulesAround } from './open-draft.ts';
import { getOwnApplication } from './own-application.ts';
import { subjectOfService } from './subject.ts';

/**
 * Begins, or goes on with, the draft that corrects a failed service within its application: everything that was filed is
 * kept, and what the grounds name is marked at its field. One draft a case, whoever acts for the applicant.
 * Throws `applications/nothing-to-correct` for a case that did not fail or was applied for again already.
 */
export async function beginAgain(
  deps: ApplicationsDeps,
  actor: Actor,
  { applicationId, caseId }: ApplyAgain,
): Promise<{ id: string }> {
  const application = await getOwnApplication(deps, actor, { applicationId, permission: 'application:file' });
  if (actor.kind !== 'person') throw new Problem('people/sign-in-needed');
  const failed = failedCase(await deps.cases.listByApplication(applicationId), caseId);
  const [begun, applicant] = await Promise.all([
    findDraftOfCase(deps.db, caseId),
    applicantFor(deps, actor.personId, application.onBehalfOf),
  ]);
  if (begun === undefined) {
    const now = deps.clock.now();
    await insertDraft(deps.db, {
      id: newId(now.epochMilliseconds),
      version: 1,
      personId: actor.personId,
      subject: subjectOfService(failed.serviceId),
      packVersion: deps.catalogue.packVersion,
      content: await correctedContent(deps, { application, failed }, applicant),
      curesCaseId: caseId,
      updatedAt: now.toString(),
    });
  } else await goOn(deps, begun, { personId: actor.personId, ...applicant });
  const draft = await findDraftOfCase(deps.db, caseId);
  if (draft === undefined) throw new Problem('applications/changed-meanwhile');
  return { id: draft.id };
}

/** Another who acts for the applicant goes on with what was begun. */
export async function goOn(
  { db }: Pick<ApplicationsDeps, 'db'>,
  begun: Draft,
  { personId, ...applicant }: Pick<DraftContent, 'applicant'> & { personId: string },
): Promise<void> {
  if (begun.personId !== personId)
    await updateDraft(db, { ...begun, personId, content: { ...begun.content, ...applicant } });
}

/** The case that failed and was not applied for again yet. */
export function failedCase(cases: readonly CaseState[], caseId: string): CaseState {
  const found = currentCases(cases).find(({ id }) => id === caseId);
  if (found === undefined || !hasFailed(found)) throw new Problem('applications/nothing-to-correct');
  return found;
}

type Failed = Readonly<{ application: ApplicationState; failed: CaseState }>;

/** What was typed for the case before, as the rules of today ask it, with the grounds at the fields they name. */
async function correctedContent(
  deps: ApplicationsDeps,
  { application, failed }: Failed,
  applicant: Pick<DraftContent, 'applicant'>,
): Promise<DraftContent> {
  const subject = subjectOfService(failed.serviceId);
  const [before, decisions, old, now] = await Promise.all([
    failed.again ? findDraftOfCase(deps.db, failed.again.caseId) : findDraft(deps.db, application.draftId),
    deps.decisions.listByApplication(application.id),
    rulesAround(deps, { packVersion: failed.packVersion, subject }),
    rulesAround(deps, { packVersion: deps.catalogue.packVersion, subject }),
  ]);
  if (before === undefined) throw new Error(`application ${application.id} has lost its draft`);
  const content: DraftContent = { ...before.content, raw: {}, errors: {}, ...applicant };
  const formUnder = (rules: typeof now, given: DraftContent) =>
    composeDraft({ content: given }, { ...rules, known: {} }).form;
  const forms = { before: formUnder(old, content), after: formUnder(now, content) };
  const { answers, raw } = reconcile(forms, content.answers, { today: now.today });
  const grounds = failureOf(old.pack, failed, decisions)?.grounds ?? [];
  return { ...content, answers, raw, errors: errorsOf(grounds, formUnder(now, { ...content, answers })) };
}

/** The applicant as whoever goes on now may act for it: oneself, or a party by position or mandate. */
export async function applicantFor(
  { people }: ApplicationsDeps,
  personId: string,
  party: ApplicationState['onBehalfOf'],
): Promise<Pick<DraftContent, 'applicant'>> {
  const chosen = choicesOf(await people.getProfile(personId)).find((one) => isSameParty(one, { personId, party }));
  return chosen ? { applicant: chosen } : {};
}

type Applying = Readonly<{ personId: string; party: ApplicationState['onBehalfOf'] }>;

/** Whether a choice is the party the application is for: oneself, whoever filed it then, or the one represented. */
function isSameParty({ onBehalfOf }: ApplicantChoice, { personId, party }: Applying): boolean {
  const isSelf = party === undefined || (party.kind === 'person' && party.personId === personId);
  return isSelf ? onBehalfOf === undefined : JSON.stringify(onBehalfOf) === JSON.stringify(party);
}

/** The grounds as mistakes at the fields they name, by page of the form. */
function errorsOf(grounds: readonly Ground[], form: Form): DraftContent['errors'] {
  const pages = form.pages.map(({ id, questions }): [string, FieldError[]] => [
    id,
    questions.flatMap(({ element }) =>
      grounds.filter(({ elements }) => elements.includes(element.id)).map((ground) => errorAt(element.id, ground)),
    ),
  ]);
  return Object.fromEntries(pages.filter(([, errors]) => errors.length > 0));
}

function errorAt(field: string, { text, cure }: Ground): FieldError {
  const words = (language: 'ru' | 'tt' | 'en') => [text[language], cure?.[language]].filter(Boolean).join('. ');
  return { field, code: 'forms/ground', params: { ru: words('ru'), tt: words('tt'), en: words('en') } };
}
