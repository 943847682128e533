import { deepFreeze } from './freeze.ts';
import type { Pack } from './pack.ts';
import { hashOf } from './pack-hash.ts';
import type { Service } from './services.ts';

/**
 * The version of a service that is law on a day. Before its first day the first version stands in, so that cases of
 * earlier years can be replayed; after its last day, the last.
 */
function versionOn(versions: readonly Service[], day: string): Service | undefined {
  const ordered = versions.toSorted((left, right) => left.version - right.version);
  return ordered.findLast(({ effective }) => effective <= day) ?? ordered[0];
}

/** The pack with those versions of its services that are law on a day (`2026-01-31`): other rules, another hash. */
export function packOn(pack: Pack, day: string): Pack {
  const later = Map.groupBy(pack.nextServices, ({ id }) => id);
  const services = pack.services.map(
    (service) => versionOn([service, ...(later.get(service.id) ?? [])], day) ?? service,
  );
  if (services.every((service, index) => service === pack.services[index])) return pack;
  const { hash: _, ...content } = { ...pack, services };
  return deepFreeze({ hash: hashOf(content), ...content });
}

/** The first day of rules that nothing went before. */
export const always = '0001-01-01';

/** The packs that are law one after the other, each from its first day on; the first has always been. */
export function packsByDay(pack: Pack): readonly Readonly<{ from: string; pack: Pack }>[] {
  const days = [...new Set(pack.nextServices.map(({ effective }) => effective))].sort();
  const first = packOn(pack, always);
  return [{ from: always, pack: first }, ...days.map((from) => ({ from, pack: packOn(pack, from) }))];
}
