import type { Geometry, Position } from '#kernel/geometry.ts';
import type { Localized } from '#kernel/language.ts';

/** A box of ground with what lies in it: `app.territory.surroundings(outline)`. */
export type SketchGround = Readonly<{
  bounds: readonly [west: number, south: number, east: number, north: number];
  features: readonly SketchFeature[];
}>;
export type SketchFeature = Readonly<{
  role: string;
  id: string;
  properties: Readonly<Record<string, unknown>>;
  geometry: Geometry;
}>;

export type SketchShape = Readonly<{ role: string; id: string; path: string }>;
export type SketchLabel = Readonly<{
  kind: 'street' | 'house';
  id: string;
  text: string;
  x: number;
  y: number;
  turn: number;
}>;
export type Sketch = Readonly<{
  width: number;
  height: number;
  shapes: readonly SketchShape[];
  labels: readonly SketchLabel[];
  /** A round number of metres and its length in the drawing. */
  scale: Readonly<{ metres: number; length: number }>;
  place(geometry: Geometry): string;
}>;

type Point = readonly [x: number, y: number];

/**
 * Lays out a small map without a program to draw it: paths and labels in units of a drawing `width` wide. Pure. Areas
 * are true in shape: a degree of longitude is shortened by the cosine of the latitude.
 */
export function sketchOf(ground: SketchGround, language: keyof Localized, width = 640): Sketch {
  const [west, south, east, north] = ground.bounds;
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const unit = width / ((east - west) * narrowing);
  const height = Math.round((north - south) * unit);
  const project = ([lon, lat]: Position): Point => [(lon - west) * narrowing * unit, (north - lat) * unit];
  const place = (geometry: Geometry) => pathOf(geometry, project);
  const frame = { width, height };
  return {
    width,
    height,
    place,
    shapes: ground.features.map(({ role, id, geometry }) => ({ role, id, path: place(geometry) })),
    labels: [
      ...ground.features.flatMap((feature) => houseLabel(feature, project, frame)),
      ...longestNamed(ground.features.flatMap((feature) => streetLabel(feature, { project, frame, language }))),
    ],
    scale: scaleFor(unit / 111_320, width),
  };
}

const rounded = (value: number) => Math.round(value * 10) / 10;
const line = (points: readonly Point[]) => points.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join('L');

function pathOf(geometry: Geometry, project: (position: Position) => Point): string {
  const draw = (ring: readonly Position[], end: string) => `M${line(ring.map(project))}${end}`;
  if (geometry.type === 'Point') return '';
  if (geometry.type === 'LineString') return draw(geometry.coordinates, '');
  const rings = geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat();
  return rings.map((ring) => draw(ring, 'Z')).join('');
}

type Frame = Readonly<{ width: number; height: number }>;
const isInside = ([x, y]: Point, { width, height }: Frame, margin: number) =>
  x > margin && y > margin && x < width - margin && y < height - margin;

function houseLabel(
  { role, id, properties, geometry }: SketchFeature,
  project: (p: Position) => Point,
  frame: Frame,
): SketchLabel[] {
  if (role !== 'parcel' || geometry.type !== 'Polygon' || typeof properties.house !== 'string') return [];
  const corners = (geometry.coordinates[0] ?? []).slice(0, -1).map(project);
  const [x, y] = [0, 1].map(
    (axis) => corners.reduce((sum, corner) => sum + (corner[axis] ?? 0), 0) / corners.length,
  ) as [number, number];
  return isInside([x, y], frame, 14)
    ? [{ kind: 'house', id, text: properties.house, x: rounded(x), y: rounded(y), turn: 0 }]
    : [];
}

type Lettered = SketchLabel & Readonly<{ room: number }>;
type StreetView = Readonly<{ project: (p: Position) => Point; frame: Frame; language: keyof Localized }>;

/** A street's name in the middle of its longest straight piece inside the frame, readable without turning the head. */
function streetLabel(
  { role, id, properties, geometry }: SketchFeature,
  { project, frame, language }: StreetView,
): Lettered[] {
  const name = properties.name as Localized | undefined;
  if (role !== 'street' || geometry.type !== 'LineString' || !name) return [];
  const points = geometry.coordinates.map(project);
  const pieces = points
    .slice(1)
    .map((b, i) => clipped(points[i] ?? b, b, frame))
    .filter((piece) => piece !== undefined);
  const longest = pieces.sort((one, other) => lengthOf(other) - lengthOf(one))[0];
  if (!longest) return [];
  const [[ax, ay], [bx, by]] = longest;
  const degrees = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
  const turn = degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees;
  return [
    {
      kind: 'street',
      id,
      text: name[language],
      x: rounded((ax + bx) / 2),
      y: rounded((ay + by) / 2),
      turn: rounded(turn),
      room: lengthOf(longest),
    },
  ];
}

const lengthOf = ([[ax, ay], [bx, by]]: readonly [Point, Point]) => Math.hypot(bx - ax, by - ay);

/** The part of a segment inside the frame (Liang–Barsky). */
function clipped(a: Point, b: Point, { width, height }: Frame): [Point, Point] | undefined {
  let [from, to] = [0, 1];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const edges = [
    [-dx, a[0]],
    [dx, width - a[0]],
    [-dy, a[1]],
    [dy, height - a[1]],
  ] as const;
  for (const [slope, room] of edges) {
    if (slope === 0 && room < 0) return undefined;
    if (slope < 0) from = Math.max(from, room / slope);
    if (slope > 0) to = Math.min(to, room / slope);
  }
  if (from >= to) return undefined;
  const at = (t: number): Point => [a[0] + dx * t, a[1] + dy * t];
  return [at(from), at(to)];
}

/** Names that fit their piece of street: about seven units a letter; each name once. */
function longestNamed(labels: readonly Lettered[]): SketchLabel[] {
  const byText = new Map<string, Lettered>();
  for (const label of labels) {
    if (label.room < label.text.length * 7) continue;
    const known = byText.get(label.text);
    if (!known || known.room < label.room) byText.set(label.text, label);
  }
  return [...byText.values()].map(({ room: _room, ...label }) => label);
}

/** The largest round length that takes at most a quarter of the width. `unitsPerMetre` of the drawing. */
function scaleFor(unitsPerMetre: number, width: number): Sketch['scale'] {
  const round = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
  const metres = round.findLast((length) => length * unitsPerMetre <= width / 4) ?? 1;
  return { metres, length: rounded(metres * unitsPerMetre) };
}
