import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import { failed, ok, type Result } from '#kernel/result.ts';
import { type Answers, type Form, postedTexts, readPage } from '#modules/forms/index.ts';
import { authorise } from '#modules/people/index.ts';
import { choicesOf } from './applicant-choice.ts';
import type {
  AnswerTriage,
  ChooseApplicant,
  ChoosePlace,
  CreateDraft,
  LeaveOut,
  SavePage,
  SetEstimates,
} from './commands.ts';
import { composeDraft } from './compose-draft.ts';
import type { ApplicationsDeps } from './deps.ts';
import { type Draft, emptyContent, withLeftOut, withPage, withTriage } from './draft.ts';
import { insertDraft } from './draft-store.ts';
import { getDraft, saveDraft, surroundings } from './open-draft.ts';
import { recordNumberErrors } from './record-numbers.ts';
import { situationOf, subjectOfService } from './subject.ts';

const guestKeyOf = (actor: Actor): string | undefined =>
  actor.kind === 'person' || actor.kind === 'anonymous' ? actor.guestKey : undefined;

/** Begins a draft for somebody signed in or not; it belongs to the person or to the browser. */
export async function createDraft(deps: ApplicationsDeps, actor: Actor, input: CreateDraft): Promise<{ id: string }> {
  authorise(actor, 'draft:edit');
  const pack = deps.catalogue.current;
  const subject = 'situationId' in input ? input.situationId : subjectOfService(input.serviceId);
  situationOf(pack, subject);
  const now = deps.clock.now();
  const guestKey = guestKeyOf(actor);
  const owner = actor.kind === 'person' ? { personId: actor.personId } : guestKey === undefined ? {} : { guestKey };
  const id = newId(now.epochMilliseconds);
  const draft = { id, version: 1, subject, packVersion: deps.catalogue.packVersion, content: emptyContent };
  await insertDraft(deps.db, { ...draft, ...owner, updatedAt: now.toString() });
  return { id };
}

/** What a correction, a supply or an addition keeps from the filing cannot be chosen anew. */
function assertOpen({ curesCaseId, content }: Draft): void {
  if (curesCaseId !== undefined || content.asked !== undefined || content.adds !== undefined)
    throw new Problem('applications/kept-from-filing');
}

/** One triage answer. A value that is none of the options is an error at the question. */
export async function answerTriage(deps: ApplicationsDeps, actor: Actor, input: AnswerTriage): Promise<Result<void>> {
  const draft = await getDraft(deps, actor, input.draftId);
  assertOpen(draft);
  const { situation } = await surroundings(deps, actor, draft);
  const question = situation.triage.find(({ id }) => id === input.questionId);
  if (question === undefined) throw new Problem('applications/unknown-question');
  if (!question.options.some(({ value }) => value === input.value)) {
    return failed([{ field: input.questionId, code: 'forms/required' }]);
  }
  await saveDraft(deps, draft, withTriage(draft.content, input.questionId, input.value));
  return ok(undefined);
}

/** The place, with its spatial facts; what cannot be found is an error at the field that named it. */
export async function choosePlace(deps: ApplicationsDeps, actor: Actor, input: ChoosePlace): Promise<Result<void>> {
  const draft = await getDraft(deps, actor, input.draftId);
  assertOpen(draft);
  const { draftId: _id, ...named } = input;
  const facts = await deps.territory.findPlace(named);
  if (!facts.ok) return facts;
  await saveDraft(deps, draft, { ...draft.content, place: facts.value });
  return ok(undefined);
}

/** Who applies: oneself, an own organisation, or somebody whose mandate holds. */
export async function chooseApplicant(
  deps: ApplicationsDeps,
  actor: Actor,
  input: ChooseApplicant,
): Promise<Result<void>> {
  if (actor.kind !== 'person') throw new Problem('people/sign-in-needed');
  const draft = await getDraft(deps, actor, input.draftId);
  assertOpen(draft);
  const profile = await deps.people.getProfile(actor.personId);
  const applicant = choicesOf(profile).find(({ choice }) => choice === input.applicant);
  if (applicant === undefined) return failed([{ field: 'applicant', code: 'applications/unknown-applicant' }]);
  await saveDraft(deps, draft, { ...draft.content, applicant });
  return ok(undefined);
}

/** The person's own lengths of work. Lengths that end beyond every calendar are refused and not kept. */
export async function setEstimates(deps: ApplicationsDeps, actor: Actor, input: SetEstimates): Promise<void> {
  const draft = await getDraft(deps, actor, input.draftId);
  const content = { ...draft.content, estimates: { ...draft.content.estimates, ...input.estimates } };
  composeDraft({ content }, await surroundings(deps, actor, draft));
  await saveDraft(deps, draft, content);
}

/**
 * What only an officer's check would decide is left out of the plan, or taken back. Throws `applications/not-to-leave-out`
 * for what is needed, what is no part of the plan, and the last service of it.
 */
export async function leaveOut(deps: ApplicationsDeps, actor: Actor, input: LeaveOut): Promise<void> {
  const draft = await getDraft(deps, actor, input.draftId);
  assertOpen(draft);
  const content = withLeftOut(draft.content, input.item, input.leftOut);
  if (input.leftOut) {
    const { plan } = composeDraft({ content }, await surroundings(deps, actor, draft));
    if (!plan.leftOut?.includes(input.item)) throw new Problem('applications/not-to-leave-out');
  }
  await saveDraft(deps, draft, content);
}

/** One page of the form. Nothing typed is lost: what cannot be read stays as it was typed, beside its error. */
export async function savePage(deps: ApplicationsDeps, actor: Actor, input: SavePage): Promise<Result<void>> {
  const draft = await getDraft(deps, actor, input.draftId);
  await assertOwnFiles(deps, draft, Object.values(input.received).flat());
  const around = await surroundings(deps, actor, draft);
  const { formAt, plan } = composeDraft(draft, around);
  const { answers, provenance, raw } = draft.content;
  const posted = postedTexts(input.fields);
  const reading = readPage(formAt, input.pageId, {
    posted,
    answers,
    provenance,
    raw,
    received: input.received,
    today: around.today,
  });
  const asked = { pack: around.pack, plan, answers: askedOn(formAt(reading.answers), input.pageId, reading.answers) };
  const errors = [...reading.errors, ...(await recordNumberErrors(deps, asked))];
  await saveDraft(deps, draft, withPage(draft.content, input.pageId, { ...reading, errors }));
  return errors.length === 0 ? ok(undefined) : failed(errors);
}

/** Answers to the questions of one page. */
function askedOn(form: Form, pageId: string, answers: Answers): Answers {
  const questions = form.pages.find(({ id }) => id === pageId)?.questions ?? [];
  return Object.fromEntries(questions.map(({ element: { id } }) => [id, answers[id] ?? null]));
}

/** Files of a page were brought for this draft: nobody attaches, and so comes to read, what is another's. */
async function assertOwnFiles(deps: ApplicationsDeps, draft: Draft, documentIds: readonly string[]): Promise<void> {
  const known = new Map((await deps.documents.list(documentIds)).map((document) => [document.id, document]));
  const isStrange = documentIds.some((id) => known.get(id)?.draftId !== draft.id);
  if (isStrange) throw new Problem('documents/unknown-document');
}
