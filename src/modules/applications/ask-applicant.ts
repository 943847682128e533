import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { newId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import {
  type CaseAsk,
  type CaseState,
  caseStream,
  askApplicant as decideAsk,
  officerOf,
  openAsks,
  supplyAsked,
} from '#modules/cases/index.ts';
import { elementsOf, indexPack } from '#modules/catalogue/index.ts';
import { filedAnswers } from '#modules/forms/index.ts';
import { authorise } from '#modules/people/index.ts';
import { inTransaction } from '#platform/db/index.ts';
import { append, change } from '#platform/journal/index.ts';
import type { ApplicationState } from './application.ts';
import { findApplication } from './application-store.ts';
import { applicantFor, goOn } from './begin-again.ts';
import type { AskApplicant, SupplyAsked } from './commands.ts';
import type { ApplicationsDeps } from './deps.ts';
import { digestOf } from './digest.ts';
import { type Draft, emptyContent } from './draft.ts';
import { findDraft, insertDraft } from './draft-store.ts';
import { filesOf } from './files-of.ts';
import { keepSupplement, type ToSupply } from './keep-supplement.ts';
import { getOwnApplication } from './own-application.ts';
import { subjectOfService } from './subject.ts';

/**
 * The officer who has a case asks the applicant for single answers of its service. The legal term runs on: whether it may
 * stand is said by its regulation, and is an act of its own. Throws `applications/unknown-question`,
 * `cases/not-open-to-ask`.
 */
export async function askApplicant(deps: ApplicationsDeps, actor: Actor, input: AskApplicant): Promise<CaseState> {
  const { state: known } = await deps.cases.getVersioned(deps.db, input.caseId);
  const service = indexPack(await deps.catalogue.getPack(known.packVersion)).services.get(known.serviceId);
  const own = service ? elementsOf(service) : new Set<string>();
  if (!input.elements.every((id) => own.has(id))) throw new Problem('applications/unknown-question');
  return inTransaction(deps.db, async (tx) => {
    const before = await deps.cases.getVersioned(tx, input.caseId);
    const { state } = before;
    const officerId = officerOf(state);
    authorise(actor, 'request:send', { departmentId: state.departmentId, ...(officerId ? { officerId } : {}) });
    const at = deps.clock.now();
    const due = deps.cases.dueOf(state, { amount: input.days, unit: 'workingDays', from: 'request', roll: 'next' }, at);
    const { elements, text } = input;
    const ask = { id: newId(at.epochMilliseconds), elements, text, due };
    const changed = change(caseStream, before, decideAsk(state, at.toString(), ask));
    await append(tx, { at, by: actorKey(actor) }, [changed]);
    await deps.cases.recordWork(tx, actor, changed);
    return changed.state;
  });
}

/**
 * Begins, or goes on with, the draft in which the applicant supplies what an officer asked for; filed like any other.
 * Throws `cases/nothing-asked` when it is not awaited any more.
 */
export async function beginSupply(deps: ApplicationsDeps, actor: Actor, input: SupplyAsked): Promise<{ id: string }> {
  const { applicationId, caseId, askId } = input;
  const application = await getOwnApplication(deps, actor, { applicationId, permission: 'application:file' });
  if (actor.kind !== 'person') throw new Problem('people/sign-in-needed');
  const { personId } = actor;
  const state = (await deps.cases.listByApplication(applicationId)).find(({ id }) => id === caseId);
  const ask = state && openAsks(state).find(({ id }) => id === askId);
  if (state === undefined || ask === undefined)
    throw new Problem('cases/nothing-asked', { number: state?.number ?? application.number });
  const applicant = await applicantFor(deps, personId, application.onBehalfOf);
  const begun = await findDraft(deps.db, askId);
  if (begun === undefined) await insertDraft(deps.db, await newDraft(deps, { application, state, ask, personId }));
  else await goOn(deps, begun, { personId, ...applicant });
  return { id: askId };
}

type Supplying = Readonly<{ application: ApplicationState; state: CaseState; ask: CaseAsk; personId: string }>;

/** The draft bears the id of the question: there is one for each. Place and applicant are those of the filing. */
async function newDraft(deps: ApplicationsDeps, { application, state, ask, personId }: Supplying): Promise<Draft> {
  const filed = await findDraft(deps.db, application.draftId);
  if (filed === undefined) throw new Error(`application ${application.id} has lost its draft`);
  const { triage, place, applicant } = filed.content;
  const own = await applicantFor(deps, personId, application.onBehalfOf);
  return {
    id: ask.id,
    version: 1,
    personId,
    subject: subjectOfService(state.serviceId),
    packVersion: deps.catalogue.packVersion,
    content: {
      ...emptyContent,
      triage,
      ...(place ? { place } : {}),
      ...(applicant ? { applicant } : {}),
      ...own,
      asked: { caseId: state.id, askId: ask.id, elements: ask.elements },
    },
    updatedAt: deps.clock.now().toString(),
  };
}

/**
 * Files what an officer asked for beside the filing: the case has it from this moment. `undefined` when somebody filed or
 * changed the same draft a moment before. The caller has checked the draft. Throws `cases/nothing-asked`.
 */
export async function fileSupply(
  deps: ApplicationsDeps,
  actor: Actor,
  { draft, composed, around }: ToSupply,
): Promise<ApplicationState | undefined> {
  const { asked, provenance } = draft.content;
  if (asked === undefined) throw new Error('nothing was asked');
  const { caseId, askId } = asked;
  const answers = filedAnswers(composed.form, draft.content.answers);
  const { applicationId } = (await deps.cases.getVersioned(deps.db, caseId)).state;
  const digest = digestOf({ applicationId, ask: askId, answers });
  const isKept = await keepSupplement(deps, actor, {
    draft,
    supplement: { kind: 'asked', applicationId, caseId, answers, provenance, digest },
    files: filesOf(around.pack, answers),
    eventsOf: (state, at) => supplyAsked(state, at, askId),
  });
  return isKept ? (await findApplication(deps.db, applicationId))?.state : undefined;
}
