import type { Localized } from '#kernel/language.ts';
import type { CaseEvent } from '#modules/cases/index.ts';
import type { RequestState } from '#modules/requests/index.ts';

/** One thing that happened around a case, ready to be said in any language. */
export type HistoryLine = Readonly<{
  key: string;
  /** ISO instant. */
  at: string;
  /** Who did it, as the journal names them: `employee:<id>`. */
  by: string;
  what: CaseEvent['type'] | RequestWhat;
  /** An output, a request's subject. */
  subject?: Localized;
  /** The department asked. */
  to?: Localized;
  /** A date the event names. */
  date?: string;
  comment?: string;
}>;

type RequestWhat = 'RequestSent' | 'RequestCompleted' | 'RequestRejected' | 'RequestCancelled';

/** An entry of the journal of a case. */
export type CaseEntry = Readonly<{ seq: number; at: string; by: string; event: CaseEvent }>;

type Names = Readonly<{ output: (id: string) => Localized; department: (id: string) => Localized }>;

/** The whole history of a case with its requests, the newest first. Pure. */
export function historyOf(
  entries: readonly CaseEntry[],
  requests: readonly RequestState[],
  names: Names,
): HistoryLine[] {
  const lines = [
    ...entries.map((entry) => caseLine(entry, names)),
    ...requests.flatMap((request) => requestLines(request, names)),
  ];
  // Entries of one transaction share their instant: the later one in the journal is shown above.
  return lines
    .map((line, at) => ({ line, at }))
    .sort(newestFirst)
    .map(({ line }) => line);
}

type Placed = Readonly<{ line: HistoryLine; at: number }>;

const newestFirst = (one: Placed, other: Placed): number =>
  Date.parse(other.line.at) - Date.parse(one.line.at) || other.at - one.at;

function caseLine({ seq, at, by, event }: CaseEntry, names: Names): HistoryLine {
  const subject = event.type === 'OutputReceived' ? { subject: names.output(event.output) } : {};
  return { key: `case-${seq}`, at, by, what: event.type, ...subject, ...dateOf(event), ...commentOf(event) };
}

/** What the officer wrote: to the applicant, or as the reason of a change of the term. */
function commentOf(event: CaseEvent): { comment?: string } {
  if (event.type === 'CaseSuspended') return { comment: withPaper(event.suspension) };
  if (event.type === 'CaseExtended') return { comment: withPaper(event.extension) };
  if (event.type === 'DueMoved') return event.cause.kind === 'calendar' ? { comment: event.cause.reason } : {};
  return 'comment' in event && event.comment !== '' ? { comment: event.comment } : {};
}

const withPaper = ({ reason, evidence }: { reason: string; evidence: string }) => `${reason} (${evidence})`;

function dateOf(event: CaseEvent): { date?: string } {
  if (event.type === 'CaseSuspended') return { date: event.suspension.from };
  return 'due' in event ? { date: event.due.on } : {};
}

const ends = {
  completed: 'RequestCompleted',
  rejected: 'RequestRejected',
  cancelled: 'RequestCancelled',
} as const satisfies Partial<Record<RequestState['phase']['status'], RequestWhat>>;

function requestLines(request: RequestState, names: Names): HistoryLine[] {
  const { id, phase, subject, askedAt, askedBy, since } = request;
  const about = { subject, to: names.department(request.toDepartmentId) };
  const sent: HistoryLine = { key: `${id}-sent`, at: askedAt, by: askedBy, what: 'RequestSent', ...about };
  if (phase.status === 'started' || phase.status === 'assigned') return [sent];
  const by = 'officerId' in phase ? `employee:${phase.officerId}` : askedBy;
  return [sent, { key: `${id}-end`, at: since, by, what: ends[phase.status], ...about }];
}
