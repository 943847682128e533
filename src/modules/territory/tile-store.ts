import { sql } from 'kysely';
import type { Geometry } from '#kernel/geometry.ts';
import type { Executor } from '#platform/db/index.ts';

/** Units along the side of a tile, and beyond it, so that borders join. */
export const tileExtent = 4096;
export const tileBuffer = 64;

/** Whether the database can encode tiles itself; the embedded one has the functions but no encoder behind them. */
export async function hasTileEncoder(db: Executor): Promise<boolean> {
  try {
    await sql`
      select ST_AsMVT(t, 'try') from (
        select ST_AsMVTGeom(ST_MakePoint(1, 1), ST_MakeBox2D(ST_MakePoint(0, 0), ST_MakePoint(2, 2))) as geometry) as t
    `.execute(db);
    return true;
  } catch {
    return false;
  }
}

export type TileAddress = Readonly<{ z: number; x: number; y: number }>;

/** The layer of one tile, encoded by the database (Mapbox Vector Tile 2.1); empty if nothing lies there. */
export async function encodeTile(db: Executor, layer: string, { z, x, y }: TileAddress): Promise<Uint8Array> {
  const { rows } = await sql<{ tile: Buffer | null }>`
    with square as (
      select ST_TileEnvelope(${z}, ${x}, ${y}) as inside,
        ST_Transform(ST_TileEnvelope(${z}, ${x}, ${y}, margin => ${tileBuffer / tileExtent}), 4326) as wide)
    select ST_AsMVT(drawn, ${layer}, ${tileExtent}, 'geometry') as tile from (
      select f.tags, ST_AsMVTGeom(ST_Transform(f.geometry, 3857), square.inside, ${tileExtent}, ${tileBuffer}) as geometry
      from territory.feature f, square
      where f.known_to is null and f.layer = ${layer} and f.geometry && square.wide) as drawn
    where drawn.geometry is not null
  `.execute(db);
  return rows[0]?.tile ?? new Uint8Array();
}

/**
 * A tile layer of points for labels: one inside each feature, in the one tile that holds it. A label on the ground itself
 * would be written in every tile that cuts it.
 */
export async function encodeLabels(db: Executor, layer: string, { z, x, y }: TileAddress): Promise<Uint8Array> {
  const { rows } = await sql<{ tile: Buffer | null }>`
    with square as (
      select ST_TileEnvelope(${z}, ${x}, ${y}) as inside, ST_Transform(ST_TileEnvelope(${z}, ${x}, ${y}), 4326) as box)
    select ST_AsMVT(drawn, ${labelLayer(layer)}, ${tileExtent}, 'geometry') as tile from (
      select f.tags, ST_AsMVTGeom(ST_Transform(ST_PointOnSurface(f.geometry), 3857), square.inside, ${tileExtent}, 0) as geometry
      from territory.feature f, square
      where f.known_to is null and f.layer = ${layer} and f.geometry && square.box
        and ST_PointOnSurface(f.geometry) && square.box) as drawn
    where drawn.geometry is not null
  `.execute(db);
  return rows[0]?.tile ?? new Uint8Array();
}

/** Name of the tile layer with a layer's label points. */
export const labelLayer = (layer: string): string => `${layer}-label`;

export type DrawnFeature = Readonly<{ tags: Record<string, string | number | boolean>; geometry: Geometry }>;

/** Everything of a layer that tiles show: the features, or a point inside each for its label. */
export async function listDrawn(db: Executor, layer: string, shape: 'ground' | 'label'): Promise<DrawnFeature[]> {
  const geometry = shape === 'ground' ? sql`geometry` : sql`ST_PointOnSurface(geometry)`;
  const { rows } = await sql<DrawnFeature>`
    select tags, ST_AsGeoJSON(${geometry}, 7)::json as geometry from territory.feature
    where known_to is null and layer = ${layer}
  `.execute(db);
  return rows;
}
