import type { Localized } from '#kernel/language.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import type { Plan } from '#modules/planning/index.ts';
import type { CaseClock } from '#modules/requests/index.ts';

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

/** Who makes a result that a case of a plan awaits: a department, an agency or the applicant. */
export const makerIn =
  ({ items }: Plan) =>
  (output: string): Owner | undefined => {
    const item = items.find(({ produces }) => produces.includes(output));
    if (item === undefined) return undefined;
    if (item.kind === 'own') return { kind: 'applicant' };
    return item.kind === 'service'
      ? { kind: 'city', departmentId: item.ownerId }
      : { kind: 'thirdParty', agencyId: item.ownerId };
  };

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
