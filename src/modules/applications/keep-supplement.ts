import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { newId } from '#kernel/id.ts';
import { type CaseEvent, type CaseState, caseStream } from '#modules/cases/index.ts';
import { inOneStatement, inTransaction } from '#platform/db/index.ts';
import { append, change } from '#platform/journal/index.ts';
import type { ComposedDraft, Surroundings } from './compose-draft.ts';
import type { ApplicationsDeps } from './deps.ts';
import type { Draft } from './draft.ts';
import { insertSupplement, type Supplement } from './supplement-store.ts';

/** A checked draft that is filed beside the filing, with its rules. */
export type ToSupply = Readonly<{ draft: Draft; composed: ComposedDraft; around: Surroundings }>;

type Kept = Readonly<{
  draft: Draft;
  supplement: Omit<Supplement, 'id' | 'filedAt'>;
  /** Documents that belong to the application from now on. */
  files: readonly string[];
  /** What it means for the case; throws where the case does not take it any more. */
  eventsOf: (state: CaseState, at: string, supplementId: string) => readonly CaseEvent[];
}>;

/**
 * Keeps what was filed for a case beside the filing, with its journal, audit and notices. `false` when somebody filed or
 * changed the same draft a moment before. Throws what `eventsOf` throws.
 */
export async function keepSupplement(
  deps: ApplicationsDeps,
  actor: Actor,
  { draft, supplement, files, eventsOf }: Kept,
): Promise<boolean> {
  const at = deps.clock.now();
  const id = newId(at.epochMilliseconds);
  return inTransaction(deps.db, async (tx) => {
    const before = await deps.cases.getVersioned(tx, supplement.caseId);
    if (!(await insertSupplement(tx, draft, { ...supplement, id, filedAt: at.toString() }))) return false;
    const changed = change(caseStream, before, eventsOf(before.state, at.toString(), id));
    await append(tx, { at, by: actorKey(actor) }, [changed]);
    await inOneStatement(tx, [deps.documents.attachedTo(supplement.applicationId, files)]);
    await deps.cases.recordWork(tx, actor, changed);
    return true;
  });
}
