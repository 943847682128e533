import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { newId } from '#kernel/id.ts';
import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import type { Audit } from '#modules/audit/index.ts';
import { type CaseState, type Cases, type DueOn, officerOf } from '#modules/cases/index.ts';
import { authorise } from '#modules/people/index.ts';
import type { Clock } from '#platform/clock.ts';
import { type Db, inTransaction, type Tx } from '#platform/db/index.ts';
import { append, change } from '#platform/journal/index.ts';
import { notify } from '#platform/live/index.ts';
import type { SendRequest } from './commands.ts';
import type { RequestState } from './request.ts';
import { requestStream } from './request-stream.ts';

/** What the pack says of a request: its addressee must exist, and a declared kind has a subject and a term. */
export type RequestRules = Readonly<{
  describe(
    packVersion: string,
    serviceId: string,
    input: { kind?: string; to: string },
  ): Promise<{ subject: Localized; term: Term; isOutside: boolean } | undefined>;
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
  return inTransaction(deps.db, async (tx) => {
    const { state } = await deps.cases.getVersioned(tx, input.caseId);
    const officerId = officerOf(state);
    authorise(actor, 'request:send', { departmentId: state.departmentId, ...(officerId ? { officerId } : {}) });
    const sent = await requestOf(deps, actor, state, input);
    await append(tx, { at: deps.clock.now(), by: actorKey(actor) }, [sent]);
    await tell(deps, tx, actor, sent.state, 'requests.RequestSent');
    return sent.state;
  });
}

async function requestOf(deps: RequestsDeps, actor: Actor, caseState: CaseState, input: SendRequest) {
  if (caseState.phase.status !== 'accepted') throw new Problem('requests/case-not-open', { number: caseState.number });
  if (input.to === caseState.departmentId) throw new Problem('requests/to-oneself');
  const { kind, to } = input;
  const described = await deps.rules.describe(caseState.packVersion, caseState.serviceId, {
    to,
    ...(kind ? { kind } : {}),
  });
  if (described === undefined) throw new Problem('requests/unknown-addressee');
  const at = deps.clock.now();
  return change(requestStream, undefined, [
    {
      type: 'RequestSent',
      at: at.toString(),
      id: newId(at.epochMilliseconds),
      caseId: caseState.id,
      caseNumber: caseState.number,
      applicationId: caseState.applicationId,
      serviceId: caseState.serviceId,
      fromDepartmentId: caseState.departmentId,
      toDepartmentId: to,
      kind: kind ?? 'free',
      ...described,
      question: input.question,
      documentIds: input.documentIds,
      due: deps.dueOn(described.term, at),
      askedBy: actorKey(actor),
    },
  ]);
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
  await notify(tx, [...topics, `case:${state.caseId}`, `application:${applicationId}`]);
}
