/** Parts of the city with a street grid of their own: where, how turned, how dense, and what is built there. */
import type { DistrictId } from './outline.ts';
import { area, at, between, clipLeft, distance, fromPlan, type Point, type Ring, toSegment, turn } from './plane.ts';
import type { roadNames } from './street-names.ts';

export const kinds = {
  centre: { street: 18, rows: 2, plotWidth: 53, zones: { ОЖ: 55, Д2: 25, Ж4: 14, Р2: 6 } },
  urban: { street: 24, rows: 2, plotWidth: 96, zones: { Ж4: 48, ОЖ: 32, Д2: 14, Р2: 6 } },
  microdistrict: { street: 30, rows: 2, plotWidth: 150, zones: { Ж4: 68, ОЖ: 18, Д2: 8, Р2: 6 } },
  industry: { street: 26, rows: 2, plotWidth: 220, zones: { П1: 80, Д2: 14, Р2: 6 } },
  houses: { street: 14, rows: 2, plotWidth: 32, zones: { Ж2: 94, ОЖ: 3, Р2: 3 } },
} as const;
export type Kind = keyof typeof kinds;
export type ZoneCode = 'ОЖ' | 'Д2' | 'Ж4' | 'Ж2' | 'П1' | 'Р2';

export type Sector = Readonly<{
  /** Two digits, the middle of its quarters' numbers. */
  code: string;
  district: DistrictId;
  kind: Kind;
  origin: Point;
  /** Where the sector ends if no other sector does it first, metres; its edge is ragged. */
  radius: number;
  /** How far the grid is turned from east, degrees counter-clockwise. */
  angle: number;
  /** A block with its half streets, metres. */
  cell: readonly [width: number, height: number];
  /** Ground of the sector up to the middle of the roads around it. */
  outline: Ring;
  /** The edges it shares with another sector. */
  seams: readonly (readonly [Point, Point])[];
}>;

const districtOf = (code: string): DistrictId =>
  at(
    ['vakhitovsky', 'privolzhsky', 'sovetsky', 'novo-savinovsky', 'moskovsky', 'aviastroitelny', 'kirovsky'] as const,
    Number(code[0]) - 1,
  );

/** First digits of a cadastral quarter, by district. Synthetic: which digits belong to which district is not published. */
export const quarterPrefix: Readonly<Record<DistrictId, string>> = {
  vakhitovsky: '01',
  privolzhsky: '03',
  sovetsky: '05',
  'novo-savinovsky': '07',
  moskovsky: '09',
  kirovsky: '10',
  aviastroitelny: '14',
};

type Seed = readonly [
  code: string,
  x: number,
  y: number,
  radius: number,
  kind: Kind,
  angle: number,
  width: number,
  height: number,
];

/** Place on the plan and radius in metres: a sector is the ground nearer to its seed than to any other, about as far. */
const seeds: readonly Seed[] = [
  ['11', -0.6, 0.4, 1500, 'centre', -38, 210, 150],
  ['12', 1.6, 0.8, 1500, 'urban', -12, 270, 230],
  ['13', -1.5, -1.5, 1300, 'urban', 8, 260, 220],
  ['14', 1.9, -1, 1300, 'urban', -30, 270, 230],
  ['21', -0.5, -4.2, 1500, 'urban', -14, 320, 270],
  ['22', 5.2, -4.6, 1650, 'microdistrict', -22, 430, 350],
  ['23', 0.6, -7.6, 1400, 'industry', -12, 490, 400],
  ['24', 4.8, -9.4, 430, 'houses', 16, 214, 104],
  ['31', 4.5, 0.2, 1500, 'microdistrict', 14, 420, 340],
  ['32', 7.8, -0.8, 1500, 'microdistrict', -6, 440, 350],
  ['33', 6.6, 3.2, 1400, 'industry', 28, 470, 390],
  ['34', 11.2, 2.2, 430, 'houses', 9, 218, 106],
  ['35', 9.8, 6.2, 360, 'houses', 24, 210, 102],
  ['41', 0.7, 3.9, 1500, 'microdistrict', 6, 420, 340],
  ['42', 3.2, 4.2, 1400, 'microdistrict', -16, 410, 330],
  ['51', -2.3, 4.2, 1500, 'urban', 22, 330, 280],
  ['52', -2.9, 7, 1200, 'industry', 30, 480, 390],
  ['61', 1.3, 7.4, 1500, 'urban', 10, 340, 290],
  ['62', 4.5, 7.8, 1450, 'industry', 12, 540, 430],
  ['63', 1.8, 11, 420, 'houses', -20, 212, 104],
  ['71', -4.7, 3.4, 1400, 'urban', -24, 320, 270],
  ['72', -8.4, 5.5, 1250, 'industry', -20, 490, 390],
  ['73', -12.1, 6, 440, 'houses', -14, 216, 106],
];

const octagon = ([x, y]: Point, radius: number): Ring =>
  Array.from({ length: 8 }, (_, i): Point => {
    const angle = ((i + 0.5) * Math.PI) / 4;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });

const place = (seed: Seed): Point => at(fromPlan(`${seed[1]} ${seed[2]}`), 0);

function sectorOf(seed: Seed): Sector {
  const origin = place(seed);
  const bisectors = seeds
    .filter((other) => other !== seed)
    .map((other): [Point, Point] => {
      const middle = between(origin, place(other), 0.5);
      const [dx, dy] = [place(other)[0] - origin[0], place(other)[1] - origin[1]];
      return [middle, [middle[0] - dy, middle[1] + dx]];
    });
  const outline = bisectors.reduce<Ring>((ring, [a, b]) => clipLeft(ring, a, b), octagon(origin, seed[3] * 1.3));
  const isSeam = (p: Point, q: Point) =>
    bisectors.some(([a, b]) => {
      const far = between(a, b, 50);
      const near = between(a, b, -50);
      return toSegment(p, near, far).away < 0.01 && toSegment(q, near, far).away < 0.01;
    });
  const edges = outline.map((p, i) => [p, at(outline, i + 1)] as const);
  return {
    code: seed[0],
    district: districtOf(seed[0]),
    kind: seed[4],
    origin,
    radius: seed[3],
    angle: seed[5],
    cell: [seed[6], seed[7]],
    outline,
    seams: edges.filter(([p, q]) => distance(p, q) > 50 && isSeam(p, q)),
  };
}

export const sectors: readonly Sector[] = seeds.map(sectorOf);

export type Road = Readonly<{ id: keyof typeof roadNames; line: readonly Point[] }>;

/** Half of the strip that a long road takes out of the blocks, metres. */
export const halfRoad = 19;

const road = (id: Road['id'], plan: string): Road => ({ id, line: fromPlan(plan) });

/** Long roads; they cut the blocks they cross and bridge the river. */
export const roads: readonly Road[] = [
  road('yamashev', '-2.6 3.1, 0.2 3.5, 2.6 4.5, 4.7 5'),
  road('vishnevsky', '0.4 3.5, 0.2 1.7, 1 0.5, 1.9 -0.6, 2.7 -2.1'),
  road('victory', '5.6 -6.9, 6 -2.6, 6.3 0.6, 5.5 2.6, 4.2 3.4, 3.3 4.7'),
  road('orenburg', '-0.7 -1.4, -0.2 -3.6, 0.9 -5.6, 2.5 -8.2, 3.4 -13.2'),
  road('siberian', '2.1 0.2, 4.8 1.7, 7.4 3.2, 11.4 4.9, 14.5 5.2'),
  road('mamadysh', '2.6 -1.2, 6.1 -1.1, 9.2 -1.3, 13 -0.8'),
  road('gorky', '-2.6 3.1, -4.4 3, -6.4 4.2, -10 5.4, -14.8 6.1'),
  road('dekabristov', '-1.3 1.2, -1.4 2.2, -1.2 4, -0.3 6.1, 0.6 8.9, 1.2 13'),
];

/**
 * The pieces of a block that roads leave. A road's bend cuts along both of its arms, so corners of the block fall to
 * the road: greens, in a real city.
 */
export function cutByRoads(block: Ring): { ring: Ring; roads: Road['id'][] }[] {
  let pieces: { ring: Ring; roads: Road['id'][] }[] = [{ ring: block, roads: [] }];
  for (const { id, line } of roads) {
    line.slice(1).forEach((b, i) => {
      const a = at(line, i);
      pieces = pieces.flatMap((piece) => {
        if (metresNear(a, b, piece.ring, halfRoad) === 0) return [piece];
        return [clipLeft(piece.ring, a, b, halfRoad), clipLeft(piece.ring, b, a, halfRoad)]
          .filter((ring) => ring.length > 2 && area(ring) > 1200)
          .map((ring) => ({ ring, roads: [...new Set([...piece.roads, id])] }));
      });
    });
  }
  return pieces;
}

/** Metres of the segment a–b that lie inside a convex ring or at most `margin` metres outside of it. */
export function metresNear(a: Point, b: Point, ring: Ring, margin: number): number {
  let [from, to] = [0, 1];
  for (const [i, p] of ring.entries()) {
    const q = at(ring, i + 1);
    const side = (x: Point) => turn(p, q, x) / distance(p, q) + margin;
    const [sa, sb] = [side(a), side(b)];
    if (sa < 0 && sb < 0) return 0;
    if (sa < 0) from = Math.max(from, sa / (sa - sb));
    if (sb < 0) to = Math.min(to, sa / (sa - sb));
  }
  return Math.max(0, to - from) * distance(a, b);
}
