import { Problem } from '#kernel/problem.ts';
import type { DueDate } from '#modules/calendar/index.ts';
import type { CaseState } from './case.ts';
import { isEnded } from './case-end.ts';

/** What the officer asks the applicant to supply: single answers, by when, and since when they are there. */
export type CaseAsk = Readonly<{
  id: string;
  /** Elements to be answered. */
  elements: readonly string[];
  /** What is missing, in the officer's words. */
  text: string;
  askedAt: string;
  due: DueDate;
  suppliedAt?: string;
}>;

export type AskEvent =
  | Readonly<{ type: 'ApplicantAsked'; at: string; ask: Omit<CaseAsk, 'askedAt' | 'suppliedAt'> }>
  | Readonly<{ type: 'ApplicantSupplied'; at: string; askId: string }>
  | Readonly<{ type: 'ApplicantAdded'; at: string; supplementId: string }>;

const askEvents: ReadonlySet<string> = new Set<AskEvent['type']>([
  'ApplicantAsked',
  'ApplicantSupplied',
  'ApplicantAdded',
]);
export const isAskEvent = (event: Readonly<{ type: string }>): event is AskEvent => askEvents.has(event.type);

/** The state after an event of asking. Since when the case stands in its phase does not change. */
export function evolveAsk(state: CaseState, event: AskEvent): CaseState {
  const { asks = [] } = state;
  if (event.type === 'ApplicantAsked') return { ...state, asks: [...asks, { ...event.ask, askedAt: event.at }] };
  if (event.type === 'ApplicantAdded') return state;
  return { ...state, asks: asks.map((one) => (one.id === event.askId ? { ...one, suppliedAt: event.at } : one)) };
}

/** What the applicant has not supplied yet; nothing is awaited once the case has ended. */
export const openAsks = (state: CaseState): readonly CaseAsk[] =>
  isEnded(state) ? [] : (state.asks ?? []).filter(({ suppliedAt }) => suppliedAt === undefined);

/** Asks the applicant, while an officer has the case and nothing is decided. Throws `cases/not-open-to-ask`. */
export function askApplicant(state: CaseState, at: string, ask: Omit<CaseAsk, 'askedAt' | 'suppliedAt'>): AskEvent[] {
  const { status } = state.phase;
  if (status !== 'assigned' && status !== 'accepted')
    throw new Problem('cases/not-open-to-ask', { number: state.number });
  return [{ type: 'ApplicantAsked', at, ask }];
}

/** The applicant has supplied what was asked. Throws `cases/nothing-asked` when it is not awaited any more. */
export function supplyAsked(state: CaseState, at: string, askId: string): AskEvent[] {
  if (!openAsks(state).some(({ id }) => id === askId))
    throw new Problem('cases/nothing-asked', { number: state.number });
  return [{ type: 'ApplicantSupplied', at, askId }];
}

/** The applicant adds something unasked, while the case has not ended. Throws `cases/nothing-to-add-to`. */
export function addUnasked(state: CaseState, at: string, supplementId: string): AskEvent[] {
  if (isEnded(state)) throw new Problem('cases/nothing-to-add-to', { number: state.number });
  return [{ type: 'ApplicantAdded', at, supplementId }];
}
