import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { Problem } from '#kernel/problem.ts';
import { type CaseState, employeeOf } from '#modules/cases/index.ts';
import { authorise, authoriseOrHide } from '#modules/people/index.ts';
import { type Executor, inTransaction, type Tx } from '#platform/db/index.ts';
import { append, change } from '#platform/journal/index.ts';
import { type CaseClock, caseClock, type Turn } from './case-clock.ts';
import type { AnswerRequest, CancelRequest, RefuseRequest, SendRequest, TakeRequest } from './commands.ts';
import { answering, asking, possibleSteps } from './possible-steps.ts';
import { decide, type RequestCommand, type RequestState } from './request.ts';
import {
  countAwaited,
  findRequest,
  listAwaited,
  listByApplication,
  listByCase,
  listQueue,
  type RequestQuery,
} from './request-store.ts';
import { requestStream } from './request-stream.ts';
import { type RequestsDeps, sendRequest, tell } from './send-request.ts';

export type Requests = ReturnType<typeof createRequests>;

/** Requests between departments and to outside agencies, each with a term of its own. */
export function createRequests(deps: RequestsDeps) {
  const getVersioned = async (db: Executor, requestId: string) => {
    const found = await findRequest(db, requestId);
    if (found === undefined) throw new Problem('requests/unknown-request');
    return found;
  };
  const workOn = (
    actor: Actor,
    requestId: string,
    permission: 'request:answer' | 'request:send',
    command: (at: string) => RequestCommand,
  ): Promise<RequestState> =>
    inTransaction(deps.db, async (tx) => {
      const before = await getVersioned(tx, requestId);
      authorise(actor, permission, permission === 'request:answer' ? answering(before.state) : asking(before.state));
      const at = deps.clock.now();
      const changed = change(requestStream, before, decide(before.state, command(at.toString())));
      await append(tx, { at, by: actorKey(actor) }, [changed]);
      for (const event of changed.events) await tell(deps, tx, actor, changed.state, `requests.${event.type}`);
      return changed.state;
    });
  return {
    send: (actor: Actor, input: SendRequest) => sendRequest(deps, actor, input),
    /** An officer of the asked department has it from now on. */
    take: (actor: Actor, { requestId }: TakeRequest) =>
      workOn(actor, requestId, 'request:answer', (at) => ({ type: 'take', at, officerId: employeeOf(actor) })),
    /** The answer, with files. */
    answer: (actor: Actor, { requestId, text, documentIds }: AnswerRequest) =>
      workOn(actor, requestId, 'request:answer', (at) => ({
        type: 'answer',
        at,
        officerId: employeeOf(actor),
        text,
        documentIds,
      })),
    /** The asked department says why it cannot answer. */
    refuse: (actor: Actor, { requestId, text }: RefuseRequest) =>
      workOn(actor, requestId, 'request:answer', (at) => ({ type: 'refuse', at, officerId: employeeOf(actor), text })),
    /** The asking department needs no answer any more. */
    cancel: (actor: Actor, { requestId, reason }: CancelRequest) =>
      workOn(actor, requestId, 'request:send', (at) => ({ type: 'cancel', at, reason })),
    /** Nobody owes an answer about cases that the applicant withdrew. Within the caller's transaction. */
    async cancelOfWithdrawn(tx: Tx, actor: Actor, caseIds: readonly string[]): Promise<void> {
      const at = deps.clock.now();
      const awaited = await listAwaited(tx, caseIds);
      const changes = awaited.map((before) =>
        change(requestStream, before, decide(before.state, { type: 'cancel', at: at.toString() })),
      );
      await append(tx, { at, by: actorKey(actor) }, changes);
      for (const { state } of changes) await tell(deps, tx, actor, state, 'requests.RequestCancelled');
    },
    /** One request for somebody of the asking or the asked department. */
    async getRequest(actor: Actor, requestId: string): Promise<RequestState> {
      const { state } = await getVersioned(deps.db, requestId);
      const of = { departmentId: state.toDepartmentId, involvedDepartmentIds: [state.fromDepartmentId] };
      authoriseOrHide(actor, 'request:read', { of, unknown: 'requests/unknown-request' });
      return state;
    },
    /** Requests of a case; the caller has asked whether the actor may read the case. */
    listByCase: (caseId: string) => listByCase(deps.db, caseId),
    /** Requests of an application; the caller has asked whether the actor may read it. */
    listByApplication: (applicationId: string) => listByApplication(deps.db, applicationId),
    /**
     * Whose time runs in each of an application's cases, and whose all the time before was; by case id. The caller has
     * asked whether the actor may read the cases, and says whose turn it is to make a result that a case awaits.
     */
    async caseClocks(
      states: readonly CaseState[],
      turnsFor: (output: string) => readonly Turn[],
    ): Promise<ReadonlyMap<string, CaseClock>> {
      const journals = await deps.cases.journalsOf(states.map(({ id }) => id));
      const applicationIds = [...new Set(states.map(({ applicationId }) => applicationId))];
      const asked = (await Promise.all(applicationIds.map((id) => listByApplication(deps.db, id)))).flat();
      const around = { ...deps.cases.terms(), now: deps.clock.now(), turnsFor };
      return new Map(
        states.map((state) => {
          const requests = asked.filter(({ caseId }) => caseId === state.id);
          return [state.id, caseClock({ state, journal: journals.get(state.id) ?? [], requests }, around)];
        }),
      );
    },
    /** What the actor may do with the request as it stands. */
    possibleSteps,
    /** How many answers a department still owes, and still awaits, each at most 99. */
    async countQueue(actor: Actor, departmentId: string): Promise<{ received: number; sent: number }> {
      authorise(actor, 'queue:read', { departmentId });
      const count = (direction: 'received' | 'sent') => countAwaited(deps.db, { departmentId, direction, limit: 99 });
      const [received, sent] = await Promise.all([count('received'), count('sent')]);
      return { received, sent };
    },
    /** One page of what a department is asked (or asks others: `sent`), the earliest due date first. */
    async listQueue(
      actor: Actor,
      query: Omit<RequestQuery, 'statuses' | 'limit'> & { closed?: boolean; limit?: number },
    ) {
      authorise(actor, 'queue:read', { departmentId: query.departmentId });
      const { closed = false, limit = 50, ...rest } = query;
      const statuses = closed ? (['completed', 'rejected', 'cancelled'] as const) : (['started', 'assigned'] as const);
      return listQueue(deps.db, { ...rest, statuses, limit });
    },
  };
}

export type { CaseClock, Turn } from './case-clock.ts';
export * from './commands.ts';
export type { RequestStep } from './possible-steps.ts';
export { problems } from './problems.ts';
export { isAwaited, type RequestPhase, type RequestState, type RequestStatus } from './request.ts';
export { requestStream } from './request-stream.ts';
export type { RequestRules } from './send-request.ts';
