import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { Problem } from '#kernel/problem.ts';
import { lookAtPlan } from '#modules/cases/index.ts';
import { authoriseOrHide } from '#modules/people/index.ts';
import { dateIn } from '#platform/clock.ts';
import { inTransaction } from '#platform/db/index.ts';
import { append, change } from '#platform/journal/index.ts';
import { notify } from '#platform/live/index.ts';
import { actingFor } from './applicant-choice.ts';
import { type ApplicationEvent, type ApplicationState, reportStep as decideReport } from './application.ts';
import { findApplication } from './application-store.ts';
import { applicationStream } from './application-stream.ts';
import type { ReportStep } from './commands.ts';
import type { ApplicationsDeps } from './deps.ts';
import { availableOutputs } from './read-application.ts';

/** The applicant says that a step outside the city's services is done; the cases that waited for its output start. */
export async function reportStep(deps: ApplicationsDeps, actor: Actor, input: ReportStep): Promise<ApplicationState> {
  const { pack, acting } = await aroundStep(deps, actor, input.applicationId);
  return inTransaction(deps.db, async (tx) => {
    const before = await findApplication(tx, input.applicationId);
    if (before === undefined) throw new Problem('applications/unknown-application');
    const { state } = before;
    const { filedBy, onBehalfOf } = state;
    const of = { filedBy, ...(onBehalfOf ? { onBehalfOf } : {}) };
    authoriseOrHide(acting, 'step:report', { of, unknown: 'applications/unknown-application' });
    const at = deps.clock.now();
    const cases = await deps.cases.listByApplication(state.id, tx);
    const today = dateIn(pack.city.timeZone, at).toString();
    const on = input.on ?? today;
    if (on > today) throw new Problem('applications/step-in-future');
    const { stepId, number, documentIds } = input;
    const report = { at: at.toString(), on, documentIds, ...(number ? { number } : {}) };
    const events = decideReport(state, { stepId, report }, availableOutputs(state, cases));
    if (events.length === 0) return state;
    const changed = change(applicationStream, before, events);
    const outputs = outputsOf(changed.state, events);
    const released = await deps.cases.receiveOutputs(tx, { applicationId: state.id, outputs, at });
    await append(tx, { at, by: actorKey(actor) }, [changed, ...released]);
    await deps.audit.record(tx, actor, [
      {
        action: 'applications.StepReported',
        subject: 'application',
        subjectId: state.id,
        applicationId: state.id,
        details: { stepId },
      },
    ]);
    for (const one of released) await deps.cases.recordWork(tx, actor, one);
    await lookAtPlan(tx, state.id);
    await notify(tx, [`application:${state.id}`]);
    return changed.state;
  });
}

/** The rules of the application, and the actor as the party it was filed for; read before the transaction begins. */
async function aroundStep(deps: ApplicationsDeps, actor: Actor, applicationId: string) {
  const found = await findApplication(deps.db, applicationId);
  if (found === undefined) throw new Problem('applications/unknown-application');
  const { packVersion, onBehalfOf } = found.state;
  return { pack: await deps.catalogue.getPack(packVersion), acting: await actingFor(deps.people, actor, onBehalfOf) };
}

const outputsOf = (state: ApplicationState, events: readonly ApplicationEvent[]): readonly string[] =>
  events.flatMap((event) =>
    event.type === 'StepReported' ? (state.steps.find(({ key }) => key === event.key)?.produces ?? []) : [],
  );
