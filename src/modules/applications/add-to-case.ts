import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import { addUnasked, type CaseState, isEnded } from '#modules/cases/index.ts';
import { type Element, elementsOf, indexPack, type Pack } from '#modules/catalogue/index.ts';
import { fieldTypes, filedAnswers, rawForQuestion } from '#modules/forms/index.ts';
import { addedIn } from './addition-form.ts';
import { answersOfCase } from './answers-of-case.ts';
import type { ApplicationState } from './application.ts';
import { findApplication } from './application-store.ts';
import { applicantFor } from './begin-again.ts';
import type { AddToCase } from './commands.ts';
import type { ApplicationsDeps } from './deps.ts';
import { digestOf } from './digest.ts';
import { type DraftContent, emptyContent } from './draft.ts';
import { findDraft, findFiling, insertDraft, listDrafts } from './draft-store.ts';
import { keepSupplement, type ToSupply } from './keep-supplement.ts';
import { getOwnApplication } from './own-application.ts';
import { subjectOfService } from './subject.ts';
import { listSupplements } from './supplement-store.ts';

/**
 * Begins, or goes on with, the draft in which the applicant adds to a case that has not ended, unasked: a word, documents,
 * corrected answers. Filed like any other. Throws `cases/nothing-to-add-to`.
 */
export async function beginAddition(deps: ApplicationsDeps, actor: Actor, input: AddToCase): Promise<{ id: string }> {
  const { applicationId, caseId } = input;
  const application = await getOwnApplication(deps, actor, { applicationId, permission: 'application:file' });
  if (actor.kind !== 'person') throw new Problem('people/sign-in-needed');
  const { personId } = actor;
  const state = (await deps.cases.listByApplication(applicationId)).find(({ id }) => id === caseId);
  if (state === undefined || isEnded(state))
    throw new Problem('cases/nothing-to-add-to', { number: state?.number ?? application.number });
  const begun = (await listDrafts(deps.db, { personId })).find(({ content }) => content.adds?.caseId === caseId);
  if (begun !== undefined) return { id: begun.id };
  const now = deps.clock.now();
  const id = newId(now.epochMilliseconds);
  await insertDraft(deps.db, {
    id,
    version: 1,
    personId,
    subject: subjectOfService(state.serviceId),
    packVersion: state.packVersion,
    content: await contentOf(deps, { application, state, personId }),
    updatedAt: now.toString(),
  });
  return { id };
}

type Adding = Readonly<{ application: ApplicationState; state: CaseState; personId: string }>;

/** Place and applicant are those of the filing; what the case rests on stands in the fields as it was typed. */
async function contentOf(deps: ApplicationsDeps, { application, state, personId }: Adding): Promise<DraftContent> {
  const [filed, pack, answers, own] = await Promise.all([
    findDraft(deps.db, application.draftId),
    deps.catalogue.getPack(state.packVersion),
    answersNow(deps, state),
    applicantFor(deps, personId, application.onBehalfOf),
  ]);
  if (filed === undefined) throw new Error(`application ${application.id} has lost its draft`);
  const { triage, place, applicant } = filed.content;
  const elements = correctable(pack, state, answers);
  const typed = elements.map((element) => [
    element.id,
    rawForQuestion({ element, required: true, askedBy: [] }, answers, {}),
  ]);
  return {
    ...emptyContent,
    triage,
    ...(place ? { place } : {}),
    ...(applicant ? { applicant } : {}),
    ...own,
    raw: Object.fromEntries(typed),
    adds: { caseId: state.id, elements: elements.map(({ id }) => id) },
  };
}

/** What a case rests on at this moment. */
async function answersNow(deps: ApplicationsDeps, state: CaseState): Promise<DraftContent['answers']> {
  const [filing, supplements, pack] = await Promise.all([
    findFiling(deps.db, state.applicationId),
    listSupplements(deps.db, state.applicationId),
    deps.catalogue.getPack(state.packVersion),
  ]);
  if (filing === undefined) throw new Error(`application ${state.applicationId} has no filing`);
  return answersOfCase({ filing, supplements, packs: new Map([[state.packVersion, pack]]) }, state).answers;
}

/** Answers of the service that may be corrected. A document is never replaced: another one is added. */
function correctable(pack: Pack, { serviceId }: CaseState, answers: DraftContent['answers']): Element[] {
  const service = indexPack(pack).services.get(serviceId);
  const own = service ? elementsOf(service) : new Set<string>();
  return pack.elements.filter(
    ({ id, type }) => own.has(id) && !fieldTypes[type].takesFiles && (answers[id] ?? null) !== null,
  );
}

/**
 * Files an addition beside the filing: the officer has it from this moment, the term runs on. Only answers that are others
 * than before are kept. `undefined` when somebody filed or changed the same draft a moment before. The caller has checked
 * the draft. Throws `cases/nothing-to-add-to`.
 */
export async function fileAddition(
  deps: ApplicationsDeps,
  actor: Actor,
  { draft, composed }: ToSupply,
): Promise<ApplicationState | undefined> {
  const { adds } = draft.content;
  if (adds === undefined) throw new Error('nothing is added');
  const { state } = await deps.cases.getVersioned(deps.db, adds.caseId);
  const { applicationId } = state;
  const before = await answersNow(deps, state);
  const { note, documentIds, answers: typed } = addedIn(filedAnswers(composed.form, draft.content.answers));
  const answers = Object.fromEntries(
    Object.entries(typed).filter(([id, value]) => JSON.stringify(value) !== JSON.stringify(before[id])),
  );
  const { provenance } = draft.content;
  const supplement = {
    ...({ kind: 'added', applicationId, caseId: state.id, answers, note, documentIds } as const),
    provenance: Object.fromEntries(Object.entries(provenance).filter(([id]) => id in answers)),
    digest: digestOf({ applicationId, caseId: state.id, note, documentIds, answers }),
  };
  const isKept = await keepSupplement(deps, actor, {
    ...{ draft, supplement, files: documentIds },
    eventsOf: (now, at, id) => addUnasked(now, at, id),
  });
  return isKept ? (await findApplication(deps.db, applicationId))?.state : undefined;
}
