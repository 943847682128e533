import type { Polygon, Position } from '#kernel/geometry.ts';

/** An outline being drawn: corners in the order they were set. Pure; the server judges whether it is good. */
export type Drawing = Readonly<{ corners: readonly Position[]; isClosed: boolean }>;

export const emptyDrawing: Drawing = { corners: [], isClosed: false };

const sixDecimals = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/** One corner more; after closing, a new outline begins. */
export const withCorner = (drawing: Drawing, [lon, lat]: Position): Drawing => ({
  corners: [...(drawing.isClosed ? [] : drawing.corners), [sixDecimals(lon), sixDecimals(lat)]],
  isClosed: false,
});

/** The last step taken back: a closed outline opens, an open one loses its last corner. */
export const undone = ({ corners, isClosed }: Drawing): Drawing =>
  isClosed ? { corners, isClosed: false } : { corners: corners.slice(0, -1), isClosed: false };

export const canClose = ({ corners, isClosed }: Drawing): boolean => !isClosed && corners.length >= 3;

export const closed = (drawing: Drawing): Drawing => (canClose(drawing) ? { ...drawing, isClosed: true } : drawing);

/** The outline as a person would type it: "55.795000 49.115000; …", latitude first, as maps write it. */
export const asText = ({ corners }: Drawing): string =>
  corners.map(([lon, lat]) => `${lat.toFixed(6)} ${lon.toFixed(6)}`).join('; ');

/** The corners of a chosen outline, to go on drawing from. */
export const drawingOf = ({ coordinates: [ring = []] }: Polygon): Drawing => ({
  corners: ring.slice(0, -1),
  isClosed: true,
});

/** What the map shows of a drawing: the line so far, or the area, and its corners. */
export function shapesOf({ corners, isClosed }: Drawing): GeoJSON.Feature[] {
  const points = corners.map(
    (corner): GeoJSON.Feature => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Point', coordinates: [...corner] },
    }),
  );
  const path = corners.map((corner) => [...corner]);
  const [first] = path;
  if (!first || path.length < 2) return points;
  const geometry: GeoJSON.Geometry = isClosed
    ? { type: 'Polygon', coordinates: [[...path, first]] }
    : { type: 'LineString', coordinates: path };
  return [{ type: 'Feature', properties: {}, geometry }, ...points];
}
