import { z } from 'zod';
import { Id } from '#kernel/id.ts';
import type { Audit } from '#modules/audit/index.ts';
import { type Calendar, countWorkingDays } from '#modules/calendar/index.ts';
import { type Clock, dateIn } from '#platform/clock.ts';
import { type Clause, type Db, inTransaction, type Tx } from '#platform/db/index.ts';
import { cancelJob, enqueueAll, jobKind, type KeyedJob, newJobs } from '#platform/jobs/index.ts';
import { notify } from '#platform/live/index.ts';
import type { CaseState } from './case.ts';
import { isEnded } from './case-end.ts';
import { holdCase } from './case-store.ts';
import { standing } from './case-term.ts';
import { lookAtPlan } from './plan-watch.ts';
import { calendarOfCase, type TermRules } from './term-rules.ts';

/** Looks at a case some working days before its legal date, and on the morning after it. */
export const watchTerm = jobKind('cases.watch-term', z.object({ caseId: Id }));

/** What planning a look needs: the day, the city's days and how many working days ahead it warns. */
export type WatchDeps = Readonly<{ clock: Clock; timeZone: string; rules: Pick<TermRules, 'calendar' | 'warnBefore'> }>;

/**
 * Asks for the next look at every case whose legal date is new; a date that moved takes its look along. One job a case:
 * each look plans the one after it.
 */
export async function watchTerms(tx: Tx, states: readonly CaseState[], deps: WatchDeps): Promise<void> {
  // The date of a clock that stands moves on by itself: there is nothing to be late for until it runs again.
  for (const { id } of states.filter(standing)) await cancelJob(tx, `term:${id}`);
  const running = states.filter((state) => standing(state) === undefined);
  await enqueueAll(tx, watchTerm, looksAt(running, deps));
}

/** A clause that asks for the first look at cases opened by the same statement. */
export const firstLooks = (opened: readonly CaseState[], deps: WatchDeps): Clause =>
  newJobs(watchTerm, looksAt(opened, deps));

const looksAt = (states: readonly CaseState[], deps: WatchDeps): KeyedJob<{ caseId: string }>[] =>
  states.flatMap((state) =>
    state.due === undefined
      ? []
      : [{ payload: { caseId: state.id }, key: `term:${state.id}`, runAt: nextLook(deps, state, state.due.on) }],
  );

/** The next morning on which a date needs a look: each warning still ahead, then the first on which the case is late. */
function nextLook({ clock, timeZone, rules }: WatchDeps, state: CaseState, on: string): Temporal.Instant {
  const today = dateIn(timeZone, clock.now());
  const due = Temporal.PlainDate.from(on);
  const calendar = calendarOfCase(rules, state);
  const warnings = rules.warnBefore().map((days) => workingDaysBefore(calendar, due, days));
  const looks = [...warnings, due.add({ days: 1 })].sort(Temporal.PlainDate.compare);
  const next = looks.find((look) => Temporal.PlainDate.compare(look, today) > 0) ?? due.add({ days: 1 });
  return next.toZonedDateTime(timeZone).toInstant();
}

/** The day from which so many working days are left. */
function workingDaysBefore(calendar: Calendar, due: Temporal.PlainDate, days: number): Temporal.PlainDate {
  let day = due;
  while (countWorkingDays(calendar, day, due) < days) day = day.subtract({ days: 1 });
  return day;
}

/**
 * What the job does. Shortly before the legal date the case is marked in every open page of its department, the head's
 * among them, and noted in the audit; after it, it is noted as late and shown so. What has ended or stands is left
 * alone; a look that comes too early, because many dates moved at once, plans itself again. Safe to run twice.
 */
export async function lookAtTerm(deps: WatchDeps & { db: Db; audit: Audit }, caseId: string): Promise<void> {
  const { db, audit, clock, timeZone } = deps;
  await inTransaction(db, async (tx) => {
    // A term that moves at this moment waits, and then plans its own look in the place of this one.
    const state = await holdCase(tx, caseId);
    if (state?.due === undefined || isEnded(state) || standing(state) !== undefined) return;
    const { applicationId, departmentId, due } = state;
    const about = { subject: 'case', subjectId: caseId, applicationId };
    const note = (action: string, details?: Record<string, unknown>) =>
      audit.record(
        tx,
        { kind: 'system', name: watchTerm.name },
        [{ action, ...about, ...(details && { details }) }],
        clock.now(),
      );
    const today = dateIn(timeZone, clock.now());
    const topics = [`department:${departmentId}`, `case:${caseId}`];
    if (today.toString() <= due.on) {
      const left = countWorkingDays(calendarOfCase(deps.rules, state), today, Temporal.PlainDate.from(due.on));
      if (left <= Math.max(0, ...deps.rules.warnBefore())) {
        await note('cases.TermNear', { workingDaysLeft: left });
        await notify(tx, topics);
      }
      return watchTerms(tx, [state], deps);
    }
    await note('cases.TermPassed');
    await lookAtPlan(tx, applicationId);
    await notify(tx, [...topics, `application:${applicationId}`]);
  });
}
