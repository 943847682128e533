import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { newId } from '#kernel/id.ts';
import { numberByPattern } from '#kernel/number-pattern.ts';
import { Problem } from '#kernel/problem.ts';
import { type CaseState, lookAtPlan, type NewCase } from '#modules/cases/index.ts';
import { filedAnswers } from '#modules/forms/index.ts';
import { inOneStatement, inTransaction, type Tx } from '#platform/db/index.ts';
import { append, change, type Versioned } from '#platform/journal/index.ts';
import { notify } from '#platform/live/index.ts';
import type { ApplicationState } from './application.ts';
import { findApplication } from './application-store.ts';
import { applicationStream } from './application-stream.ts';
import { failedCase } from './begin-again.ts';
import type { ComposedDraft, Surroundings } from './compose-draft.ts';
import type { ApplicationsDeps } from './deps.ts';
import { digestOf } from './digest.ts';
import type { Draft } from './draft.ts';
import { filesOf } from './files-of.ts';
import { insertSupplement, type Supplement } from './supplement-store.ts';

type ToFile = Readonly<{ draft: Draft; composed: ComposedDraft; around: Surroundings; failedCaseId: string }>;

/**
 * Files a corrected service within its application: one transaction keeps what was filed again beside the filing, and
 * opens a new case with the next number in the place of the one that failed. What waited for its output goes on waiting,
 * now for the new case. `undefined` when somebody filed or changed the same draft a moment before. The caller has checked
 * the draft. Throws `applications/nothing-to-correct`, and `applications/withdrawn` when the applicant gave everything up
 * in another window meanwhile.
 */
export async function fileAgain(
  deps: ApplicationsDeps,
  actor: Actor,
  toFile: ToFile,
): Promise<ApplicationState | undefined> {
  const at = deps.clock.now();
  const { draft, around, failedCaseId } = toFile;
  const { state: failed } = await deps.cases.getVersioned(deps.db, failedCaseId);
  const caseId = newId(at.epochMilliseconds);
  const supplement = supplementOf(toFile, { failed, caseId, at });
  return inTransaction(deps.db, async (tx) => {
    if (!(await insertSupplement(tx, draft, supplement))) return undefined;
    const { before, cases } = await standingOf(deps, tx, failed.applicationId);
    const { number, withdrawnAt } = before.state;
    if (withdrawnAt !== undefined) throw new Problem('applications/withdrawn', { number });
    failedCase(cases, failedCaseId);
    const opening = { id: caseId, number: nextNumber(around, before.state, cases) };
    const opened = deps.cases.open([newCase(toFile, failed, opening)], at);
    const { id, digest } = supplement;
    const changed = change(applicationStream, before, [
      { type: 'AppliedAgain', id, at: at.toString(), failedCaseId, caseId, digest },
    ]);
    await append(tx, { at, by: actorKey(actor) }, [changed, ...opened]);
    const about = { subject: 'case', subjectId: caseId, applicationId: failed.applicationId };
    await deps.audit.record(tx, actor, [
      { action: 'applications.AppliedAgain', ...about, details: { failed: failed.number } },
    ]);
    const files = filesOf(around.pack, supplement.answers);
    await inOneStatement(tx, [
      deps.documents.attachedTo(failed.applicationId, files),
      ...deps.cases.toldOpened(opened),
    ]);
    await lookAtPlan(tx, failed.applicationId);
    await notify(tx, [`application:${failed.applicationId}`, ...cases.map((one) => `case:${one.id}`)]);
    return changed.state;
  });
}

/** The application and all its cases as they stand now. */
async function standingOf(deps: ApplicationsDeps, tx: Tx, applicationId: string) {
  const before = await findApplication(tx, applicationId);
  if (before === undefined) throw new Problem('applications/unknown-application');
  return { before, cases: await deps.cases.listByApplication(applicationId, tx) };
}

type Opening = Readonly<{ failed: CaseState; caseId: string; at: Temporal.Instant }>;

function supplementOf({ draft, composed }: ToFile, { failed, caseId, at }: Opening): Supplement {
  const { applicant, place } = draft.content;
  const answers = filedAnswers(composed.form, draft.content.answers);
  const kept = Object.entries(draft.content.provenance).filter(([element]) => element in answers);
  const { applicationId, serviceId } = failed;
  const { packVersion } = draft;
  const digest = digestOf({
    applicationId,
    again: failed.number,
    serviceId,
    packVersion,
    answers,
    applicant,
    place: place ?? null,
  });
  const id = newId(at.epochMilliseconds);
  return {
    id,
    kind: 'again',
    applicationId,
    caseId,
    answers,
    provenance: Object.fromEntries(kept),
    digest,
    filedAt: at.toString(),
  };
}

/** The next number of a case in the application: numbers of cases are never given twice. */
const nextNumber = (
  { pack }: Surroundings,
  { number }: Versioned<ApplicationState>['state'],
  cases: readonly unknown[],
) => numberByPattern(pack.city.numbers.case, { application: number, n: cases.length + 1 });

/** The case in the place of the one that failed, under the rules of the day on which it was applied for again. */
function newCase({ draft, composed }: ToFile, failed: CaseState, opening: Pick<NewCase, 'id' | 'number'>): NewCase {
  const item = composed.plan.items.find(({ serviceId }) => serviceId === failed.serviceId);
  if (item === undefined) throw new Problem('applications/unknown-subject');
  const { applicationId, itemKey, serviceId, toCheck, produces } = failed;
  return {
    ...opening,
    applicationId,
    itemKey,
    serviceId,
    departmentId: item.ownerId,
    packVersion: draft.packVersion,
    term: item.term,
    toCheck,
    // The case that failed had begun: whatever it waited for exists.
    awaits: [],
    produces,
    again: { caseId: failed.id, number: failed.number },
  };
}
