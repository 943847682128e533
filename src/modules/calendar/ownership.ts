import { Problem } from '#kernel/problem.ts';
import { type Owner, ownerKey } from './owner.ts';

/** A case as far as it matters whose time runs. Intervals that have no end yet still run. */
export type CaseTimes = Readonly<{
  openedAt: Temporal.Instant;
  closedAt?: Temporal.Instant;
  /** Which department has the case, from when; the first from its opening. */
  holders: readonly Readonly<{ from: Temporal.Instant; departmentId: string }>[];
  /** Requests to departments and agencies: while one is open, its addressee has the time. */
  requests?: readonly Readonly<{
    id: string;
    sentAt: Temporal.Instant;
    answeredAt?: Temporal.Instant;
    holder: Owner;
  }>[];
  /**
   * Results of others without which nothing can be done: until one comes, whoever makes it has the time. `cameBack`: it
   * failed, and nothing comes until the owner asks for it again.
   */
  waits?: readonly Readonly<{ from: Temporal.Instant; until?: Temporal.Instant; owner: Owner; cameBack?: boolean }>[];
  /** Suspensions: while one stands, its owner has the time. */
  suspensions?: readonly Readonly<{ from: Temporal.Instant; until?: Temporal.Instant; owner: Owner }>[];
}>;

/** Time of one owner without a break, and why it is theirs. */
export type OwnedTime = Readonly<{
  from: Temporal.Instant;
  until: Temporal.Instant;
  owner: Owner;
  because: 'holdsCase' | 'holdsRequest' | 'suspension' | 'waits';
  requestId?: string;
}>;

type Claim = Readonly<
  { from: number; until: number; rank: number } & Pick<OwnedTime, 'owner' | 'because' | 'requestId'>
>;

/**
 * Whose time each moment of a case was, until it closed or `asOf`: first the owner of a suspension, then whoever
 * must ask again for a result that failed, then the maker of a result that is awaited, then the addressee of an open request, then the department that has the case; of several the one that began first. The stretches follow
 * each other without gap or overlap, so owners' times add up to the time of the case.
 * Throws `calendar/no-holder` when nobody has the case from its opening or events stand in no order of time, and
 * `calendar/resumed-before-suspended`.
 */
export function ownershipOf(times: CaseTimes, asOf: Temporal.Instant): readonly OwnedTime[] {
  const opened = times.openedAt.epochMilliseconds;
  const closed = (times.closedAt ?? asOf).epochMilliseconds;
  if (closed < opened) throw new Problem('calendar/no-holder', { at: times.openedAt.toString() });
  const claims = [...claimsOf(times, closed)].filter(
    ({ from, until }) => until > opened && from < closed && until > from,
  );
  claims.sort((a, b) => a.rank - b.rank || a.from - b.from);
  const marks = new Set([opened, closed]);
  for (const { from, until } of claims)
    for (const mark of [from, until]) if (mark > opened && mark < closed) marks.add(mark);
  const edges = [...marks].sort((a, b) => a - b);
  const owned: OwnedTime[] = [];
  for (const [index, from] of edges.entries()) {
    const until = edges[index + 1];
    if (until === undefined) break;
    const claim = claims.find((one) => one.from <= from && one.until >= until);
    if (claim === undefined) throw new Problem('calendar/no-holder', { at: instant(from).toString() });
    lengthen(owned, claim, until, from);
  }
  return owned;
}

const instant = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds);

/** Puts a stretch to the end; one that goes on the last joins it. */
function lengthen(owned: OwnedTime[], { owner, because, requestId }: Claim, until: number, from: number): void {
  const last = owned.at(-1);
  const goesOn =
    last !== undefined &&
    last.because === because &&
    last.requestId === requestId &&
    ownerKey(last.owner) === ownerKey(owner);
  if (goesOn) owned[owned.length - 1] = { ...last, until: instant(until) };
  else owned.push({ from: instant(from), until: instant(until), owner, because, ...(requestId && { requestId }) });
}

function* claimsOf(
  { holders, requests = [], suspensions = [], waits = [] }: CaseTimes,
  closed: number,
): Generator<Claim> {
  for (const { from, until, owner } of suspensions) {
    if (until && Temporal.Instant.compare(until, from) < 0) {
      throw new Problem('calendar/resumed-before-suspended', { from: from.toString(), resumed: until.toString() });
    }
    const ends = until?.epochMilliseconds ?? closed;
    yield { from: from.epochMilliseconds, until: ends, owner, because: 'suspension', rank: 0 };
  }
  for (const { from, until, owner, cameBack } of waits) {
    const ends = until?.epochMilliseconds ?? closed;
    yield { from: from.epochMilliseconds, until: ends, owner, because: 'waits', rank: cameBack ? 1 : 2 };
  }
  for (const { id, sentAt, answeredAt, holder } of requests) {
    const until = answeredAt?.epochMilliseconds ?? closed;
    yield { from: sentAt.epochMilliseconds, until, owner: holder, because: 'holdsRequest', requestId: id, rank: 3 };
  }
  for (const [index, { from, departmentId }] of holders.entries()) {
    const until = holders[index + 1]?.from.epochMilliseconds ?? closed;
    const start = from.epochMilliseconds;
    if (until < start && holders[index + 1]) throw new Problem('calendar/no-holder', { at: from.toString() });
    yield { from: start, until, owner: { kind: 'city', departmentId }, because: 'holdsCase', rank: 4 };
  }
}

/** Milliseconds by kind of owner, and by department, agency and applicant (`ownerKey`). They add up to `wall`. */
export type OwnerTotals = Readonly<{
  wall: number;
  byKind: Readonly<Record<Owner['kind'], number>>;
  byOwner: ReadonlyMap<string, number>;
}>;

/** Totals of stretches of time, of one case or of many together. */
export function ownerTotals(owned: readonly OwnedTime[]): OwnerTotals {
  const byKind = { city: 0, applicant: 0, thirdParty: 0 };
  const byOwner = new Map<string, number>();
  let wall = 0;
  for (const { from, until, owner } of owned) {
    const spent = until.epochMilliseconds - from.epochMilliseconds;
    wall += spent;
    byKind[owner.kind] += spent;
    byOwner.set(ownerKey(owner), (byOwner.get(ownerKey(owner)) ?? 0) + spent);
  }
  return { wall, byKind, byOwner };
}
