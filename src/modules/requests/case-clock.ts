import {
  type Calendar,
  type CaseTimes,
  type Delay,
  delayOf,
  type HeldRequest,
  type OwnedTime,
  type Owner,
  ownerKey,
  ownershipOf,
  ownerTotals,
} from '#modules/calendar/index.ts';
import { type CaseEvent, type CaseState, dueToday, isEnded } from '#modules/cases/index.ts';
import { dateIn } from '#platform/clock.ts';
import type { JournalEntry } from '#platform/journal/index.ts';
import { isAwaited, type RequestState } from './request.ts';

/** Time of one owner in a case, in milliseconds. */
type Share = Readonly<{ owner: Owner; spent: number }>;

/** Two clocks, three owners: whose time runs in a case, whose all of it was, and whose delay it is. */
export type CaseClock = Readonly<{
  /** Absent when the case has ended. `since` is an ISO instant. */
  now?: Readonly<{ owner: Owner; because: OwnedTime['because']; since: string; requestId?: string }>;
  /** Milliseconds from the filing until now or the end; those of the kinds of owner add up to it. */
  wall: number;
  byKind: Readonly<Record<Owner['kind'], number>>;
  /** Longest first. */
  owners: readonly Share[];
  /** Working days after the legal date, and to whom they are booked; absent before there is a date. */
  delay?: Delay;
}>;

type Lived = Readonly<{ state: CaseState; journal: readonly JournalEntry[]; requests: readonly RequestState[] }>;

type Around = Readonly<{
  calendarOf: (state: CaseState) => Calendar;
  /** IANA name. */
  timeZone: string;
  now: Temporal.Instant;
  /** Whose turn it is to make a result that the case awaits; its own department's when nobody is known. */
  turnsFor: (output: string) => readonly Turn[];
}>;

/** From a moment on (of the first, always) a result is somebody's to make, until the next turn; in order of time. `cameBack`: it
 * failed, and the applicant must ask for it again. */
export type Turn = Readonly<{ from?: Temporal.Instant; owner: Owner; cameBack?: boolean }>;

/**
 * Whose time it was and is, from the journal of a case and its requests alone. Pure. The owners' times add up to the
 * time of the case and the booked days to its lateness. Throws the problems of `ownershipOf` and `delayOf`.
 */
export function caseClock(lived: Lived, around: Around): CaseClock {
  const times = timesOf(lived, around);
  const owned = ownershipOf(times, around.now);
  const { wall, byKind, byOwner } = ownerTotals(owned);
  const owners = new Map(owned.map(({ owner }) => [ownerKey(owner), owner]));
  const shares = [...owners].map(([key, owner]) => ({ owner, spent: byOwner.get(key) ?? 0 }));
  // What happens at this very moment has no length yet: it is looked at from a moment later.
  const last = isEnded(lived.state) ? undefined : ownershipOf(times, around.now.add({ milliseconds: 1 })).at(-1);
  const delay = delayIn(lived, around);
  return {
    ...(last ? { now: nowOf(last) } : {}),
    wall,
    byKind,
    owners: shares.sort((a, b) => b.spent - a.spent),
    ...(delay ? { delay } : {}),
  };
}

const nowOf = ({ owner, because, from, requestId }: OwnedTime): NonNullable<CaseClock['now']> => ({
  owner,
  because,
  since: from.toString(),
  ...(requestId ? { requestId } : {}),
});

/** Who holds a request: an outside agency, or a department of the city. */
const holderOf = ({ isOutside, toDepartmentId }: RequestState): Owner =>
  isOutside ? { kind: 'thirdParty', agencyId: toDepartmentId } : { kind: 'city', departmentId: toDepartmentId };

const instant = (iso: string) => Temporal.Instant.from(iso);

function timesOf({ state, journal, requests }: Lived, around: Around): CaseTimes {
  const openedAt = journal[0]?.at ?? instant(state.since);
  return {
    openedAt,
    ...(isEnded(state) ? { closedAt: instant(state.since) } : {}),
    holders: [{ from: openedAt, departmentId: state.departmentId }],
    requests: [
      ...requests.map((one) => ({
        id: one.id,
        sentAt: instant(one.askedAt),
        ...(isAwaited(one) ? {} : { answeredAt: instant(one.since) }),
        holder: holderOf(one),
      })),
      ...(state.asks ?? []).map(({ id, askedAt, suppliedAt }) => ({
        id,
        sentAt: instant(askedAt),
        ...(suppliedAt ? { answeredAt: instant(suppliedAt) } : {}),
        holder: { kind: 'applicant' } as const,
      })),
    ],
    waits: waitsIn(state, journal, { openedAt, turnsFor: around.turnsFor }),
    suspensions: suspensionsIn(journal, around.timeZone),
  };
}

/**
 * While a case waits to begin, whoever makes what it waits for has the time: of several, the first until it came; the
 * applicant where it was refused and has to be applied for again.
 */
function waitsIn(
  state: CaseState,
  journal: readonly JournalEntry[],
  { openedAt, turnsFor }: Pick<Around, 'turnsFor'> & { openedAt: Temporal.Instant },
): NonNullable<CaseTimes['waits']> {
  const own: Turn = { owner: { kind: 'city', departmentId: state.departmentId } };
  const received = journal.flatMap(({ at, event }) => {
    const happened = event as CaseEvent;
    return happened.type === 'OutputReceived' ? [{ until: at, output: happened.output }] : [];
  });
  const awaited = state.awaits.map((output): { until?: Temporal.Instant; output: string } => ({ output }));
  return [...received, ...awaited].flatMap(({ output, until }) => {
    const turns = turnsFor(output);
    return (turns.length > 0 ? turns : [own]).map(({ from = openedAt, ...turn }, at) => {
      const end = earliest(until, turns[at + 1]?.from);
      return { from: latest(from, openedAt), ...(end ? { until: end } : {}), ...turn };
    });
  });
}

const latest = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? other : one;

const earliest = (one: Temporal.Instant | undefined, other: Temporal.Instant | undefined) =>
  one !== undefined && other !== undefined && Temporal.Instant.compare(other, one) < 0 ? other : (one ?? other);

/** Days of a suspension as moments: of the day on which it was written down, that moment; of another, its beginning. */
function suspensionsIn(journal: readonly JournalEntry[], timeZone: string): NonNullable<CaseTimes['suspensions']> {
  const momentOn = (day: string, at: Temporal.Instant) =>
    dateIn(timeZone, at).toString() === day ? at : Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant();
  const spans: { from: Temporal.Instant; until?: Temporal.Instant; owner: Owner }[] = [];
  for (const { at, event } of journal) {
    const happened = event as CaseEvent;
    if (happened.type === 'CaseSuspended') {
      spans.push({ from: momentOn(happened.suspension.from, at), owner: happened.suspension.owner });
    }
    const last = spans.at(-1);
    if (happened.type !== 'CaseResumed' || last === undefined) continue;
    const until = momentOn(happened.on, at);
    last.until = Temporal.Instant.compare(until, last.from) < 0 ? last.from : until;
  }
  return spans;
}

function delayIn({ state, requests }: Lived, { calendarOf, timeZone, now }: Around): Delay | undefined {
  const today = dateIn(timeZone, now);
  const calendar = calendarOf(state);
  const due = dueToday(calendar, state, today);
  if (due === undefined) return undefined;
  const dayOf = (iso: string) => dateIn(timeZone, instant(iso));
  const held = [
    ...requests.map(
      (one): HeldRequest => ({
        id: one.id,
        holder: holderOf(one),
        dueOn: Temporal.PlainDate.from(one.due.on),
        ...(isAwaited(one) ? {} : { answeredOn: dayOf(one.since) }),
      }),
    ),
    ...(state.asks ?? []).map(
      (ask): HeldRequest => ({
        id: ask.id,
        holder: { kind: 'applicant' },
        dueOn: Temporal.PlainDate.from(ask.due.on),
        ...(ask.suppliedAt ? { answeredOn: dayOf(ask.suppliedAt) } : {}),
      }),
    ),
  ];
  const endedOn = isEnded(state) ? dayOf(state.since) : today;
  return delayOf(calendar, { dueOn: Temporal.PlainDate.from(due.on), endedOn, departmentId: state.departmentId }, held);
}
