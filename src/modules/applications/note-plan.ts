import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { type CaseEvent, type CaseState, lookAtPlans, notePlan } from '#modules/cases/index.ts';
import { dateIn } from '#platform/clock.ts';
import { inTransaction } from '#platform/db/index.ts';
import { append, change, listEvents, listEventsOfAll, type Versioned } from '#platform/journal/index.ts';
import { notify } from '#platform/live/index.ts';
import { type ApplicationEvent, type ApplicationState, noteEnd, type PlanMoved } from './application.ts';
import { lockApplications } from './application-store.ts';
import { applicationStream } from './application-stream.ts';
import type { ApplicationsDeps } from './deps.ts';
import { endingOf, planNow } from './progress.ts';
import { type ApplicationFile, readApplication } from './read-application.ts';

const system: Actor = { kind: 'system', name: notePlan.name };

/**
 * What the job does after anything happened to applications: if the end of the whole of one moved, that stands in its
 * journal with its causes, and the applicant's page tells it. While something runs late the end moves on every day: then
 * the job asks for another look tomorrow. What moved together is written in one transaction, an event for each. Safe to
 * run twice.
 */
export async function noteMovedPlans(deps: ApplicationsDeps, applicationIds: readonly string[]): Promise<void> {
  const files: ApplicationFile[] = [];
  for (const id of applicationIds) files.push(await readApplication(deps, system, id));
  const at = deps.clock.now();
  await inTransaction(deps.db, async (tx) => {
    const before = await lockApplications(tx, applicationIds);
    // Looks run at the same time: each counts with what is so now, not when it began to read.
    const cases = await deps.cases.listByApplications(applicationIds, tx);
    const ofApplications = Map.groupBy(cases, ({ applicationId }) => applicationId);
    const looks = files.flatMap((file) => {
      const versioned = before.get(file.application.id);
      const now = (ofApplications.get(file.application.id) ?? []).map((one) => deps.cases.asOfToday(one));
      return versioned === undefined
        ? []
        : [lookAt({ ...file, application: versioned.state, cases: now }, versioned, at)];
    });
    const moved = looks.flatMap(({ change: one }) => one ?? []);
    await append(tx, { at, by: actorKey(system) }, moved);
    await notify(
      tx,
      moved.map(({ id }) => `application:${id}`),
    );
    await lookAtPlans(
      tx,
      looks.flatMap(({ again }) => again ?? []),
    );
  });
}

/** Pure: the change that notes the end of an application, if it moved, and the look after it, if it moves on by itself. */
function lookAt(file: ApplicationFile, before: Versioned<ApplicationState>, at: Temporal.Instant) {
  const { timeZone } = file.pack.city;
  const today = dateIn(timeZone, at);
  const now = planNow(file, today);
  const { endsOn } = now.plan;
  const events = noteEnd(before.state, { at: at.toString(), on: endsOn, causes: now.change.causes });
  const tomorrow = today.add({ days: 1 });
  const movesOn = endingOf(file) === undefined && planNow(file, tomorrow).plan.endsOn !== endsOn;
  return {
    change: events.length > 0 ? change(applicationStream, before, events) : undefined,
    again: movesOn
      ? { applicationId: before.state.id, runAt: tomorrow.toZonedDateTime(timeZone).toInstant() }
      : undefined,
  };
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
