import type { Polygon } from '#kernel/geometry.ts';
import { Problem } from '#kernel/problem.ts';
import { failed, ok, type Result } from '#kernel/result.ts';
import type { Place, PlaceFacts, Territory } from '#modules/territory/index.ts';
import type { ChoosePlace } from './commands.ts';

type Named = Omit<ChoosePlace, 'draftId'>;

/**
 * The place a person named, in whichever way, with its spatial facts. The most exact way given wins: a drawn outline,
 * then a cadastral number, a point of the map, an address. Errors stand at the field that named it.
 */
export async function findPlace(territory: Territory, named: Named): Promise<Result<PlaceFacts>> {
  const place = await placeOf(territory, named);
  if (!place.ok) return place;
  try {
    return ok(await territory.placeFacts(place.value.at));
  } catch (refusal) {
    if (!(refusal instanceof Problem) || !refusal.code.startsWith('territory/')) throw refusal;
    const params = Object.fromEntries(Object.entries(refusal.params).map(([name, value]) => [name, String(value)]));
    return failed([{ field: place.value.field, code: refusal.code, params }]);
  }
}

type Located = Readonly<{ at: Place; field: string }>;

async function placeOf(territory: Territory, named: Named): Promise<Result<Located>> {
  if (named.outline !== undefined) {
    const outline: Result<Polygon> = await territory.checkOutline(named.outline);
    return outline.ok ? ok({ at: { outline: outline.value }, field: 'place.outline' }) : outline;
  }
  if (named.cadastralNumber) {
    return ok({ at: { cadastralNumber: named.cadastralNumber.replace(/\s+/g, '') }, field: 'place.cadastralNumber' });
  }
  if (named.point !== undefined) {
    const parcel = await territory.parcelAt(...named.point);
    const field = 'place.point';
    return parcel
      ? ok({ at: { parcelId: parcel.parcelId }, field })
      : failed([{ field, code: 'territory/no-parcel-here' }]);
  }
  return byAddress(territory, named.address ?? '');
}

async function byAddress(territory: Territory, address: string): Promise<Result<Located>> {
  const field = 'place.address';
  if (address === '') return failed([{ field: 'place.cadastralNumber', code: 'applications/no-place' }]);
  const [found, second] = await territory.searchAddress(address, 2);
  if (found === undefined) return failed([{ field, code: 'territory/unknown-address', params: { address } }]);
  // One of several would be a guess: the person chooses from the list of the search.
  if (second !== undefined) return failed([{ field, code: 'applications/several-places', params: { address } }]);
  return ok({ at: { parcelId: found.parcelId }, field });
}

/** The facts of a place as conditions read them: codes and numbers. */
export function factsForRules(facts: PlaceFacts) {
  return {
    cadastralNumber: facts.cadastralNumber ?? null,
    address: facts.address?.ru ?? null,
    district: facts.district.id,
    zone: facts.zone?.code ?? null,
    area: facts.area,
    restrictions: facts.restrictions.map(({ code }) => code),
    stormSewerDistance: facts.stormSewerDistance ?? null,
    inHistoricCentre: facts.inHistoricCentre,
    inWaterProtection: facts.inWaterProtection,
    free: facts.free ?? null,
    tenure: facts.tenure ?? null,
  };
}
