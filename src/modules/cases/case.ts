import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import type { DueDate } from '#modules/calendar/index.ts';
import { type AskEvent, type CaseAsk, evolveAsk, isAskEvent } from './case-ask.ts';
import { isEnded } from './case-end.ts';
import { type CaseExtension, type CaseSuspension, evolveTerm, standing, type TermEvent } from './case-term.ts';

/** How a decision ends a case. */
export type Outcome = 'granted' | 'refused';

/**
 * Where a case stands. Kazan's own machine (created → started → assigned → completed | rejected → signed, and back to
 * assigned before signing), with the intake check kept apart from the decision.
 */
export type Phase =
  | Readonly<{ status: 'waiting' }>
  | Readonly<{ status: 'started' }>
  | Readonly<{ status: 'assigned'; officerId: string }>
  | Readonly<{ status: 'accepted'; officerId: string }>
  | Readonly<{ status: 'completed' | 'refused'; officerId: string; decisionId: string }>
  | Readonly<{ status: 'signed'; officerId: string; decisionId: string; outcome: Outcome }>
  | Readonly<{ status: 'rejected'; officerId: string; grounds: readonly string[]; comment: string }>
  | Readonly<{ status: 'notNeeded'; officerId: string; comment: string }>
  | Readonly<{ status: 'withdrawn' }>;

export type CaseStatus = Phase['status'];

/** One service for one applicant. */
export type CaseState = Readonly<{
  id: string;
  number: string;
  applicationId: string;
  /** Key of the item in the application's plan. */
  itemKey: string;
  serviceId: string;
  departmentId: string;
  packVersion: string;
  term: Term;
  /** Calendar on which the term is counted; the city's own when absent. */
  calendarId?: string;
  /** The triage could not tell whether the service is needed: an officer decides. */
  toCheck: boolean;
  /** Outputs of other services and steps without which work cannot start. */
  awaits: readonly string[];
  /** Outputs that exist once the case is granted, or found not to be needed. */
  produces: readonly string[];
  phase: Phase;
  /** Since when the case stands in its phase (ISO instant). */
  since: string;
  due?: DueDate;
  suspensions?: readonly CaseSuspension[];
  extensions?: readonly CaseExtension[];
  /** What the officer asked the applicant to supply, oldest first. */
  asks?: readonly CaseAsk[];
  /** The case of the same service that failed and was applied for again: this one takes its place. */
  again?: Readonly<{ caseId: string; number: string }>;
}>;

export type CaseEvent =
  | Readonly<
      { type: 'CaseOpened'; at: string } & Omit<
        CaseState,
        'phase' | 'since' | 'due' | 'suspensions' | 'extensions' | 'asks'
      >
    >
  | TermEvent
  | AskEvent
  | Readonly<{ type: 'OutputReceived'; output: string }>
  | Readonly<{ type: 'CaseStarted'; at: string; due: DueDate }>
  | Readonly<{ type: 'CaseTaken'; at: string; officerId: string }>
  | Readonly<{ type: 'CaseGivenBack'; at: string }>
  | Readonly<{ type: 'CaseAccepted'; at: string }>
  | Readonly<{ type: 'CaseRejected'; at: string; grounds: readonly string[]; comment: string }>
  | Readonly<{ type: 'CaseNotNeeded'; at: string; comment: string }>
  | Readonly<{ type: 'CaseWithdrawn'; at: string }>
  | Readonly<{ type: 'DecisionDrafted'; at: string; decisionId: string; outcome: Outcome }>
  | Readonly<{ type: 'DecisionSentBack'; at: string }>
  | Readonly<{ type: 'DecisionSigned'; at: string }>;

/** The state after an event. Pure and total: the journal alone gives the state. */
export function evolve(state: CaseState | undefined, event: CaseEvent): CaseState {
  if (event.type === 'CaseOpened') {
    const { type: _type, at, ...opened } = event;
    return { ...opened, phase: { status: 'waiting' }, since: at };
  }
  if (state === undefined) throw new Error(`${event.type} before CaseOpened`);
  if (event.type === 'OutputReceived')
    return { ...state, awaits: state.awaits.filter((output) => output !== event.output) };
  if (event.type === 'CaseStarted') return { ...state, phase: { status: 'started' }, since: event.at, due: event.due };
  if (isTermEvent(event)) return evolveTerm(state, event);
  if (isAskEvent(event)) return evolveAsk(state, event);
  return { ...state, phase: phaseAfter(state.phase, event), since: event.at };
}

const termEvents: ReadonlySet<string> = new Set<TermEvent['type']>([
  'CaseSuspended',
  'CaseResumed',
  'CaseExtended',
  'DueMoved',
]);
const isTermEvent = (event: CaseEvent): event is TermEvent => termEvents.has(event.type);

type WorkEvent = Exclude<CaseEvent, TermEvent | AskEvent | { type: 'CaseOpened' | 'OutputReceived' | 'CaseStarted' }>;

function phaseAfter(phase: Phase, event: WorkEvent): Phase {
  if (event.type === 'CaseTaken') return { status: 'assigned', officerId: event.officerId };
  if (event.type === 'CaseGivenBack') return { status: 'started' };
  if (event.type === 'CaseWithdrawn') return { status: 'withdrawn' };
  if (!('officerId' in phase)) throw new Error(`${event.type} on a case that nobody has`);
  const { officerId } = phase;
  if (event.type === 'CaseAccepted' || event.type === 'DecisionSentBack') return { status: 'accepted', officerId };
  if (event.type === 'CaseRejected')
    return { status: 'rejected', officerId, grounds: event.grounds, comment: event.comment };
  if (event.type === 'CaseNotNeeded') return { status: 'notNeeded', officerId, comment: event.comment };
  if (event.type === 'DecisionDrafted') {
    const status = event.outcome === 'granted' ? 'completed' : 'refused';
    return { status, officerId, decisionId: event.decisionId };
  }
  if (phase.status !== 'completed' && phase.status !== 'refused') throw new Error('a signature without a draft');
  const outcome = phase.status === 'completed' ? 'granted' : 'refused';
  return { status: 'signed', officerId, decisionId: phase.decisionId, outcome };
}

/** Who works the case now, if anybody. */
export const officerOf = (state: CaseState): string | undefined =>
  'officerId' in state.phase ? state.phase.officerId : undefined;

/** What somebody wants done with a case. Instants and dates come in as arguments. */
export type CaseCommand =
  | Readonly<{ type: 'receiveOutputs'; outputs: readonly string[]; at: string; due: DueDate }>
  | Readonly<{ type: 'withdraw'; at: string }>
  | Readonly<{ type: 'take'; at: string; officerId: string }>
  | Readonly<{ type: 'giveBack'; at: string; officerId: string }>
  | Readonly<{ type: 'accept'; at: string; officerId: string }>
  | Readonly<{ type: 'reject'; at: string; officerId: string; grounds: readonly string[]; comment: string }>
  | Readonly<{ type: 'declareNotNeeded'; at: string; officerId: string; comment: string }>
  | Readonly<{ type: 'draftDecision'; at: string; officerId: string; decisionId: string; outcome: Outcome }>
  | Readonly<{ type: 'sendBackDecision'; at: string }>
  | Readonly<{ type: 'signDecision'; at: string }>;

/**
 * What happens on a command, or a `Problem` that says why it cannot.
 * A command repeated by the same officer (double click) gives no events.
 */
export function decide(state: CaseState, command: CaseCommand): CaseEvent[] {
  if (command.type === 'receiveOutputs') return receiveOutputs(state, command);
  if (command.type === 'take') return take(state, command);
  if (command.type === 'withdraw') return isEnded(state) ? [] : [{ type: 'CaseWithdrawn', at: command.at }];
  if (command.type === 'sendBackDecision' || command.type === 'signDecision') return judge(state, command);
  return work(state, command);
}

function receiveOutputs(state: CaseState, command: Extract<CaseCommand, { type: 'receiveOutputs' }>): CaseEvent[] {
  const received = state.awaits.filter((output) => command.outputs.includes(output));
  const events: CaseEvent[] = received.map((output) => ({ type: 'OutputReceived', output }));
  const isComplete = received.length === state.awaits.length;
  if (state.phase.status !== 'waiting' || !isComplete) return state.phase.status === 'waiting' ? events : [];
  return [...events, { type: 'CaseStarted', at: command.at, due: command.due }];
}

function take(state: CaseState, command: Extract<CaseCommand, { type: 'take' }>): CaseEvent[] {
  const officer = officerOf(state);
  if (officer === command.officerId) return [];
  if (officer !== undefined) throw new Problem('cases/taken-by-another', { number: state.number });
  if (state.phase.status !== 'started') throw new Problem('cases/still-waiting', { number: state.number });
  return [{ type: 'CaseTaken', at: command.at, officerId: command.officerId }];
}

type WorkCommand = Extract<
  CaseCommand,
  { type: 'giveBack' | 'accept' | 'reject' | 'declareNotNeeded' | 'draftDecision' }
>;

function work(state: CaseState, command: WorkCommand): CaseEvent[] {
  const { phase, number } = state;
  if (officerOf(state) !== command.officerId) throw new Problem('cases/not-yours', { number });
  if (standing(state) !== undefined) throw new Problem('cases/suspended', { number });
  const { at } = command;
  if (command.type === 'draftDecision') {
    if (phase.status !== 'accepted') throw new Problem('cases/not-accepted', { number });
    return [{ type: 'DecisionDrafted', at, decisionId: command.decisionId, outcome: command.outcome }];
  }
  if (command.type === 'accept' && phase.status === 'accepted') return [];
  if (phase.status !== 'assigned') throw new Problem('cases/already-checked', { number });
  if (command.type === 'giveBack') return [{ type: 'CaseGivenBack', at }];
  if (command.type === 'accept') return [{ type: 'CaseAccepted', at }];
  if (command.type === 'declareNotNeeded' && !state.toCheck) throw new Problem('cases/certainly-needed', { number });
  if (command.type === 'declareNotNeeded') return [{ type: 'CaseNotNeeded', at, comment: command.comment }];
  if (command.grounds.length === 0) throw new Problem('cases/no-grounds', { number });
  return [{ type: 'CaseRejected', at, grounds: command.grounds, comment: command.comment }];
}

function judge(
  state: CaseState,
  command: Extract<CaseCommand, { type: 'sendBackDecision' | 'signDecision' }>,
): CaseEvent[] {
  if (state.phase.status !== 'completed' && state.phase.status !== 'refused') {
    throw new Problem('cases/nothing-to-sign', { number: state.number });
  }
  return [{ type: command.type === 'signDecision' ? 'DecisionSigned' : 'DecisionSentBack', at: command.at }];
}
