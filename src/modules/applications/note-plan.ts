import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { type CaseEvent, type CaseState, lookAtPlan, notePlan } from '#modules/cases/index.ts';
import { dateIn } from '#platform/clock.ts';
import { inTransaction } from '#platform/db/index.ts';
import { append, change, listEvents, listEventsOfAll } from '#platform/journal/index.ts';
import { notify } from '#platform/live/index.ts';
import { type ApplicationEvent, noteEnd, type PlanMoved } from './application.ts';
import { lockApplication } from './application-store.ts';
import { applicationStream } from './application-stream.ts';
import type { ApplicationsDeps } from './deps.ts';
import { endingOf, planNow } from './progress.ts';
import { readApplication } from './read-application.ts';

const system: Actor = { kind: 'system', name: notePlan.name };

/**
 * What the job does after anything happened to an application: if the end of the whole moved, that stands in its journal
 * with its causes, and the applicant's page tells it. While something runs late the end moves on every day: then the job
 * asks for another look tomorrow. Safe to run twice.
 */
export async function noteMovedPlan(deps: ApplicationsDeps, applicationId: string): Promise<void> {
  const file = await readApplication(deps, system, applicationId);
  const at = deps.clock.now();
  const { timeZone } = file.pack.city;
  const today = dateIn(timeZone, at);
  await inTransaction(deps.db, async (tx) => {
    const before = await lockApplication(tx, applicationId);
    if (before === undefined) return;
    // Looks run at the same time: each counts with what is so now, not when it began to read.
    const cases = (await deps.cases.listByApplication(applicationId, tx)).map((one) => deps.cases.asOfToday(one));
    const asItStands = { ...file, application: before.state, cases };
    const now = planNow(asItStands, today);
    const { endsOn } = now.plan;
    const events = noteEnd(before.state, { at: at.toString(), on: endsOn, causes: now.change.causes });
    if (events.length > 0) {
      await append(tx, { at, by: actorKey(system) }, [change(applicationStream, before, events)]);
      await notify(tx, [`application:${applicationId}`]);
    }
    const tomorrow = today.add({ days: 1 });
    if (endingOf(asItStands) === undefined && planNow(asItStands, tomorrow).plan.endsOn !== endsOn) {
      await lookAtPlan(tx, applicationId, tomorrow.toZonedDateTime(timeZone).toInstant());
    }
  });
}

/** Every move of the end so far, oldest first. */
export async function listMoves(deps: Pick<ApplicationsDeps, 'db'>, applicationId: string): Promise<PlanMoved[]> {
  const entries = await listEvents(deps.db, applicationId);
  return entries.flatMap(({ event }) => {
    const happened = event as ApplicationEvent;
    return happened.type === 'PlanMoved' ? [happened] : [];
  });
}

/** Why days became days off that moved dates of these cases, as whoever proposed them wrote it; each reason once. */
export async function listClosures(
  deps: Pick<ApplicationsDeps, 'db'>,
  cases: readonly Pick<CaseState, 'id'>[],
): Promise<string[]> {
  const journals = await listEventsOfAll(
    deps.db,
    cases.map(({ id }) => id),
  );
  const reasons = [...journals.values()].flat().flatMap(({ event }) => {
    const happened = event as CaseEvent;
    return happened.type === 'DueMoved' && happened.cause.kind === 'calendar' ? [happened.cause.reason] : [];
  });
  return [...new Set(reasons)];
}
