import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { newId } from '#kernel/id.ts';
import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import type { Audit } from '#modules/audit/index.ts';
import { type Cases, type DueOn, officerOf } from '#modules/cases/index.ts';
import { authorise } from '#modules/people/index.ts';
import type { Clock } from '#platform/clock.ts';
import { type Db, inTransaction, type Tx } from '#platform/db/index.ts';
import { append, change } from '#platform/journal/index.ts';
import { notify } from '#platform/live/index.ts';
import type { SendRequest } from './commands.ts';
import type { RequestState } from './request.ts';
import { requestStream } from './request-stream.ts';

/** `calendarId`: the addressee counts on a calendar of its own. */
type DescribedRequest = Readonly<{ subject: Localized; term: Term; isOutside: boolean; calendarId?: string }>;

/** What the pack says of a request: its addressee must exist, and a declared kind has a subject and a term. */
export type RequestRules = Readonly<{
  describe(
    packVersion: string,
    serviceId: string,
    input: { kind?: string; to: string },
  ): Promise<DescribedRequest | undefined>;
}>;

export type RequestsDeps = Readonly<{
  db: Db;
  clock: Clock;
  audit: Audit;
  cases: Cases;
  dueOn: DueOn;
  rules: RequestRules;
}>;

/** An officer asks; the addressee sees it at that moment, with a term of its own. */
export async function sendRequest(deps: RequestsDeps, actor: Actor, input: SendRequest): Promise<RequestState> {
  const { calendarId, ...described } = await subjectOf(deps, input);
  return inTransaction(deps.db, async (tx) => {
    // A withdrawal at this moment waits, and then cancels the request with the case.
    const state = await deps.cases.hold(tx, input.caseId);
    const officerId = officerOf(state);
    authorise(actor, 'request:send', { departmentId: state.departmentId, ...(officerId ? { officerId } : {}) });
    if (state.phase.status !== 'accepted') throw new Problem('requests/case-not-open', { number: state.number });
    if (input.to === state.departmentId) throw new Problem('requests/to-oneself');
    const at = deps.clock.now();
    const sent = change(requestStream, undefined, [
      {
        type: 'RequestSent',
        at: at.toString(),
        id: newId(at.epochMilliseconds),
        caseId: state.id,
        caseNumber: state.number,
        applicationId: state.applicationId,
        serviceId: state.serviceId,
        fromDepartmentId: state.departmentId,
        toDepartmentId: input.to,
        kind: input.kind ?? 'free',
        ...described,
        question: input.question,
        documentIds: input.documentIds,
        due: deps.dueOn(described.term, at, calendarId ?? state.calendarId),
        askedBy: actorKey(actor),
      },
    ]);
    await append(tx, { at, by: actorKey(actor) }, [sent]);
    await tell(deps, tx, actor, sent.state, 'requests.RequestSent');
    return sent.state;
  });
}

/** Subject and term as the pack declares them; read before the transaction begins. */
async function subjectOf(deps: RequestsDeps, { caseId, kind, to }: SendRequest) {
  const { state } = await deps.cases.getVersioned(deps.db, caseId);
  const described = await deps.rules.describe(state.packVersion, state.serviceId, { to, ...(kind ? { kind } : {}) });
  if (described === undefined) throw new Problem('requests/unknown-addressee');
  return described;
}

/** Audit and live notices: both departments' queues, the case and the applicant's page. */
export async function tell(
  deps: Pick<RequestsDeps, 'audit'>,
  tx: Tx,
  actor: Actor,
  state: RequestState,
  action: string,
): Promise<void> {
  const { applicationId } = state;
  await deps.audit.record(tx, actor, [{ action, subject: 'agencyRequest', subjectId: state.id, applicationId }]);
  const topics = [`department:${state.toDepartmentId}`, `department:${state.fromDepartmentId}`];
  await notify(tx, [...topics, `request:${state.id}`, `case:${state.caseId}`, `application:${applicationId}`]);
}
