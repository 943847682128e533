import { Problem } from '#kernel/problem.ts';
import {
  type Calendar,
  type DueDate,
  type ExtensionKind,
  type Owner,
  ownerKey,
  redate,
  type TermHistory,
} from '#modules/calendar/index.ts';
import type { CaseState } from './case.ts';

/** Days on which the clock of a case stands, from `from` until the day before `resumed`; ISO dates. */
export type CaseSuspension = Readonly<{
  from: string;
  /** First day that runs again; `null` while it stands. */
  resumed: string | null;
  reason: string;
  /** Number or name of the paper that proves it. */
  evidence: string;
  documentIds: readonly string[];
  owner: Owner;
}>;

/** More time, given under a kind that the regulation allows; the kind is kept as it was law that day. */
export type CaseExtension = Readonly<{
  kind: ExtensionKind;
  amount: number;
  decidedOn: string;
  reason: string;
  evidence: string;
}>;

/** Why a date moved that nobody of the case moved: another calendar, or another version of the rule. */
export type DueCause =
  | Readonly<{ kind: 'calendar'; calendar: string; version: string; reason: string }>
  | Readonly<{ kind: 'rule'; service: string; version: string }>;

export type TermEvent =
  | Readonly<{ type: 'CaseSuspended'; at: string; suspension: CaseSuspension; due: DueDate }>
  | Readonly<{ type: 'CaseResumed'; at: string; on: string; due: DueDate }>
  | Readonly<{ type: 'CaseExtended'; at: string; extension: CaseExtension; due: DueDate }>
  | Readonly<{ type: 'DueMoved'; at: string; due: DueDate; cause: DueCause }>;

/** The state after an event of its term. Since when the case stands in its phase does not change. */
export function evolveTerm(state: CaseState, event: TermEvent): CaseState {
  const { due } = event;
  const { suspensions = [], extensions = [] } = state;
  if (event.type === 'CaseSuspended') return { ...state, due, suspensions: [...suspensions, event.suspension] };
  if (event.type === 'CaseExtended') return { ...state, due, extensions: [...extensions, event.extension] };
  if (event.type === 'DueMoved') return { ...state, due };
  const resumed = suspensions.map((one) => (one.resumed === null ? { ...one, resumed: event.on } : one));
  return { ...state, due, suspensions: resumed };
}

/** The suspension that stands now, if any. */
export const standing = ({ suspensions = [] }: CaseState): CaseSuspension | undefined =>
  suspensions.find(({ resumed }) => resumed === null);

/** What has happened to the term of a case, as the calculus reads it. `more` is what is about to be added. */
export function historyOf(
  { suspensions = [], extensions = [] }: Pick<CaseState, 'suspensions' | 'extensions'>,
  asOf?: Temporal.PlainDate,
): TermHistory {
  const date = (iso: string) => Temporal.PlainDate.from(iso);
  return {
    suspensions: suspensions.map((one) => ({
      ...one,
      from: date(one.from),
      resumed: one.resumed === null ? null : date(one.resumed),
    })),
    extensions: extensions.map(({ kind, decidedOn, ...rest }) => ({
      ...rest,
      kind: kind.id,
      decidedOn: date(decidedOn),
    })),
    kinds: [...new Map(extensions.map(({ kind }) => [kind.id, kind])).values()],
    ...(asOf && { asOf }),
  };
}

/**
 * The due date of a case today. While its clock stands, the date moves on with every day of it; otherwise it is the one
 * that is kept. Pure.
 */
export function dueToday(calendar: Calendar, state: CaseState, today: Temporal.PlainDate): DueDate | undefined {
  if (state.due === undefined || standing(state) === undefined) return state.due;
  return redate(calendar, state.due.derivation, historyOf(state, today));
}

/**
 * By how many calendar days the standing clock put off the date of a case, by whose move it was meanwhile. The days of
 * its own department are nobody else's and are left out. Pure.
 */
export function standstillsOf(
  calendar: Calendar,
  state: CaseState,
  today: Temporal.PlainDate,
): readonly Readonly<{ owner: Owner; days: number }>[] {
  const { due, departmentId, suspensions = [] } = state;
  if (due === undefined) return [];
  const own = ownerKey({ kind: 'city', departmentId });
  const owners = new Map(suspensions.map(({ owner }) => [ownerKey(owner), owner]));
  owners.delete(own);
  let left = suspensions;
  const dueOf = () => redate(calendar, due.derivation, historyOf({ ...state, suspensions: left }, today)).on;
  return [...owners].map(([key, owner]) => {
    const put = dueOf();
    left = left.filter((one) => ownerKey(one.owner) !== key);
    return { owner, days: Temporal.PlainDate.from(dueOf()).until(put, { largestUnit: 'days' }).days };
  });
}

export type TermCommand =
  | Readonly<{ type: 'suspend'; at: string; today: string; suspension: Omit<CaseSuspension, 'resumed'> }>
  | Readonly<{ type: 'resume'; at: string; today: string; on: string }>
  | Readonly<{ type: 'extend'; at: string; today: string; extension: CaseExtension }>;

/**
 * What happens to the term of a case on a command; the calendar counts the date that follows. Throws
 * `cases/term-not-running`, `cases/already-suspended`, `cases/not-suspended`, `cases/suspended`,
 * `cases/outside-term` and the problems of the calendar (resumed before suspended, extension not allowed, …).
 */
export function decideTerm(calendar: Calendar, state: CaseState, command: TermCommand): TermEvent[] {
  const { number, due, phase } = state;
  const isOpen = phase.status === 'assigned' || phase.status === 'accepted';
  if (due === undefined || !isOpen) throw new Problem('cases/term-not-running', { number });
  const { at } = command;
  const today = Temporal.PlainDate.from(command.today);
  const stands = standing(state);
  const event = (changed: CaseState): DueDate => redate(calendar, due.derivation, historyOf(changed, today));
  if (command.type === 'resume') {
    if (stands === undefined) throw new Problem('cases/not-suspended', { number });
    assertNotAhead(command.on, command.today, due);
    const resumed: TermEvent = { type: 'CaseResumed', at, on: command.on, due };
    return [{ ...resumed, due: event(evolveTerm(state, resumed)) }];
  }
  if (command.type === 'suspend') {
    if (stands !== undefined) throw new Problem('cases/already-suspended', { number, from: stands.from });
    assertInTerm(command.suspension.from, command.today, due);
    const suspended: TermEvent = {
      type: 'CaseSuspended',
      at,
      suspension: { ...command.suspension, resumed: null },
      due,
    };
    return [{ ...suspended, due: event(evolveTerm(state, suspended)) }];
  }
  if (stands !== undefined) throw new Problem('cases/suspended', { number });
  const extended: TermEvent = { type: 'CaseExtended', at, extension: command.extension, due };
  return [{ ...extended, due: event(evolveTerm(state, extended)) }];
}

/** A day on which something is told to have happened: no later than today, nor than the first day of the term. */
function assertNotAhead(on: string, today: string, { derivation }: DueDate): void {
  const start = derivation.event.on;
  if (on > today && on > start) throw new Problem('cases/outside-term', { on, start, end: today });
}

/** What has ended cannot be suspended: from the start event until today, and no later than the last day. */
function assertInTerm(on: string, today: string, due: DueDate): void {
  assertNotAhead(on, today, due);
  const start = due.derivation.event.on;
  if (on < start || on > due.on) throw new Problem('cases/outside-term', { on, start, end: due.on });
}
