import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { Problem } from '#kernel/problem.ts';
import {
  type CaseState,
  caseStream,
  currentCases,
  decide,
  hasFailed,
  isEnded,
  withdrawalOf,
} from '#modules/cases/index.ts';
import { inTransaction } from '#platform/db/index.ts';
import { append, change, type Versioned } from '#platform/journal/index.ts';
import { notify } from '#platform/live/index.ts';
import type { ApplicationState } from './application.ts';
import { lockApplication } from './application-store.ts';
import { applicationStream } from './application-stream.ts';
import type { Withdraw } from './commands.ts';
import type { ApplicationsDeps } from './deps.ts';
import { getOwnApplication } from './own-application.ts';

/**
 * The applicant does not go on: one case and what waits for it end as withdrawn, or everything that has not ended. Their
 * departments are told, and what they asked others is cancelled. Withdrawing twice does no harm. Throws `applications/nothing-to-withdraw` for a case that is not
 * the application's.
 */
export async function withdraw(deps: ApplicationsDeps, actor: Actor, input: Withdraw): Promise<void> {
  await getOwnApplication(deps, actor, { ...input, permission: 'application:withdraw' });
  await inTransaction(deps.db, async (tx) => {
    // Two parts given up at once: the second sees the first, so that one of them is the last.
    const application = known(await lockApplication(tx, input.applicationId));
    const all = await deps.cases.listByApplication(input.applicationId, tx);
    const { withdrawn, isWhole } = whatEnds(application.state, all, input);
    if (withdrawn.length === 0 && !isWhole) return;
    const at = deps.clock.now();
    const cases = await Promise.all(
      withdrawn.map(async ({ id }) => {
        const before = await deps.cases.getVersioned(tx, id);
        return change(caseStream, before, decide(before.state, { type: 'withdraw', at: at.toString() }));
      }),
    );
    const ended = isWhole && application.state.withdrawnAt === undefined;
    const whole = ended
      ? [change(applicationStream, application, [{ type: 'ApplicationWithdrawn', at: at.toString() }])]
      : [];
    await append(tx, { at, by: actorKey(actor) }, [...whole, ...cases]);
    const { applicationId } = input;
    const about = { subject: 'application', subjectId: applicationId, applicationId };
    if (ended) await deps.audit.record(tx, actor, [{ action: 'applications.ApplicationWithdrawn', ...about }]);
    for (const one of cases) await deps.cases.recordWork(tx, actor, one);
    await deps.requests.cancelOfWithdrawn(
      tx,
      actor,
      withdrawn.map(({ id }) => id),
    );
    await notify(tx, [`application:${input.applicationId}`]);
  });
}

/** What a withdrawal would end, for the page that asks whether it is meant. */
export async function previewWithdrawal(deps: ApplicationsDeps, actor: Actor, input: Withdraw): Promise<CaseState[]> {
  const application = await getOwnApplication(deps, actor, { ...input, permission: 'application:withdraw' });
  return whatEnds(application, await deps.cases.listByApplication(input.applicationId), input).withdrawn;
}

function known(found: Versioned<ApplicationState> | undefined): Versioned<ApplicationState> {
  if (found === undefined) throw new Problem('applications/unknown-application');
  return found;
}

function whatEnds(application: ApplicationState, cases: readonly CaseState[], { caseId }: Pick<Withdraw, 'caseId'>) {
  if (caseId !== undefined && !cases.some(({ id }) => id === caseId))
    throw new Problem('applications/nothing-to-withdraw');
  const steps = application.steps.filter(({ report }) => report === undefined);
  const withdrawn = withdrawalOf(cases, { caseId, steps });
  return { withdrawn, isWhole: isWholeOf(cases, withdrawn) };
}

/** Whether nothing of the application is left to be done: a service that was granted stays so. */
const isWholeOf = (cases: readonly CaseState[], withdrawn: readonly CaseState[]): boolean =>
  currentCases(cases).every((one) => withdrawn.includes(one) || isEnded(one)) &&
  (withdrawn.length > 0 || cases.some(hasFailed));
