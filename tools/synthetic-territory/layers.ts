/** Puts the synthetic city together as GeoJSON features, layer by layer. */
import { buffer, difference, featureCollection, intersect, polygon, union } from '@turf/turf';
import type { Feature, Geometry, MultiPolygon, Polygon } from 'geojson';
import { layFabric, roadStreets, type Street, type Zone } from './fabric.ts';
import { guardStrip, networkIds, type Pipe, pipesAcross, pipesUnder } from './networks.ts';
import { city, districtIds, districts, historicSettlement, kremlin, kremlinZone, waters } from './outline.ts';
import { area, at, distance, fromLonLat, type Point, type Ring, toLonLat } from './plane.ts';
import { buildingOn, layPlots, numberHouses, type Parcel } from './plots.ts';
import { quarterPrefix } from './sectors.ts';
import { nameDealer, roadNames } from './street-names.ts';

type Ground = Feature<Polygon | MultiPolygon>;
export type SyntheticFeature = Feature<Geometry, Record<string, unknown>> & { id: string };

const close = (ring: Ring) => {
  const line = ring.map(toLonLat);
  return [...line, at(line, 0)];
};
const polygonOf = (ring: Ring): Polygon => ({
  type: 'Polygon',
  coordinates: [close(area(ring) > 0 ? ring : [...ring].reverse())],
});
const feature = (id: string, geometry: Geometry, properties: Record<string, unknown>): SyntheticFeature => ({
  type: 'Feature',
  id,
  properties,
  geometry,
});
const ground = (ring: Ring) => polygon(polygonOf(ring).coordinates);
const all = (parts: Ground[]): Ground => {
  const joined = parts.length > 1 ? union(featureCollection(parts)) : parts[0];
  if (!joined) throw new Error('Nothing to join');
  return joined;
};
const without = (one: Ground, other: Ground): Ground[] => [difference(featureCollection([one, other])) ?? []].flat();
const overlapOf = (one: Ground, other: Ground): Ground[] => [intersect(featureCollection([one, other])) ?? []].flat();

/** Six decimals and no crumbs: rings of less than 500 m² are left out. */
function clean(found: Ground): Polygon | MultiPolygon {
  const polygons = found.geometry.type === 'Polygon' ? [found.geometry.coordinates] : found.geometry.coordinates;
  const kept = polygons
    .map((rings) =>
      rings
        .filter((ring) => Math.abs(area(ring.slice(0, -1).map(fromLonLat))) > 500)
        .map((ring) => ring.map((p) => toLonLat(fromLonLat(p)))),
    )
    .filter((rings) => rings.length > 0);
  return kept.length === 1
    ? { type: 'Polygon', coordinates: at(kept, 0) }
    : { type: 'MultiPolygon', coordinates: kept };
}

const cityGround = ground(city.outline);
const allWater = all(waters.map(({ outline }) => ground(outline)));

function base(): Record<string, SyntheticFeature[]> {
  return {
    city: [feature('kazan', polygonOf(city.outline), { name: city.name })],
    districts: districtIds.map((id) => feature(id, polygonOf(districts[id].outline), { name: districts[id].name })),
    water: waters.map(({ id, name, outline }) => feature(id, polygonOf(outline), { name })),
    'water-protection': waters.flatMap(({ id, outline, shoreZone }) => {
      const wide = buffer(ground(outline), shoreZone, { units: 'meters', steps: 3 });
      return wide
        ? without(wide, allWater)
            .flatMap((strip) => overlapOf(strip, cityGround))
            .map((strip) => feature(`water-protection-${id}`, clean(strip), { code: 'water-protection' }))
        : [];
    }),
    'heritage-zones': [
      feature('kremlin', polygonOf(kremlin), { code: 'heritage-territory' }),
      feature('kremlin-protection', polygonOf(kremlinZone), { code: 'heritage-protection' }),
      feature('historic-settlement', polygonOf(historicSettlement), { code: 'historic-settlement' }),
    ],
  };
}

/** What no town covers and no water: nature territories, one outline a district. */
function nature(zones: readonly Zone[]): SyntheticFeature[] {
  const built = all([...zones.map(({ wide }) => ground(wide)), allWater]);
  return districtIds.flatMap((id) =>
    without(ground(districts[id].outline), built).map((rest) => feature(`r1-${id}`, clean(rest), { code: 'Р1' })),
  );
}

function streetFeatures(
  streets: readonly Street[],
  parcels: readonly Parcel[],
): { features: SyntheticFeature[]; ids: Map<string, string> } {
  const fronted = new Set(parcels.map(({ street }) => street));
  const nameOf = nameDealer();
  const roads = roadStreets.map(({ key, line }) => ({
    key,
    line,
    class: 'road',
    name: roadNames[key.slice(5) as keyof typeof roadNames],
  }));
  const named = streets.map(({ key, line, class: kind, sector }) => ({
    key,
    line,
    class: kind,
    ...(fronted.has(key) ? { name: nameOf(sector.district) } : {}),
  }));
  const ids = new Map<string, string>();
  const features = [...roads, ...named].map((street, i) => {
    ids.set(street.key, `s${i + 1}`);
    return feature(
      `s${i + 1}`,
      { type: 'LineString', coordinates: street.line.map(toLonLat) },
      { class: street.class, ...('name' in street ? { name: street.name } : {}) },
    );
  });
  return { features, ids };
}

const parcelFeature = (parcel: Parcel, ids: ReadonlyMap<string, string>) =>
  feature(parcel.cadastralNumber, polygonOf(parcel.ring), {
    ...(parcel.house ? { street: ids.get(parcel.street), house: parcel.house } : {}),
    use: parcel.use,
    // Private is what most are and is left out.
    ...(parcel.tenure === 'private' ? {} : { tenure: parcel.tenure }),
    // A plot the city can give: empty and its own.
    ...(parcel.use === 'vacant' && parcel.tenure === 'municipal' ? { free: true } : {}),
  });

function networkFeatures(streets: readonly Street[]): Record<string, SyntheticFeature[]> {
  const order = new Map<string, number>();
  const next = (key: string) => {
    order.set(key, (order.get(key) ?? -1) + 1);
    return order.get(key) ?? 0;
  };
  const pipes: Pipe[] = [
    ...roadStreets.flatMap(({ line }) => pipesUnder(line, 'urban', 0)),
    ...streets
      .filter(({ line }) => distance(at(line, 0), at(line, -1)) > 250)
      .flatMap(({ key, line, sector }) => pipesUnder(line, sector.kind, next(`${sector.code}${key[3]}`))),
    ...pipesAcross,
  ];
  const lines = (network: string) =>
    pipes
      .filter((pipe) => pipe.network === network)
      .map((pipe, i) =>
        feature(
          `${network}-${i + 1}`,
          { type: 'LineString', coordinates: pipe.line.map(toLonLat) },
          { kind: pipe.kind },
        ),
      );
  return {
    ...Object.fromEntries(networkIds.map((network) => [network, lines(network)])),
    'guard-zones': pipes.map((pipe, i) =>
      feature(`guard-${i + 1}`, polygonOf(guardStrip(pipe)), { code: pipe.guardCode }),
    ),
  };
}

/** Every layer of the synthetic city: the same features in the same order at every run. */
export function drawLayers(): Record<string, SyntheticFeature[]> {
  const { blocks, streets, zones } = layFabric();
  const parcels = layPlots(blocks, streets);
  numberHouses(
    parcels,
    new Map<string, readonly Point[]>([...streets, ...roadStreets].map(({ key, line }) => [key, line])),
  );
  const { features, ids } = streetFeatures(streets, parcels);
  const fortress = feature(`16:50:${quarterPrefix.vakhitovsky}1100:1`, polygonOf(kremlin), {
    use: 'culture',
    tenure: 'state',
  });
  return {
    ...base(),
    zones: [...zones.map(({ code, ring }, i) => feature(`z${i + 1}`, polygonOf(ring), { code })), ...nature(zones)],
    streets: features,
    parcels: [fortress, ...parcels.map((parcel) => parcelFeature(parcel, ids))],
    buildings: parcels
      .flatMap((parcel) => buildingOn(parcel) ?? [])
      .map(({ ring, floors }, i) => feature(`b${i + 1}`, polygonOf(ring), { floors })),
    ...networkFeatures(streets),
  };
}
