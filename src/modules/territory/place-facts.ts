import type { Polygon } from '#kernel/geometry.ts';
import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { Executor } from '#platform/db/index.ts';
import { type GroundRow, getGround, type Overlap } from './facts-store.ts';
import type { LayerRow } from './layer-store.ts';
import { addressOf } from './parcel.ts';
import { findByCadastralNumber, findByRow, type ParcelRow } from './territory-store.ts';

/** A place of the city: a plot or an outline that `checkOutline` has passed. */
export type Place =
  | Readonly<{ cadastralNumber: string }>
  | Readonly<{ parcelId: string }>
  | Readonly<{ outline: Polygon }>;

export type Restriction = Readonly<{
  code: string;
  name: Localized;
  group: 'heritage' | 'water' | 'guard' | 'other';
  layer: string;
  /** Part of the place it covers, above 0 to 1. */
  share: number;
}>;

export type PlaceZone = Readonly<{ code: string; name: Localized; edition?: string; share: number }>;

/** What the city's layers say about a place. Plain JSON: it is stored with the application. */
export type PlaceFacts = Readonly<{
  parcelId?: string;
  cadastralNumber?: string;
  address?: Localized;
  district: { id: string; name: Localized };
  /** The zone that covers most of the place; absent where the map has none. */
  zone?: PlaceZone;
  zones: readonly PlaceZone[];
  /** Square metres on the ellipsoid, rounded. */
  area: number;
  /** One entry a code, the largest share of the place first. */
  restrictions: readonly Restriction[];
  /** Metres to the nearest storm sewer, rounded; absent if the map has none. */
  stormSewerDistance?: number;
  inHistoricCentre: boolean;
  inWaterProtection: boolean;
  /** Permitted use and owner's kind of a plot, as codes of the parcel layer. */
  use?: string;
  tenure?: string;
  /** The city owns the plot and nobody uses it. */
  free?: boolean;
  /** Plots an outline touches, the largest share of the place first. */
  parcels: readonly string[];
  outline: Polygon;
  /** True if any layer asked holds invented data. */
  synthetic: boolean;
}>;

/** Facts of a place. Throws `territory/unknown-parcel`, `territory/outside-city`. */
export async function factsOf(db: Executor, layers: readonly LayerRow[], place: Place): Promise<PlaceFacts> {
  const parcel = await parcelOf(db, place);
  const outline = parcel?.outline ?? ('outline' in place ? place.outline : undefined);
  if (!outline) throw new Problem('territory/unknown-parcel');
  const ground = await getGround(db, outline);
  return { ...(parcel ? parcelFacts(parcel) : {}), ...groundFacts(ground, layers), outline };
}

async function parcelOf(db: Executor, place: Place): Promise<ParcelRow | undefined> {
  if ('outline' in place) return undefined;
  const found =
    'parcelId' in place ? await findByRow(db, place.parcelId) : await findByCadastralNumber(db, place.cadastralNumber);
  if (!found)
    throw new Problem(
      'territory/unknown-parcel',
      'cadastralNumber' in place ? { cadastralNumber: place.cadastralNumber } : {},
    );
  return found;
}

function parcelFacts(parcel: ParcelRow) {
  const { use, tenure = 'private', free = false } = parcel.properties;
  const address = addressOf(parcel);
  return {
    parcelId: parcel.id,
    cadastralNumber: parcel.cadastralNumber,
    ...(address ? { address } : {}),
    ...(use ? { use } : {}),
    tenure,
    free,
  };
}

const round = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;

function groundFacts({ area, overlaps, stormSewerDistance }: GroundRow, layers: readonly LayerRow[]) {
  const definitions = new Map(layers.map(({ id, definition }) => [id, definition]));
  const nameOf = ({ layer, code }: Overlap): Localized =>
    definitions.get(layer)?.codes.find((known) => known.code === code)?.name ?? {
      ru: code ?? layer,
      tt: code ?? layer,
      en: code ?? layer,
    };
  const of = (role: string) => overlaps.filter((overlap) => overlap.role === role);
  const district = of('district').toSorted((a, b) => b.share - a.share)[0];
  if (!district?.name) throw new Problem('territory/outside-city');
  const zones = sumByCode(of('zone')).map((zone): PlaceZone => {
    const edition = definitions.get(zone.layer)?.edition;
    return { code: zone.code ?? '', name: nameOf(zone), ...(edition ? { edition } : {}), share: round(zone.share, 3) };
  });
  const restrictions = sumByCode(of('restriction')).map(
    (found): Restriction => ({
      code: found.code ?? found.id,
      name: nameOf(found),
      group: definitions.get(found.layer)?.group ?? 'other',
      layer: found.layer,
      share: round(found.share, 3),
    }),
  );
  return {
    district: { id: district.id, name: district.name },
    ...(zones[0] ? { zone: zones[0] } : {}),
    zones,
    area: Math.round(area),
    restrictions,
    ...(stormSewerDistance === null ? {} : { stormSewerDistance: Math.round(stormSewerDistance) }),
    inHistoricCentre: restrictions.some(({ group }) => group === 'heritage'),
    inWaterProtection: restrictions.some(({ group }) => group === 'water'),
    parcels: of('parcel')
      .toSorted((a, b) => b.share - a.share)
      .map(({ id }) => id),
    synthetic: layers.some(({ definition }) => definition.synthetic),
  };
}

/** Features of one code count once; their shares add up, at most to the whole place. */
function sumByCode(overlaps: readonly Overlap[]): Overlap[] {
  const byCode = new Map<string, Overlap>();
  for (const overlap of overlaps) {
    const key = `${overlap.layer} ${overlap.code ?? overlap.id}`;
    const known = byCode.get(key);
    byCode.set(key, known ? { ...known, share: Math.min(1, known.share + overlap.share) } : overlap);
  }
  return [...byCode.values()].sort((a, b) => b.share - a.share);
}

/** A place as conditions of a city's rules read it (`place.zone = "ОЖ"`); what is not known is absent. Pure. */
export const factsForRules = (facts: PlaceFacts) => ({
  ...(facts.cadastralNumber ? { cadastralNumber: facts.cadastralNumber } : {}),
  // Rules compare, they do not show: the language of the city's acts is enough.
  ...(facts.address ? { address: facts.address.ru } : {}),
  district: facts.district.id,
  ...(facts.zone ? { zone: facts.zone.code } : {}),
  area: facts.area,
  restrictions: facts.restrictions.map(({ code }) => code),
  ...(facts.stormSewerDistance === undefined ? {} : { stormSewerDistance: facts.stormSewerDistance }),
  inHistoricCentre: facts.inHistoricCentre,
  inWaterProtection: facts.inWaterProtection,
});
