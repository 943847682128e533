import { Problem } from '#kernel/problem.ts';
import { type Clock, dateIn, systemClock } from '#platform/clock.ts';
import { type Db, inTransaction } from '#platform/db/index.ts';
import { withDays } from './added-days.ts';
import { type ApprovedDay, listAddedDays } from './added-days-store.ts';
import {
  findOtherCity,
  findVersion,
  insertVersion,
  type KeptVersion,
  listVersions,
  lockVersions,
  type VersionRow,
} from './catalogue-store.ts';
import { deepFreeze } from './pack/freeze.ts';
import { always, packsByDay } from './pack/in-force.ts';
import { indexPack } from './pack/index-pack.ts';
import type { Pack } from './pack/pack.ts';
import type { Service } from './pack/services.ts';
import type { Situation } from './pack/situations.ts';
import { prepareSearch } from './search/search-index.ts';

/** The city's rules as the running program sees them. */
export type Catalogue = Readonly<{
  /** The pack in force today. */
  current: Pack;
  /** Id of the pack in force today; drafts and applications remember it. */
  packVersion: string;
  /** Reads again which days were added to the calendars: what another process approved is law here too. */
  refresh(): Promise<void>;
  /** The pack of an id remembered earlier. Throws `catalogue/unknown-version`. */
  getPack(versionId: string): Promise<Pack>;
  /** Every version that was published here, the newest first; `from` where it is known from which day it is law. */
  listVersions(): Promise<readonly PublishedVersion[]>;
  findService(id: string): Service | undefined;
  /** Throws `catalogue/unknown-service`. */
  getService(id: string): Service;
  findSituation(id: string): Situation | undefined;
  /** Throws `catalogue/unknown-situation`. */
  getSituation(id: string): Situation;
}>;

/**
 * A published version: in force today, to come on a day, or of the past. Whoever publishes does it by starting the program
 * and is known by the name given there; a day off added to a calendar makes a version of the employee who approved it.
 */
export type PublishedVersion = KeptVersion &
  Readonly<{ state: 'inForce' | 'toCome' | 'past'; from: string | undefined }>;

/** Something that a start can report to. */
type StartLog = Readonly<{ info(fields: object, message: string): void }>;

type Deps = Readonly<{
  db: Db;
  log?: StartLog;
  /** Tells on which day a later version of a service becomes law. */
  clock?: Clock;
  /** Who starts the program with this pack. */
  publishedBy?: string | undefined;
}>;

/** A database is used for a city it does not belong to: what one city knows must never be shown by another. */
export class WrongCity extends Error {
  override readonly name = 'WrongCity';
}

/** Id of a pack's version: what people call it, and enough of the hash to tell two of the same name apart. */
export const versionIdOf = (pack: Pack): string => `${pack.city.version}-${pack.hash.slice(0, 12)}`;

/** Open drafts live under few versions; more than these are read again from the database. */
const keptInMemory = 20;

/**
 * Keeps the pack as a version of the city's rules (once), and opens the catalogue on it. Where a later version of a
 * service is already written, the rules change by themselves on its first day in the city's time zone.
 * Throws `WrongCity` if the database keeps the rules of another city.
 */
export async function createCatalogue(
  { db, log, clock = systemClock, publishedBy }: Deps,
  pack: Pack,
): Promise<Catalogue> {
  const loaded = new Map<string, Promise<Pack>>();
  const periodsWith = async (days: readonly ApprovedDay[], by: string | undefined): Promise<readonly Period[]> => {
    const whole = withDays(pack, days);
    const found = packsByDay(whole).map(({ from, pack: rules }) => ({ from, rules, id: versionIdOf(rules) }));
    for (const { id, rules } of found) {
      await keepVersion(db, { id, pack: rules, publishedBy: by });
      loaded.set(id, Promise.resolve(rules));
    }
    // Rules of the past are never searched.
    const law = inForceOf(found);
    for (const { from, rules } of found) if (from >= law.from) await prepareSearch(rules);
    return found;
  };
  const inForceOf = (periods: readonly Period[]) => {
    if (periods.length === 1) return periods[0] as Period;
    const today = dateIn(pack.city.timeZone, clock.now()).toString();
    return periods.findLast(({ from }) => from <= today) as Period;
  };
  let added = await listAddedDays(db);
  let periods = await periodsWith(added, publishedBy);
  let reading: Promise<void> = Promise.resolve();
  const inForce = () => inForceOf(periods);
  log?.info({ city: pack.city.id, packVersion: inForce().id, services: pack.services.length }, 'city pack in force');

  const indexOf = () => indexPack(inForce().rules);
  return {
    get current() {
      return inForce().rules;
    },
    get packVersion() {
      return inForce().id;
    },
    refresh() {
      // One after the other: of two at once the slower would put back what it had read before.
      reading = reading
        .catch(() => {})
        .then(async () => {
          const now = await listAddedDays(db);
          if (JSON.stringify(now) === JSON.stringify(added)) return;
          periods = await periodsWith(now, now.at(-1)?.approvedBy);
          added = now;
        });
      return reading;
    },
    getPack: olderPacks(db, loaded),
    async listVersions() {
      const law = inForce();
      return (await listVersions(db)).map((kept) => {
        const period = periods.find(({ id }) => id === kept.id);
        const isNext = period !== undefined && period.from > law.from;
        // The first of the rules has "always" been law: its own first day says more.
        const from = period?.from === always ? kept.effective : period?.from;
        return { ...kept, from, state: kept.id === law.id ? 'inForce' : isNext ? 'toCome' : 'past' };
      });
    },
    findService: (id) => indexOf().services.get(id),
    getService: (id) => indexOf().services.get(id) ?? refuse('catalogue/unknown-service'),
    findSituation: (id) => indexOf().situations.get(id),
    getSituation: (id) => indexOf().situations.get(id) ?? refuse('catalogue/unknown-situation'),
  };
}

/** Keeps a version. Two cities that are started on one empty database at once: the second finds the first. */
const keepVersion = (db: Db, version: VersionRow): Promise<void> =>
  inTransaction(db, async (tx) => {
    await lockVersions(tx);
    const { city } = version.pack;
    const other = await findOtherCity(tx, city.id);
    if (other !== undefined) throw new WrongCity(`this database belongs to the city ${other}, not to ${city.id}`);
    await insertVersion(tx, version);
  });

type Period = Readonly<{ from: string; rules: Pack; id: string }>;

/** Reads versions kept earlier; each is read once while few are in use. */
function olderPacks(db: Db, loaded: ReadonlyMap<string, Promise<Pack>>): (versionId: string) => Promise<Pack> {
  const older = new Map<string, Promise<Pack>>();
  const read = async (id: string): Promise<Pack> => {
    const found = await findVersion(db, id);
    if (!found) throw new Problem('catalogue/unknown-version');
    return deepFreeze(found);
  };
  return (versionId) => {
    const known = loaded.get(versionId) ?? older.get(versionId);
    if (known) return known;
    if (older.size >= keptInMemory) older.delete(older.keys().next().value ?? '');
    const reading = read(versionId);
    older.set(versionId, reading);
    // A version that cannot be read now may be readable later.
    reading.catch(() => older.delete(versionId));
    return reading;
  };
}

function refuse(code: string): never {
  throw new Problem(code);
}
