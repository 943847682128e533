import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { isWorthTelling, type Reconciliation, reconcile } from '#modules/forms/index.ts';
import { authoriseOrHide } from '#modules/people/index.ts';
import { timeIn } from '#platform/clock.ts';
import { actingFor } from './applicant-choice.ts';
import { composeDraft, type Surroundings } from './compose-draft.ts';
import type { ApplicationsDeps } from './deps.ts';
import type { Draft, DraftContent } from './draft.ts';
import { findDraft, updateDraft } from './draft-store.ts';
import { situationOf } from './subject.ts';

/** Who the permissions of a draft are asked about. */
export const draftSubject = ({ personId, guestKey }: Draft) => ({
  ...(personId ? { filedBy: personId } : {}),
  ...(guestKey ? { guestKey } : {}),
});

/** A draft, and what of its answers changed with newer rules that the person has not seen yet. */
export type OpenDraft<D extends Draft = Draft> = Readonly<{ draft: D; outdated?: Reconciliation }>;

/**
 * The draft of somebody who may edit it, or `applications/unknown-draft`: whether another's exists is not told.
 * A person who begins as a guest and signs in takes the draft over.
 */
export async function openDraft(deps: ApplicationsDeps, actor: Actor, draftId: string): Promise<OpenDraft> {
  const draft = await findDraft(deps.db, draftId);
  if (draft === undefined) throw new Problem('applications/unknown-draft');
  authoriseOrHide(actor, 'draft:edit', { of: draftSubject(draft), unknown: 'applications/unknown-draft' });
  return underRulesOfToday(deps, actor, await takenOver(deps, actor, draft));
}

/** The draft of `openDraft`, whether newer rules wait or not. */
export const getDraft = async (deps: ApplicationsDeps, actor: Actor, draftId: string): Promise<Draft> =>
  (await openDraft(deps, actor, draftId)).draft;

async function takenOver({ db }: ApplicationsDeps, actor: Actor, draft: Draft): Promise<Draft> {
  if (actor.kind !== 'person' || draft.personId !== undefined) return draft;
  const { guestKey: _key, ...rest } = draft;
  const taken = { ...rest, personId: actor.personId };
  return (await updateDraft(db, taken)) ? { ...taken, version: draft.version + 1 } : draft;
}

/**
 * A draft goes on under the rules it was begun with until the person has seen what changed. Where they change nothing for
 * it (a holiday was added, another service has a new form, nothing is answered yet) it goes on under those of today.
 */
export async function underRulesOfToday<D extends Draft>(
  deps: ApplicationsDeps,
  actor: Actor,
  draft: D,
): Promise<OpenDraft<D>> {
  const { packVersion } = deps.catalogue;
  if (draft.applicationId !== undefined || draft.packVersion === packVersion) return { draft };
  // A case keeps the rules it began with, and so does what is added to it.
  if (draft.content.adds !== undefined) return { draft };
  const hasAnswers = Object.keys(draft.content.answers).length > 0;
  const outdated = hasAnswers ? await reconciled(deps, actor, draft) : undefined;
  if (outdated === undefined || !isWorthTelling(outdated)) return { draft: { ...draft, packVersion } };
  return { draft, outdated };
}

/** The draft's form under its own rules and under those of today. */
async function reconciled(deps: ApplicationsDeps, actor: Actor, draft: Draft): Promise<Reconciliation> {
  const old = await surroundings(deps, actor, draft);
  const now = await surroundings(deps, actor, { ...draft, packVersion: deps.catalogue.packVersion });
  const forms = { before: composeDraft(draft, old).form, after: composeDraft(draft, now).form };
  return reconcile(forms, draft.content.answers, { today: now.today });
}

/** The rules and the day around a draft: all that decides what it asks. */
export async function rulesAround(
  deps: ApplicationsDeps,
  draft: Pick<Draft, 'packVersion' | 'subject'>,
): Promise<Omit<Surroundings, 'known'>> {
  const pack = await deps.catalogue.getPack(draft.packVersion);
  const filedAt = timeIn(pack.city.timeZone, deps.clock.now());
  return { pack, situation: situationOf(pack, draft.subject), today: filedAt.toPlainDate(), filedAt };
}

/** The rules, the day and the person around a draft. */
export async function surroundings(deps: ApplicationsDeps, actor: Actor, draft: Draft): Promise<Surroundings> {
  const rules = await rulesAround(deps, draft);
  const known = await deps.people.getKnown(await actingFor(deps.people, actor, draft.content.applicant?.onBehalfOf));
  return { ...rules, known };
}

/** Writes what was changed, or `applications/changed-meanwhile` when another window was faster. */
export async function saveDraft(deps: ApplicationsDeps, draft: Draft, content: DraftContent): Promise<void> {
  if (draft.applicationId !== undefined) throw new Problem('applications/already-filed');
  const updatedAt = deps.clock.now().toString();
  const saved = await updateDraft(deps.db, { ...draft, content, updatedAt });
  if (!saved) throw new Problem('applications/changed-meanwhile');
}

/** The person has seen what changed: the draft goes on under the newest rules, all answers that still fit kept. */
export async function acceptNewVersion(deps: ApplicationsDeps, actor: Actor, draftId: string): Promise<void> {
  const { draft, outdated } = await openDraft(deps, actor, draftId);
  if (outdated === undefined) return;
  const { answers, raw } = outdated;
  const content = { ...draft.content, answers, raw: { ...draft.content.raw, ...raw } };
  await saveDraft(deps, { ...draft, packVersion: deps.catalogue.packVersion }, content);
}
