import { sql } from 'kysely';
import type { Geometry, Polygon } from '#kernel/geometry.ts';
import type { Localized } from '#kernel/language.ts';
import type { Executor } from '#platform/db/index.ts';
import type { Bounds } from './outline.ts';

/** A plot as the store knows it. `street` is the name of its street, absent if it has no address. */
export type ParcelRow = Readonly<{
  id: string;
  cadastralNumber: string;
  properties: Readonly<{ house?: string; use?: string; tenure?: string; free?: boolean }>;
  street: Localized | null;
  outline: Polygon;
}>;

const parcelColumns = sql`
  f.id, f.external_id as "cadastralNumber", f.properties, s.properties -> 'name' as street,
  ST_AsGeoJSON(f.geometry, 6)::json as outline`;

const parcelTables = sql`
  territory.feature f
  join territory.layer l on l.id = f.layer and l.role = 'parcel'
  left join territory.feature s on s.external_id = f.properties ->> 'street' and s.known_to is null
    and s.layer in (select id from territory.layer where role = 'street')`;

/** The plot with a cadastral number, as it is now. */
export async function findByCadastralNumber(db: Executor, cadastralNumber: string): Promise<ParcelRow | undefined> {
  const { rows } = await sql<ParcelRow>`
    select ${parcelColumns} from ${parcelTables} where f.known_to is null and f.external_id = ${cadastralNumber}
  `.execute(db);
  return rows[0];
}

/** The plot that a row described, also if it has changed since. */
export async function findByRow(db: Executor, id: string): Promise<ParcelRow | undefined> {
  const { rows } = await sql<ParcelRow>`select ${parcelColumns} from ${parcelTables} where f.id = ${id}`.execute(db);
  return rows[0];
}

/** The plot under a point of longitude and latitude; the smallest if several lie there. */
export async function findAt(db: Executor, lon: number, lat: number): Promise<ParcelRow | undefined> {
  const { rows } = await sql<ParcelRow>`
    with point as (select ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326) as geometry)
    select ${parcelColumns} from point, ${parcelTables}
    where f.known_to is null and ST_Covers(f.geometry, point.geometry)
    order by ST_Area(f.geometry) limit 1
  `.execute(db);
  return rows[0];
}

/** Streets that most of the words fit, by the beginning of a word of their name in any language; the best fit only. */
export async function findStreets(db: Executor, words: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ street: string }>`
    with typed as (select word from unnest(${[...words]}::text[]) as word),
    fits as (
      select w.street, count(distinct t.word) as words, count(distinct t.word) filter (where w.word = t.word) as whole
      from typed t join territory.street_word w
        on w.word >= t.word collate "C" and w.word < (t.word || chr(1114111)) collate "C"
      group by w.street)
    select street from fits
    where words = (select max(words) from fits)
    order by whole desc, street
  `.execute(db);
  return rows.map(({ street }) => street);
}

/** All words of street names, for misspelt queries. */
export async function listStreetWords(db: Executor): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select distinct word from territory.street_word`.execute(db);
  return rows.map(({ word }) => word);
}

export type HouseQuery = Readonly<{ streets: readonly string[]; house?: string; limit: number }>;

/** Plots with an address in one of the streets: the asked house first, then the same number with a letter, then as they stand. */
export async function listAddressed(db: Executor, { streets, house, limit }: HouseQuery): Promise<ParcelRow[]> {
  const number = house === undefined ? null : Number.parseInt(house, 10);
  const { rows } = await sql<ParcelRow>`
    with asked as (
      select a.parcel, a.number, a.house, array_position(${[...streets]}::text[], a.street) as place
      from territory.address a
      where a.street = any(${[...streets]}::text[]) and (${number}::int is null or a.number = ${number}::int)
      order by a.house <> coalesce(${house ?? null}::text, a.house), place, a.number, a.house limit ${limit})
    select ${parcelColumns} from asked
      join ${parcelTables} on f.external_id = asked.parcel and f.known_to is null
    order by asked.house <> coalesce(${house ?? null}::text, asked.house), asked.place, asked.number, asked.house
  `.execute(db);
  return rows;
}

/** Whether an outline lies wholly in the city; true if the territory has no city layer. */
export async function isInCity(db: Executor, outline: Polygon): Promise<boolean> {
  const { rows } = await sql<{ inside: boolean | null }>`
    select bool_or(ST_Covers(f.geometry, ST_GeomFromGeoJSON(${JSON.stringify(outline)}))) as inside
    from territory.feature f join territory.layer l on l.id = f.layer and l.role = 'city' where f.known_to is null
  `.execute(db);
  return rows[0]?.inside ?? true;
}

/** The box around the city in degrees; the whole world if the territory has no city layer. */
export async function getBounds(db: Executor): Promise<Bounds> {
  const { rows } = await sql<{ box: Bounds | null }>`
    with city as (
      select ST_Extent(f.geometry) as box from territory.feature f
      join territory.layer l on l.id = f.layer and l.role = 'city' where f.known_to is null)
    select array[ST_XMin(box), ST_YMin(box), ST_XMax(box), ST_YMax(box)] as box from city where box is not null
  `.execute(db);
  return rows[0]?.box ?? [-180, -90, 180, 90];
}

export type FoundFeature = Readonly<{
  layer: string;
  id: string;
  properties: Readonly<Record<string, unknown>>;
  geometry: Geometry;
}>;

/** Features of the layers that touch a box, at most `limit` of each, in the order of their identifiers. */
export async function listFeatures(
  db: Executor,
  layers: readonly string[],
  [west, south, east, north]: Bounds,
  limit: number,
): Promise<FoundFeature[]> {
  const { rows } = await sql<FoundFeature>`
    select layer, id, properties, geometry from (
      select f.layer, f.external_id as id, f.properties, ST_AsGeoJSON(f.geometry, 6)::json as geometry,
        row_number() over (partition by f.layer order by f.external_id) as place
      from territory.feature f
      where f.known_to is null and f.layer = any(${[...layers]}::text[])
        and ST_Intersects(f.geometry, ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326))) as found
    where place <= ${limit}
    order by array_position(${[...layers]}::text[], layer), place
  `.execute(db);
  return rows;
}

/** A name and where on its ground it is written. */
export type NamedPoint = Readonly<{ layer: string; name: Localized; lon: number; lat: number }>;

/** One point inside each named feature of the layers: a tile would repeat the name of what crosses its border. */
export async function listNamedPoints(db: Executor, layers: readonly string[]): Promise<NamedPoint[]> {
  const { rows } = await sql<NamedPoint>`
    select layer, name, ST_X(point) as lon, ST_Y(point) as lat from (
      select f.layer, f.external_id, f.properties -> 'name' as name, ST_PointOnSurface(f.geometry) as point
      from territory.feature f
      where f.known_to is null and f.layer = any(${[...layers]}::text[]) and f.properties ? 'name') as named
    order by layer, external_id
  `.execute(db);
  return rows;
}
