import { z } from 'zod';

/** Longitude and latitude in degrees, WGS 84 (EPSG:4326), as GeoJSON orders them (RFC 7946, section 3.1.1). */
export const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export type Position = z.infer<typeof Position>;

const Ring = z.array(Position).min(4);

export const Point = z.object({ type: z.literal('Point'), coordinates: Position });
export const LineString = z.object({ type: z.literal('LineString'), coordinates: z.array(Position).min(2) });
export const Polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring).min(1) });
export const MultiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(Ring).min(1)).min(1),
});

/** The geometry kinds the platform stores. */
export const Geometry = z.discriminatedUnion('type', [Point, LineString, Polygon, MultiPolygon]);
export type Geometry = z.infer<typeof Geometry>;
export type Polygon = z.infer<typeof Polygon>;
