import { Problem } from '#kernel/problem.ts';
import type { Db } from '#platform/db/index.ts';
import { findVersion, insertVersion } from './catalogue-store.ts';
import { deepFreeze } from './pack/freeze.ts';
import { indexPack } from './pack/index-pack.ts';
import type { Pack } from './pack/pack.ts';
import type { Service } from './pack/services.ts';
import type { Situation } from './pack/situations.ts';

/** The city's rules as the running program sees them. */
export type Catalogue = Readonly<{
  /** The pack in force. */
  current: Pack;
  /** Id of the pack in force; drafts and applications remember it. */
  packVersion: string;
  /** The pack of an id remembered earlier. Throws `catalogue/unknown-version`. */
  getPack(versionId: string): Promise<Pack>;
  findService(id: string): Service | undefined;
  /** Throws `catalogue/unknown-service`. */
  getService(id: string): Service;
  findSituation(id: string): Situation | undefined;
  /** Throws `catalogue/unknown-situation`. */
  getSituation(id: string): Situation;
}>;

/** Something with the two levels a start reports on. */
type StartLog = Readonly<{ info(fields: object, message: string): void }>;

/** Id of a pack's version: what people call it, and enough of the hash to tell two of the same name apart. */
export const versionIdOf = (pack: Pack): string => `${pack.city.version}-${pack.hash.slice(0, 12)}`;

/** Open drafts live under few versions; more than these are read again from the database. */
const keptInMemory = 20;

/** Keeps the pack as a version of the city's rules (once), and opens the catalogue on it. */
export async function createCatalogue(deps: Readonly<{ db: Db; log?: StartLog }>, pack: Pack): Promise<Catalogue> {
  const packVersion = versionIdOf(pack);
  await insertVersion(deps.db, { id: packVersion, pack });
  deps.log?.info({ city: pack.city.id, packVersion, services: pack.services.length }, 'city pack in force');

  const older = new Map<string, Promise<Pack>>();
  const read = async (id: string): Promise<Pack> => {
    const found = await findVersion(deps.db, id);
    if (!found) throw new Problem('catalogue/unknown-version');
    return deepFreeze(found);
  };
  const index = indexPack(pack);
  return {
    current: pack,
    packVersion,
    getPack: (versionId) => {
      if (versionId === packVersion) return Promise.resolve(pack);
      const known = older.get(versionId);
      if (known) return known;
      if (older.size >= keptInMemory) older.delete(older.keys().next().value ?? '');
      const reading = read(versionId);
      older.set(versionId, reading);
      // A version that cannot be read now may be readable later.
      reading.catch(() => older.delete(versionId));
      return reading;
    },
    findService: (id) => index.services.get(id),
    getService: (id) => index.services.get(id) ?? refuse('catalogue/unknown-service'),
    findSituation: (id) => index.situations.get(id),
    getSituation: (id) => index.situations.get(id) ?? refuse('catalogue/unknown-situation'),
  };
}

function refuse(code: string): never {
  throw new Problem(code);
}
