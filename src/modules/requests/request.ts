import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import type { DueDate } from '#modules/calendar/index.ts';

/** Where an agency request stands: Kazan's created → started → assigned → completed | rejected | cancelled. */
export type RequestPhase =
  | Readonly<{ status: 'started' }>
  | Readonly<{ status: 'assigned'; officerId: string }>
  | Readonly<{ status: 'completed'; officerId: string; text: string; documentIds: readonly string[] }>
  | Readonly<{ status: 'rejected'; officerId: string; text: string }>
  /** Without a reason: the applicant withdrew the case. */
  | Readonly<{ status: 'cancelled'; reason?: string }>;

export type RequestStatus = RequestPhase['status'];

/** A question of the department that has a case to another department or an outside agency, with its own term. */
export type RequestState = Readonly<{
  id: string;
  caseId: string;
  caseNumber: string;
  applicationId: string;
  serviceId: string;
  fromDepartmentId: string;
  toDepartmentId: string;
  /** An outside agency has no account here: the asking department records its answer. */
  isOutside: boolean;
  /** The kind declared by the service, or `free`. */
  kind: string;
  subject: Localized;
  question: string;
  documentIds: readonly string[];
  term: Term;
  due: DueDate;
  askedBy: string;
  askedAt: string;
  phase: RequestPhase;
  since: string;
}>;

export type RequestEvent =
  | Readonly<{ type: 'RequestSent'; at: string } & Omit<RequestState, 'phase' | 'since' | 'askedAt'>>
  | Readonly<{ type: 'RequestTaken'; at: string; officerId: string }>
  | Readonly<{ type: 'RequestAnswered'; at: string; officerId: string; text: string; documentIds: readonly string[] }>
  | Readonly<{ type: 'RequestRefused'; at: string; officerId: string; text: string }>
  | Readonly<{ type: 'RequestCancelled'; at: string; reason?: string }>;

/** The state after an event. */
export function evolve(state: RequestState | undefined, event: RequestEvent): RequestState {
  if (event.type === 'RequestSent') {
    const { type: _type, at, ...sent } = event;
    return { ...sent, askedAt: at, phase: { status: 'started' }, since: at };
  }
  if (state === undefined) throw new Error(`${event.type} before RequestSent`);
  return { ...state, phase: phaseAfter(event), since: event.at };
}

function phaseAfter(event: Exclude<RequestEvent, { type: 'RequestSent' }>): RequestPhase {
  if (event.type === 'RequestTaken') return { status: 'assigned', officerId: event.officerId };
  if (event.type === 'RequestCancelled')
    return { status: 'cancelled', ...(event.reason === undefined ? {} : { reason: event.reason }) };
  const { officerId, text } = event;
  if (event.type === 'RequestRefused') return { status: 'rejected', officerId, text };
  return { status: 'completed', officerId, text, documentIds: event.documentIds };
}

/** Whether an answer is still awaited. */
export const isAwaited = (state: RequestState): boolean =>
  state.phase.status === 'started' || state.phase.status === 'assigned';

export type RequestCommand =
  | Readonly<{ type: 'take'; at: string; officerId: string }>
  | Readonly<{ type: 'answer'; at: string; officerId: string; text: string; documentIds: readonly string[] }>
  | Readonly<{ type: 'refuse'; at: string; officerId: string; text: string }>
  | Readonly<{ type: 'cancel'; at: string; reason?: string }>;

/** What happens on a command, or a `Problem` that says why it cannot. Taking twice by the same officer gives no events. */
export function decide(state: RequestState, command: RequestCommand): RequestEvent[] {
  if (!isAwaited(state)) throw new Problem('requests/already-closed', { case: state.caseNumber });
  const { phase } = state;
  if (command.type === 'cancel') {
    const { type: _type, ...why } = command;
    return [{ type: 'RequestCancelled', ...why }];
  }
  if (phase.status === 'assigned' && phase.officerId !== command.officerId) {
    throw new Problem('requests/taken-by-another', { case: state.caseNumber });
  }
  const { at, officerId } = command;
  if (command.type === 'take') return phase.status === 'assigned' ? [] : [{ type: 'RequestTaken', at, officerId }];
  if (command.type === 'refuse') return [{ type: 'RequestRefused', at, officerId, text: command.text }];
  return [{ type: 'RequestAnswered', at, officerId, text: command.text, documentIds: command.documentIds }];
}
