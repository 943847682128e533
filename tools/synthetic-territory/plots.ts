/** Divides blocks into parcels with numbers, addresses, uses and buildings. */
import type { Block, Street } from './fabric.ts';
import { halfSeam, isPlot } from './fabric.ts';
import { area, at, clipLeft, distance, frame, middle, type Point, type Ring, slice, toSegment } from './plane.ts';
import { type Random, random } from './random.ts';
import { halfRoad, kinds, quarterPrefix, roads, type ZoneCode } from './sectors.ts';

export type Use =
  | 'housing'
  | 'house'
  | 'office'
  | 'trade'
  | 'school'
  | 'culture'
  | 'production'
  | 'storage'
  | 'park'
  | 'vacant';
export type Tenure = 'private' | 'municipal' | 'state';
export type Parcel = {
  cadastralNumber: string;
  ring: Ring;
  zone: ZoneCode;
  use: Use;
  tenure: Tenure;
  /** Key of the street the plot fronts; the house number is given once the street is complete. */
  street: string;
  house: string;
  /** The block's turned axes, for buildings. */
  axes: { origin: Point; angle: number };
};

const uses: Readonly<Record<ZoneCode, Partial<Record<Use, number>>>> = {
  ОЖ: { housing: 46, office: 22, trade: 16, culture: 4, school: 5, vacant: 4 },
  Д2: { office: 58, trade: 24, culture: 6, storage: 3, vacant: 5 },
  Ж4: { housing: 76, school: 10, trade: 8, vacant: 4 },
  Ж2: { house: 93, vacant: 4 },
  П1: { production: 58, storage: 32, vacant: 7 },
  Р2: { park: 100 },
};
const tenures: Readonly<Record<Use, Partial<Record<Tenure, number>>>> = {
  housing: { private: 90, municipal: 10 },
  house: { private: 100 },
  office: { private: 82, municipal: 10, state: 8 },
  trade: { private: 100 },
  school: { municipal: 95, state: 5 },
  culture: { municipal: 70, state: 30 },
  production: { private: 94, state: 6 },
  storage: { private: 100 },
  park: { municipal: 100 },
  // About a third of the empty plots belong to somebody already.
  vacant: { municipal: 66, private: 34 },
};

/** Positions of the side borders of the plots in a row, from `from` to `to`. */
function cuts(from: number, to: number, width: number, chance: Random): number[] {
  const result = [from];
  let next = from + width * chance.within(0.75, 1.3);
  while (next < to - width * 0.55) {
    result.push(next);
    next += width * chance.within(0.75, 1.3);
  }
  return [...result, to];
}

const span = (ring: Ring, axis: 0 | 1): [number, number] => {
  const values = ring.map((p) => p[axis]);
  return [Math.min(...values), Math.max(...values)];
};

/** The rings of a block's plots in turned axes: two rows back to back, or one in a thin block. */
function divide(
  block: Block,
  chance: Random,
): { ring: Ring; row: 'south' | 'north' | 'both'; edge?: 'west' | 'east' }[] {
  const kind = kinds[block.sector.kind];
  const [bottom, top] = span(block.ring, 1);
  if (block.zone === 'Р2') return [{ ring: block.ring, row: 'both' }];
  const isThin = top - bottom < block.sector.cell[1] * 0.45;
  const halfway = bottom + (top - bottom) * chance.within(0.46, 0.54);
  const rows = isThin
    ? [{ strip: block.ring, row: 'both' as const }]
    : [
        { strip: slice(block.ring, 1, bottom - 1, halfway), row: 'south' as const },
        { strip: slice(block.ring, 1, halfway, top + 1), row: 'north' as const },
      ];
  return rows.flatMap(({ strip, row }) => {
    if (strip.length < 3 || area(strip) < 350) return [];
    const [left, right] = span(strip, 0);
    const lines = cuts(left, right, kind.plotWidth, chance);
    return lines.slice(1).flatMap((to, i) => {
      const ring = slice(strip, 0, at(lines, i), to);
      if (ring.length < 3 || area(ring) < kind.plotWidth * 8) return [];
      const edge = i === 0 ? ('west' as const) : i === lines.length - 2 ? ('east' as const) : undefined;
      return [{ ring, row, ...(edge ? { edge } : {}) }];
    });
  });
}

/** Adds to every ring the corners of its neighbours that lie on its edges, so that neighbours share borders exactly. */
function shareCorners(rings: readonly Ring[]): Ring[] {
  const corners = rings.flat();
  return rings.map((ring) =>
    ring.flatMap((p, i) => {
      const q = at(ring, i + 1);
      const between = corners
        .map((corner) => ({ corner, ...toSegment(corner, p, q) }))
        .filter(({ corner, away }) => away < 0.02 && distance(corner, p) > 0.3 && distance(corner, q) > 0.3)
        .sort((a, b) => a.along - b.along)
        .filter(({ along }, j, all) => j === 0 || along - (all[j - 1]?.along ?? 0) > 0.3);
      return [p, ...between.map(({ corner }) => corner)];
    }),
  );
}

/** Corners nearer than 0.4 m would round to the same degree: the later one goes. */
const tidy = (ring: Ring): Ring => ring.filter((p, i) => distance(p, at(ring, i + 1)) > 0.4);

/** The street a plot fronts: a long road or a seam that it touches, its row's street, sometimes the one at the block's end. */
function frontage(
  ring: Ring,
  found: { row: string; edge?: 'west' | 'east' },
  block: Block,
  chance: Random,
  seams: readonly Street[],
): string[] {
  const touches = (line: readonly Point[], half: number) =>
    line.slice(1).some((b, i) => ring.filter((p) => toSegment(p, at(line, i), b).away < half + 2).length > 1);
  const road = roads.find(({ id, line }) => block.roads.includes(id) && touches(line, halfRoad));
  if (road && chance.isLikely(0.85)) return [`road-${road.id}`];
  const seam = seams.find((street) => touches(street.line, halfSeam));
  if (seam && chance.isLikely(0.7)) return [seam.key];
  const side = found.edge && chance.isLikely(0.35) ? [block[found.edge]] : [];
  const rows = found.row === 'north' ? [block.north, block.south] : [block.south, block.north];
  return [...side, ...rows, block.west, block.east];
}

/** Blocks a cadastral quarter holds. */
const quarterBlocks = { centre: 3, urban: 2, microdistrict: 2, industry: 2, houses: 2 } as const;

export function layPlots(blocks: readonly Block[], streets: readonly Street[]): Parcel[] {
  const known = new Set(streets.map(({ key }) => key));
  const counters = new Map<string, { blocks: number; parcels: number }>();
  return blocks.flatMap((block) => {
    const { sector } = block;
    const chance = random(`plots ${sector.code} ${block.south} ${block.west} ${area(block.ring).toFixed(0)}`);
    const { out } = frame(sector.origin, sector.angle);
    const seams = streets.filter((s) => s.class === 'main');
    const counted = counters.get(sector.code) ?? { blocks: 0, parcels: 0 };
    counters.set(sector.code, counted);
    if (counted.blocks % quarterBlocks[sector.kind] === 0) counted.parcels = 0;
    const quarter = Math.floor(counted.blocks++ / quarterBlocks[sector.kind]) + 1;
    const divided = divide(block, chance);
    const rings = shareCorners(divided.map(({ ring }) => ring)).map(tidy);
    return divided.flatMap((found, i): Parcel[] => {
      // Some ground between plots belongs to nobody's plot: passages, yards, squares.
      if (block.zone !== 'Р2' && chance.isLikely(0.03)) return [];
      const ring = at(rings, i).map(out);
      if (!isPlot(ring)) return [];
      const use = chance.pick<Use>(uses[block.zone]);
      const street = frontage(ring, found, block, chance, seams).find(
        (key) => known.has(key) || key.startsWith('road-'),
      );
      return [
        {
          cadastralNumber: `16:50:${quarterPrefix[sector.district]}${sector.code}${String(quarter).padStart(2, '0')}:${++counted.parcels}`,
          ring,
          zone: block.zone,
          use,
          tenure: chance.pick<Tenure>(tenures[use]),
          street: street ?? '',
          house: '',
          axes: sector,
        },
      ];
    });
  });
}

/** Numbers the houses of each street: odd on its left, even on its right, growing along it; some get a letter. */
export function numberHouses(parcels: readonly Parcel[], lines: ReadonlyMap<string, readonly Point[]>): void {
  for (const [key, line] of lines) {
    const chance = random(`houses ${key}`);
    const placed = parcels
      .filter((parcel) => parcel.street === key)
      .map((parcel) => ({ parcel, ...alongLine(middle(parcel.ring), line) }))
      .sort((a, b) => a.along - b.along);
    const next = { left: 1, right: 2 };
    const last = { left: 0, right: 0 };
    for (const { parcel, side } of placed) {
      const where = side >= 0 ? 'left' : 'right';
      const letter = last[where] > 0 && chance.isLikely(0.05) ? 'А' : '';
      parcel.house = letter ? `${last[where]}${letter}` : String(next[where]);
      if (letter) last[where] = 0;
      else {
        last[where] = next[where];
        next[where] += 2;
      }
    }
  }
}

function alongLine(p: Point, line: readonly Point[]): { along: number; side: number } {
  let before = 0;
  let best = { away: Number.POSITIVE_INFINITY, along: 0, side: 0 };
  line.slice(1).forEach((b, i) => {
    const a = at(line, i);
    const found = toSegment(p, a, b);
    const along = before + Math.min(Math.max(0, found.along), distance(a, b));
    if (found.away < best.away) best = { away: found.away, along, side: found.side };
    before += distance(a, b);
  });
  return best;
}

const footprint: Readonly<
  Partial<Record<Use, { cover: readonly [number, number]; depth: number; floors: readonly [number, number] }>>
> = {
  housing: { cover: [0.55, 0.85], depth: 16, floors: [4, 17] },
  house: { cover: [0.35, 0.55], depth: 11, floors: [1, 2] },
  office: { cover: [0.5, 0.8], depth: 22, floors: [3, 9] },
  trade: { cover: [0.4, 0.7], depth: 28, floors: [1, 3] },
  school: { cover: [0.4, 0.6], depth: 24, floors: [2, 4] },
  culture: { cover: [0.4, 0.6], depth: 26, floors: [2, 4] },
  production: { cover: [0.5, 0.75], depth: 60, floors: [1, 3] },
  storage: { cover: [0.5, 0.75], depth: 40, floors: [1, 1] },
};

/** A rectangular building set back from the plot's borders, if the plot's use has one and it fits. */
export function buildingOn(parcel: Parcel): { ring: Ring; floors: number } | undefined {
  const shape = footprint[parcel.use];
  if (!shape) return undefined;
  const chance = random(`building ${parcel.cadastralNumber}`);
  const { into, out } = frame(parcel.axes.origin, parcel.axes.angle);
  const ground = parcel.ring.map(into);
  const inner = ground.reduce<Ring>((ring, p, i) => clipLeft(ring, p, at(ground, i + 1), 3), ground);
  if (inner.length < 3 || area(inner) < 80) return undefined;
  const [left, right] = span(inner, 0);
  const [bottom, top] = span(inner, 1);
  const width = (right - left) * chance.within(...shape.cover);
  const depth = Math.min((top - bottom) * 0.8, shape.depth * chance.within(0.85, 1.2));
  const u = left + (right - left - width) * chance.within(0.2, 0.8);
  const v = bottom + (top - bottom - depth) * chance.within(0.15, 0.85);
  const corners: Ring = [
    [u, v],
    [u + width, v],
    [u + width, v + depth],
    [u, v + depth],
  ];
  const fits = inner.reduce<Ring>((ring, p, i) => clipLeft(ring, p, at(inner, i + 1)), corners);
  const floors = Math.round(chance.within(shape.floors[0], shape.floors[1]));
  return fits.length > 2 && area(fits) > 40 ? { ring: tidy(fits).map(out), floors } : undefined;
}
