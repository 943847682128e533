import type { Localized } from '#kernel/language.ts';
import { type CaseState, hasFailed } from '#modules/cases/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import type { Plan } from '#modules/planning/index.ts';
import type { CaseClock, Turn } from '#modules/requests/index.ts';
import type { ApplicationState } from './application.ts';
import type { Filing } from './draft-store.ts';

type Owner = CaseClock['owners'][number]['owner'];

/** An owner of time as people read it: a department or agency by name, the applicant by nothing but the kind. */
export type NamedOwner = Readonly<{ kind: Owner['kind']; name?: Localized }>;

/** A case's clock with names; times are milliseconds, `since` an ISO instant, delays working days. */
export type NamedClock = Readonly<{
  now?: Readonly<{ owner: NamedOwner; because: NonNullable<CaseClock['now']>['because']; since: string }>;
  wall: number;
  byKind: CaseClock['byKind'];
  owners: readonly Readonly<{ owner: NamedOwner; spent: number }>[];
  late: number;
  bookings: readonly Readonly<{ owner: NamedOwner; days: number; isRequest: boolean }>[];
}>;

type Around = Readonly<{ filing: Pick<Filing, 'plan'>; application: ApplicationState; cases: readonly CaseState[] }>;

/**
 * Whose turn it is, and was, to make a result that a case of the application awaits: a department's, an agency's or the
 * applicant's, to whom it comes back when the service fails until it is applied for again. Pure.
 */
export const turnsIn =
  ({ filing, application, cases }: Around) =>
  (output: string): readonly Turn[] => {
    const item = filing.plan.items.find(({ produces }) => produces.includes(output));
    if (item === undefined) return [];
    const maker = makerOf(item);
    const failed = cases.filter((one) => one.itemKey === item.key && hasFailed(one));
    const back = failed.map(
      ({ since }): Turn => ({ from: Temporal.Instant.from(since), owner: { kind: 'applicant' }, cameBack: true }),
    );
    const again = (application.again ?? []).filter(({ failedCaseId }) => failed.some(({ id }) => id === failedCaseId));
    const on = again.map(({ at }): Turn => ({ from: Temporal.Instant.from(at), owner: maker }));
    return [
      { owner: maker },
      ...[...back, ...on].sort((a, b) => Temporal.Instant.compare(a.from ?? start, b.from ?? start)),
    ];
  };

const start = Temporal.Instant.fromEpochMilliseconds(0);

function makerOf({ kind, ownerId }: Plan['items'][number]): Owner {
  if (kind === 'own') return { kind: 'applicant' };
  return kind === 'service' ? { kind: 'city', departmentId: ownerId } : { kind: 'thirdParty', agencyId: ownerId };
}

/** Pure: the clock with the names of the pack. */
export function namedClock(pack: Pack, clock: CaseClock): NamedClock {
  const named = (owner: Owner) => namedOwner(pack, owner);
  const { now, wall, byKind, owners, delay } = clock;
  return {
    ...(now ? { now: { owner: named(now.owner), because: now.because, since: now.since } } : {}),
    wall,
    byKind,
    owners: owners.map(({ owner, spent }) => ({ owner: named(owner), spent })),
    late: delay?.days ?? 0,
    bookings: (delay?.bookings ?? []).map(({ owner, days, requestId }) => ({
      owner: named(owner),
      days,
      isRequest: requestId !== undefined,
    })),
  };
}

function namedOwner(pack: Pack, owner: Owner): NamedOwner {
  if (owner.kind === 'applicant') return { kind: owner.kind };
  const id = owner.kind === 'city' ? owner.departmentId : owner.agencyId;
  const name = pack.departments.find((one) => one.id === id)?.name;
  return { kind: owner.kind, ...(name ? { name } : {}) };
}
