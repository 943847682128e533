import { sql } from 'kysely';
import type { Polygon } from '#kernel/geometry.ts';
import type { Localized } from '#kernel/language.ts';
import type { Executor } from '#platform/db/index.ts';

/** A feature of a layer that lies on a place; `share` is the part of the place it covers, 0 to 1. */
export type Overlap = Readonly<{
  role: string;
  layer: string;
  id: string;
  code: string | null;
  name: Localized | null;
  share: number;
}>;
export type GroundRow = Readonly<{
  /** Square metres on the ellipsoid. */
  area: number;
  overlaps: readonly Overlap[];
  /** Metres to the nearest storm sewer on the ellipsoid, 0 if it crosses the place; null if the city has none. */
  stormSewerDistance: number | null;
}>;

/**
 * Everything about the ground of one outline in one statement. Overlaps smaller than a thousandth are borders that
 * touch. The nearest sewer by degrees is not the nearest by metres (a degree of longitude is shorter): its distance only
 * bounds the search.
 */
export async function getGround(db: Executor, outline: Polygon): Promise<GroundRow> {
  const { rows } = await sql<GroundRow>`
    with place as materialized (select ST_GeomFromGeoJSON(${JSON.stringify(outline)}) as ground),
    hit as (
      select l.role, f.layer, f.external_id as id, f.properties, l.position,
        case when ST_CoveredBy(place.ground, f.geometry) then 1
          else ST_Area(ST_Intersection(f.geometry, place.ground)) / ST_Area(place.ground) end as share
      from place
        join territory.feature f on f.known_to is null and f.geometry && place.ground and ST_Intersects(f.geometry, place.ground)
        join territory.layer l on l.id = f.layer and l.role in ('district', 'zone', 'restriction', 'parcel')),
    sewer as (select array_agg(id) as layers from territory.layer where role = 'stormSewer'),
    bound as (
      select ST_Distance(near.geometry::geography, place.ground::geography) as metres
      from place, sewer, lateral (
        select f.geometry from territory.feature f
        where f.known_to is null and f.layer = any(sewer.layers) order by f.geometry <-> place.ground limit 1) as near)
    select
      (select ST_Area(ground::geography) from place) as area,
      (select coalesce(json_agg(json_build_object('role', role, 'layer', layer, 'id', id, 'code', properties -> 'code',
          'name', properties -> 'name', 'share', share) order by position, share desc, id), '[]'::json)
        from hit where share > 0.001) as overlaps,
      (select min(ST_Distance(f.geometry::geography, place.ground::geography))
        from place, bound, sewer, territory.feature f
        where f.known_to is null and f.layer = any(sewer.layers)
          and f.geometry && ST_Expand(place.ground, bound.metres / 110500 / cos(radians(ST_YMax(place.ground))) + 1e-6,
            bound.metres / 110500 + 1e-6)) as "stormSewerDistance"
  `.execute(db);
  const [row] = rows;
  if (!row) throw new Error('a place has ground');
  return row;
}
