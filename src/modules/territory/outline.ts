import { Polygon, type Position } from '#kernel/geometry.ts';
import { type FieldError, failed, ok, type Result } from '#kernel/result.ts';

/** Limits of a drawn outline: less is a slip of the hand, more is no place of one application. */
export const outlineLimits = { smallest: 1, largest: 5_000_000, corners: 500 } as const;

/** West, south, east and north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

const problem = (code: string, params?: FieldError['params']): Result<never> =>
  failed([{ field: 'place.outline', code: `territory/${code}`, ...(params ? { params } : {}) }]);

/**
 * Reads an outline as a form sends it: GeoJSON (object or text) from the map, or corners typed as a list, "55.79 49.12;
 * 55.80 49.12; …", with latitude or longitude first: the order that lies within `city` is taken. A decimal comma is
 * understood when corners are separated by semicolons or lines and numbers by spaces.
 * Promises a closed ring without repeated corners, counter-clockwise (RFC 7946, section 3.1.6), six decimals.
 * Errors, all of field `place.outline`: unreadable, has-holes, too-few-corners, too-many-corners, crosses-itself,
 * too-small, too-large. Whether it lies in the city is for the caller to ask.
 */
export function readOutline(input: unknown, city: Bounds): Result<Polygon> {
  const shape = typeof input === 'string' ? fromText(input, city) : input;
  const parsed = Polygon.safeParse(shape);
  if (!parsed.success) return problem('outline-unreadable');
  const [outer = [], ...holes] = parsed.data.coordinates;
  if (holes.length > 0) return problem('outline-has-holes');
  const corners = withoutRepeats(outer.map(([lon, lat]) => [sixDecimals(lon), sixDecimals(lat)]));
  if (corners.length < 3) return problem('outline-too-few-corners');
  if (corners.length > outlineLimits.corners)
    return problem('outline-too-many-corners', { limit: outlineLimits.corners });
  if (crossesItself(corners)) return problem('outline-crosses-itself');
  const area = signedArea(corners);
  if (Math.abs(area) < outlineLimits.smallest) return problem('outline-too-small', { limit: outlineLimits.smallest });
  if (Math.abs(area) > outlineLimits.largest)
    return problem('outline-too-large', { limit: outlineLimits.largest / 10_000 });
  const ring = area > 0 ? corners : corners.toReversed();
  return ok({ type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] });
}

const sixDecimals = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

function fromText(text: string, city: Bounds): unknown {
  if (text.trim().startsWith('{')) {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  }
  const corners = text
    .split(/[;\n]+/)
    .map((corner) => corner.trim())
    .filter(Boolean);
  const pairs = corners.map((corner) => numbersOf(corner));
  if (pairs.length < 3 || pairs.some((pair) => pair.length !== 2)) return undefined;
  const asGiven = pairs as [number, number][];
  const turned = asGiven.map(([a, b]): [number, number] => [b, a]);
  const ring = asGiven.every((corner) => isWithin(corner, city)) ? asGiven : turned;
  return { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
}

const numbersOf = (corner: string): number[] => {
  const parts = /\d[,]\d+\s+\d/.test(corner)
    ? corner.replace(/(\d),(\d)/g, '$1.$2').split(/\s+/)
    : corner.split(/[\s,]+/);
  const numbers = parts.filter(Boolean).map(Number);
  return numbers.every(Number.isFinite) ? numbers : [];
};

const isWithin = ([lon, lat]: readonly [number, number], [west, south, east, north]: Bounds) =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** The ring without its closing corner and without corners that stand twice in a row. */
function withoutRepeats(ring: readonly Position[]): Position[] {
  const corners = ring.filter((corner, i) => i === 0 || !isSame(corner, ring[i - 1] ?? corner));
  const [first, last] = [corners[0], corners.at(-1)];
  return first && last && corners.length > 1 && isSame(first, last) ? corners.slice(0, -1) : corners;
}

const isSame = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

/** Twice the signed area of a triangle in square degrees: positive if c lies left of a → b. */
const turn = (a: Position, b: Position, c: Position) => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

const isBetween = (a: Position, b: Position, p: Position) =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1]);

/** Whether two sides meet, also if they only touch or lie on one another. */
function sidesMeet(a: Position, b: Position, c: Position, d: Position): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (
    (abc === 0 && isBetween(a, b, c)) ||
    (abd === 0 && isBetween(a, b, d)) ||
    (cda === 0 && isBetween(c, d, a)) ||
    (cdb === 0 && isBetween(c, d, b))
  );
}

/** Whether any two sides of the ring meet elsewhere than at their common corner, or a side runs back along the last. */
function crossesItself(corners: readonly Position[]): boolean {
  const sides = corners.map((a, i): [Position, Position] => [a, corners[(i + 1) % corners.length] ?? a]);
  return sides.some(([a, b], i) => {
    const [, next] = sides[(i + 1) % sides.length] ?? [a, a];
    const runsBack = turn(a, b, next) === 0 && (next[0] - b[0]) * (b[0] - a[0]) + (next[1] - b[1]) * (b[1] - a[1]) < 0;
    return (
      runsBack || sides.some(([c, d], j) => j > i + 1 && !(i === 0 && j === sides.length - 1) && sidesMeet(a, b, c, d))
    );
  });
}

/** Square metres, positive if counter-clockwise; on a plane that fits the ring to better than 1 %. */
function signedArea(corners: readonly Position[]): number {
  const [originLon, originLat] = corners[0] ?? [0, 0];
  const perDegree = 111_320;
  const narrowing = Math.cos((originLat * Math.PI) / 180);
  const flat = corners.map(
    ([lon, lat]) => [(lon - originLon) * perDegree * narrowing, (lat - originLat) * perDegree] as const,
  );
  return flat.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = flat[(i + 1) % flat.length] ?? [0, 0];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}
