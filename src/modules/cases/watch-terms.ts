import { z } from 'zod';
import { Id } from '#kernel/id.ts';
import type { Audit } from '#modules/audit/index.ts';
import { type Clock, dateIn } from '#platform/clock.ts';
import { type Db, inTransaction, type Tx } from '#platform/db/index.ts';
import { cancelJob, enqueueAll, jobKind } from '#platform/jobs/index.ts';
import { notify } from '#platform/live/index.ts';
import { type CaseState, isEnded } from './case.ts';
import { findCase } from './case-store.ts';
import { standing } from './case-term.ts';
import { lookAtPlan } from './plan-watch.ts';

/** Looks at a case on the morning after its legal date. */
export const watchTerm = jobKind('cases.watch-term', z.object({ caseId: Id }));

/** Asks for the look at every case whose legal date is new; a date that moved takes its look along. */
export async function watchTerms(tx: Tx, states: readonly CaseState[], timeZone: string): Promise<void> {
  // The date of a clock that stands moves on by itself: there is nothing to be late for until it runs again.
  for (const { id } of states.filter(standing)) await cancelJob(tx, `term:${id}`);
  const running = states.filter((state) => standing(state) === undefined);
  const jobs = running.flatMap(({ id, due }) =>
    due === undefined ? [] : [{ payload: { caseId: id }, key: `term:${id}`, runAt: morningAfter(due.on, timeZone) }],
  );
  await enqueueAll(tx, watchTerm, jobs);
}

/** The first moment at which a case with this last day is late. */
const morningAfter = (on: string, timeZone: string): Temporal.Instant =>
  Temporal.PlainDate.from(on).add({ days: 1 }).toZonedDateTime(timeZone).toInstant();

type WatchDeps = Readonly<{ db: Db; audit: Audit; clock: Clock; timeZone: string }>;

/**
 * What the job does: a case that has not ended by its legal date is noted in the audit, once, and shown as late in every
 * open page at that moment. Safe to run twice.
 */
export async function noteLateCase({ db, audit, clock, timeZone }: WatchDeps, caseId: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const state = (await findCase(tx, caseId))?.state;
    if (state === undefined || isEnded(state) || standing(state) !== undefined) return;
    // Many dates moved at once, and nobody planned their looks anew: the look moves itself.
    if (state.due !== undefined && dateIn(timeZone, clock.now()).toString() <= state.due.on) {
      return watchTerms(tx, [state], timeZone);
    }
    const { applicationId, departmentId } = state;
    const late = { action: 'cases.TermPassed', subject: 'case', subjectId: caseId, applicationId };
    await audit.record(tx, { kind: 'system', name: watchTerm.name }, [late], clock.now());
    await lookAtPlan(tx, applicationId);
    await notify(tx, [`department:${departmentId}`, `case:${caseId}`, `application:${applicationId}`]);
  });
}
