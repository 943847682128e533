import type { DueDate } from '#modules/calendar/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Clause } from '#platform/db/index.ts';
import { type Change, change } from '#platform/journal/index.ts';
import { news } from '#platform/live/index.ts';
import type { CaseEvent, CaseState } from './case.ts';
import { caseStream } from './case-stream.ts';
import type { TermRules } from './term-rules.ts';
import { firstLooks } from './watch-terms.ts';

/** Names the due date of a term that starts at an instant, by a calendar of the city (its own, if none is named) and its office hours. */
export type DueOn = (term: CaseState['term'], at: Temporal.Instant, calendarId?: string) => DueDate;

export type CasesDeps = Readonly<{
  clock: Clock;
  dueOn: DueOn;
  /** IANA name: a term ends with the city's day. */
  timeZone: string;
  rules: TermRules;
}>;

/** A case to be opened; the plan says what it waits for. */
export type NewCase = Omit<CaseState, 'phase' | 'since' | 'due' | 'suspensions' | 'extensions' | 'asks'>;

/**
 * Changes that open the cases of an application, for the caller to append in its own transaction.
 * A case that waits for nothing starts at once: its department has it in the queue from this moment.
 */
export function openCases(
  deps: CasesDeps,
  cases: readonly NewCase[],
  at: Temporal.Instant,
): (Change & { state: CaseState })[] {
  const instant = at.toString();
  return cases.map((opened) => {
    const events: CaseEvent[] = [{ type: 'CaseOpened', at: instant, ...opened }];
    if (opened.awaits.length === 0) {
      events.push({ type: 'CaseStarted', at: instant, due: deps.dueOn(opened.term, at, opened.calendarId) });
    }
    return change(caseStream, undefined, events);
  });
}

/**
 * Live notices of opened cases, one for each department, and a look at each on the morning after its legal date: clauses
 * of the statement that opens them. That they were opened stands in the journal and in the audit of the filing.
 */
export function toldOpened(deps: CasesDeps, opened: readonly { state: CaseState }[]): Clause[] {
  const states = opened.map(({ state }) => state);
  const topics = new Set(states.map(({ departmentId }) => `department:${departmentId}`));
  return [firstLooks(states, deps), news([...topics])];
}
