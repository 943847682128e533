/** A point on the drawing plane: metres east and north of the city's centre. */
export type Point = readonly [x: number, y: number];
/** A closed shape without its closing point; counter-clockwise unless said otherwise. */
export type Ring = readonly Point[];

const centre = { lon: 49.12, lat: 55.79 } as const;
/** Metres in a degree at 55.79° N on the WGS 84 ellipsoid. */
const metresPerDegree = { lon: 62_732, lat: 111_338 } as const;

const sixDecimals = (value: number) => Math.round(value * 1e6) / 1e6;

/** Longitude and latitude with six decimals (about 0.1 m) of a point of the plane. */
export function toLonLat([x, y]: Point): [number, number] {
  return [sixDecimals(centre.lon + x / metresPerDegree.lon), sixDecimals(centre.lat + y / metresPerDegree.lat)];
}

/** The inverse of `toLonLat`. */
export function fromLonLat([lon, lat]: readonly number[]): Point {
  return [((lon ?? 0) - centre.lon) * metresPerDegree.lon, ((lat ?? 0) - centre.lat) * metresPerDegree.lat];
}

/** The plans are drawn in kilometres of the real city; the synthetic one is smaller, so that some thousand plots fill it. */
const reduction = 0.6;

/** Reads a plan's points, "x y, x y" in kilometres, as metres of the synthetic city. */
export const fromPlan = (plan: string): Point[] =>
  plan.split(',').map((point) => {
    const [x = 0, y = 0] = point.trim().split(' ').map(Number);
    return [x * 1000 * reduction, y * 1000 * reduction];
  });

/** The item at `index`, counted round and round; only for lists with items. */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[((index % items.length) + items.length) % items.length];
  if (item === undefined) throw new RangeError('at() of an empty list');
  return item;
}

export const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
export const between = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** Twice the signed area of the triangle a, b, c: positive if c lies to the left of a → b. */
export const turn = (a: Point, b: Point, c: Point) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** Signed area in square metres; positive for counter-clockwise rings. */
export function area(ring: Ring): number {
  let sum = 0;
  ring.forEach((a, i) => {
    const b = at(ring, i + 1);
    sum += a[0] * b[1] - b[0] * a[1];
  });
  return sum / 2;
}

export function middle(ring: Ring): Point {
  const sum = ring.reduce<Point>((acc, p) => [acc[0] + p[0], acc[1] + p[1]], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

/** What is left of a convex ring on the left of the line a → b, moved `inset` metres to the left. */
export function clipLeft(ring: Ring, a: Point, b: Point, inset = 0): Point[] {
  const length = distance(a, b);
  const side = (p: Point) => turn(a, b, p) / length - inset;
  const kept: Point[] = [];
  ring.forEach((p, i) => {
    const q = at(ring, i + 1);
    const dp = side(p);
    const dq = side(q);
    if (dp >= 0) kept.push(p);
    if ((dp > 0 && dq < 0) || (dp < 0 && dq > 0)) kept.push(between(p, q, dp / (dp - dq)));
  });
  return kept;
}

/** The strip of a convex ring where `from ≤ coordinate[axis] ≤ to`. */
export function slice(ring: Ring, axis: 0 | 1, from: number, to: number): Point[] {
  const line = (c: number): [Point, Point] =>
    axis === 0
      ? [
          [c, 1e5],
          [c, -1e5],
        ]
      : [
          [-1e5, c],
          [1e5, c],
        ];
  const [a, b] = line(from);
  const [c, d] = line(to);
  return clipLeft(clipLeft(ring, a, b), d, c);
}

export function isInside([x, y]: Point, ring: Ring): boolean {
  let inside = false;
  ring.forEach((a, i) => {
    const b = at(ring, i + 1);
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  });
  return inside;
}

export const segmentsCross = (a: Point, b: Point, c: Point, d: Point) =>
  turn(a, b, c) > 0 !== turn(a, b, d) > 0 && turn(c, d, a) > 0 !== turn(c, d, b) > 0;

const edgesCross = (one: Ring, other: Ring) =>
  one.some((a, i) => other.some((c, j) => segmentsCross(a, at(one, i + 1), c, at(other, j + 1))));

/** Whether `inner` lies wholly inside `outer` (both may be concave). */
export const isWithin = (inner: Ring, outer: Ring) =>
  inner.every((p) => isInside(p, outer)) && !edgesCross(inner, outer);

/** Whether two rings share any ground. */
export const overlaps = (one: Ring, other: Ring) =>
  isInside(at(one, 0), other) || isInside(at(other, 0), one) || edgesCross(one, other);

/** Distance in metres from a point to the segment a–b, and how far along a–b its foot is. */
export function toSegment(p: Point, a: Point, b: Point): { away: number; along: number; side: number } {
  const length = distance(a, b);
  const t = ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / length ** 2;
  const foot = between(a, b, Math.min(1, Math.max(0, t)));
  return { away: distance(p, foot), along: t * length, side: turn(a, b, p) };
}

/** Rounds the corners of a line twice by Chaikin's cutting; its ends stay. */
export function smooth(line: readonly Point[], rounds = 2): Point[] {
  let points = [...line];
  for (let round = 0; round < rounds; round++) {
    points = points.flatMap((p, i) => {
      const q = points[i + 1];
      if (!q) return [p];
      const cut: Point[] = [between(p, q, 0.25), between(p, q, 0.75)];
      return i === 0 ? [p, ...cut] : cut;
    });
  }
  return points;
}

/** Moves a line sideways, to the left for positive `metres`. */
export function offset(line: readonly Point[], metres: number): Point[] {
  return line.map((p, i) => {
    const before = line[i - 1] ?? p;
    const after = line[i + 1] ?? p;
    const length = distance(before, after);
    return [p[0] - ((after[1] - before[1]) / length) * metres, p[1] + ((after[0] - before[0]) / length) * metres];
  });
}

/** Turns the plane by `degrees` about `origin`: `into` a grid's own axes and `out` again. */
export function frame(origin: Point, degrees: number): { into: (p: Point) => Point; out: (p: Point) => Point } {
  const cos = Math.cos((degrees * Math.PI) / 180);
  const sin = Math.sin((degrees * Math.PI) / 180);
  return {
    into: ([x, y]) => [(x - origin[0]) * cos + (y - origin[1]) * sin, (y - origin[1]) * cos - (x - origin[0]) * sin],
    out: ([u, v]) => [origin[0] + u * cos - v * sin, origin[1] + u * sin + v * cos],
  };
}
