/** Lays each sector's grid: blocks, the streets between them and the zones over them. */
import { city, districts, kremlin, waters } from './outline.ts';
import {
  area,
  at,
  between,
  clipLeft,
  distance,
  frame,
  isInside,
  isWithin,
  middle,
  overlaps,
  type Point,
  type Ring,
  segmentsCross,
  slice,
  toSegment,
} from './plane.ts';
import { random } from './random.ts';
import { cutByRoads, kinds, type Road, roads, type Sector, sectors, type ZoneCode } from './sectors.ts';

/** Half the road around a sector, metres. */
export const halfSeam = 16;

/** A street of a grid: `across` lines lie between rows of blocks, `along` ones between columns. */
export type Street = Readonly<{
  key: string;
  sector: Sector;
  class: 'main' | 'street';
  line: readonly Point[];
}>;

export type Block = Readonly<{
  sector: Sector;
  zone: ZoneCode;
  /** In the sector's own turned axes. */
  ring: Ring;
  /** The streets on its four sides. */
  south: string;
  north: string;
  west: string;
  east: string;
  roads: readonly Road['id'][];
}>;

export type Zone = Readonly<{
  code: ZoneCode;
  ring: Ring /** Half a metre wider, so that joined zones leave no cracks. */;
  wide: Ring;
}>;
type Grid = Readonly<{ us: readonly number[]; vs: readonly number[] }>;
type Cell = Readonly<{ column: number; row: number; ground: Ring; zone: ZoneCode; blocks: readonly Block[] }>;

/** Grid lines from `from` to `to`, about `step` apart. */
function lines(from: number, to: number, step: number, jitter: () => number): number[] {
  const result = [from - 1];
  for (let at = from + step * (0.6 + 0.4 * jitter()); at < to - step * 0.4; at += step * (0.9 + 0.2 * jitter()))
    result.push(at);
  return [...result, to + 1];
}

/** No plot nearer to water than this: embankments and beaches, metres. */
const shoreStrip = 30;
const farFrom = (p: Point, ring: Ring) => ring.every((a, i) => toSegment(p, a, at(ring, i + 1)).away > shoreStrip);
const isDry = (p: Point) => waters.every(({ outline }) => !isInside(p, outline) && farFrom(p, outline));

/** Whether a plot can lie here: in one district, away from water and from the fortress. */
export const isPlot = (ring: Ring) =>
  Object.values(districts).some(({ outline }) => isWithin(ring, outline)) &&
  !overlaps(ring, kremlin) &&
  ring.every(isDry) &&
  waters.every(({ outline }) => !overlaps(ring, outline));

/** Neighbouring cells often share a zone, as they do in zoning rules. */
function zoneChooser(sector: Sector): (column: number, row: number) => ZoneCode {
  const chance = random(`zones ${sector.code}`);
  const seen = new Map<string, ZoneCode>();
  return (column, row) => {
    const key = `${column >> 1}:${row >> 1}`;
    const shared = seen.get(key) ?? chance.pick<ZoneCode>(kinds[sector.kind].zones);
    seen.set(key, shared === 'Р2' ? chance.pick<ZoneCode>(kinds[sector.kind].zones) : shared);
    return shared;
  };
}

/** Whether water lies between two points. */
const isAcross = (a: Point, b: Point) =>
  waters.some(
    ({ outline }) => isInside(b, outline) || outline.some((c, i) => segmentsCross(a, b, c, at(outline, i + 1))),
  );

/** Whether a cell belongs to the town: on its side of the water; its edge swings about the sector's radius, as towns grow. */
function isTown(sector: Sector): (centre: Point) => boolean {
  const chance = random(`edge ${sector.code}`);
  const { out } = frame(sector.origin, sector.angle);
  const waves = [2, 3, 5].map((count) => ({ count, phase: chance.within(0, 6.28) }));
  return ([u, v]) => {
    const swing = waves.reduce((sum, { count, phase }) => sum + Math.sin(count * Math.atan2(v, u) + phase), 0);
    return Math.hypot(u, v) < sector.radius * (1 + swing * 0.07) && !isAcross(sector.origin, out([u, v]));
  };
}

function cellsOf(sector: Sector): { cells: Cell[]; grid: Grid } {
  const { into, out } = frame(sector.origin, sector.angle);
  const chance = random(`grid ${sector.code}`);
  const turned = sector.outline.map(into);
  const [us, vs] = ([0, 1] as const).map((axis) => {
    const values = turned.map((p) => p[axis]);
    return lines(Math.min(...values), Math.max(...values), sector.cell[axis], chance.next);
  }) as [number[], number[]];
  const inner = turned.reduce<Ring>((ring, p, i) => clipLeft(ring, p, at(turned, i + 1), halfSeam), turned);
  const zoneOf = zoneChooser(sector);
  const isInTown = isTown(sector);
  const half = kinds[sector.kind].street / 2;
  const cells: Cell[] = [];
  for (let row = 0; row < vs.length - 1; row++) {
    for (let column = 0; column < us.length - 1; column++) {
      const [u0, u1, v0, v1] = [at(us, column), at(us, column + 1), at(vs, row), at(vs, row + 1)];
      const ground = slice(slice(turned, 0, u0, u1), 1, v0, v1);
      if (
        ground.length < 3 ||
        area(ground) < 50 ||
        !isInTown(middle(ground)) ||
        !isWithin(ground.map(out), city.outline)
      )
        continue;
      const zone = zoneOf(column, row);
      const block = slice(slice(inner, 0, u0 + half, u1 - half), 1, v0 + half, v1 - half);
      const sides = {
        south: `${sector.code}-r${row}`,
        north: `${sector.code}-r${row + 1}`,
        west: `${sector.code}-c${column}`,
        east: `${sector.code}-c${column + 1}`,
      };
      const isLarge = block.length > 2 && area(block) > sector.cell[0] * sector.cell[1] * 0.12;
      const pieces = isLarge && isDry(out(middle(block))) ? cutByRoads(block.map(out)) : [];
      cells.push({
        column,
        row,
        ground,
        zone,
        blocks: pieces.map((piece) => ({ sector, zone, ring: piece.ring.map(into), roads: piece.roads, ...sides })),
      });
    }
  }
  return { cells, grid: { us, vs } };
}

/** A straight street without its ends in water; undefined if nothing is left. */
function trimToShore(line: readonly Point[]): Point[] | undefined {
  const steps = Math.ceil(distance(at(line, 0), at(line, 1)) / 20);
  const points = Array.from({ length: steps + 1 }, (_, i) => between(at(line, 0), at(line, 1), i / steps));
  const [first, last] = [points.findIndex(isDry), points.findLastIndex(isDry)];
  return last - first > 2 ? [at(points, first), at(points, last)] : undefined;
}

/** Pieces of grid lines that have a block on at least one side, joined where they touch. */
function gridStreets(sector: Sector, cells: readonly Cell[], { us, vs }: Grid): Street[] {
  const { into, out } = frame(sector.origin, sector.angle);
  const turned = sector.outline.map(into);
  const built = new Set(cells.filter((cell) => cell.blocks.length > 0).map((cell) => `${cell.column}:${cell.row}`));
  const runs = (axis: 0 | 1): Street[] => {
    const [own, other] = axis === 1 ? [vs, us] : [us, vs];
    return own.slice(1, -1).flatMap((position, index): Street[] => {
      const isBuilt = (i: number) => [index, index + 1].some((j) => built.has(axis === 1 ? `${i}:${j}` : `${j}:${i}`));
      const spans: [number, number][] = [];
      other.slice(0, -1).forEach((_, i) => {
        if (!isBuilt(i)) return;
        const last = spans.at(-1);
        if (last && last[1] === i) last[1] = i + 1;
        else spans.push([i, i + 1]);
      });
      const longest = spans.sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
      if (!longest) return [];
      const reach = slice(turned, axis, position - 0.5, position + 0.5).map((p) => p[axis === 1 ? 0 : 1]);
      const [from, to] = [
        Math.max(at(other, longest[0]), Math.min(...reach)),
        Math.min(at(other, longest[1]), Math.max(...reach)),
      ];
      if (to - from < 60) return [];
      const line: Point[] =
        axis === 1
          ? [
              [from, position],
              [to, position],
            ]
          : [
              [position, from],
              [position, to],
            ];
      const dry = trimToShore(line.map(out));
      return dry
        ? [{ key: `${sector.code}-${axis === 1 ? 'r' : 'c'}${index + 1}`, sector, class: 'street', line: dry }]
        : [];
    });
  };
  return [...runs(1), ...runs(0)];
}

/** Roads on the seam of two sectors, where blocks stand near; each seam is drawn by the sector with the lower code. */
function seamStreets(blocks: readonly Block[]): Street[] {
  const middles = blocks.map((block) => frame(block.sector.origin, block.sector.angle).out(middle(block.ring)));
  const isStreet = (p: Point) =>
    isInside(p, city.outline) && isDry(p) && !isInside(p, kremlin) && middles.some((m) => distance(p, m) < 330);
  const drawn: Street[] = [];
  for (const sector of sectors) {
    sector.seams.forEach(([a, b], index) => {
      const steps = Math.ceil(distance(a, b) / 40);
      let run: Point[] = [];
      const finish = () => {
        const [first, last] = [run[0], run.at(-1)];
        const isDrawn =
          first &&
          drawn.some(
            (s) =>
              s.sector !== sector &&
              s.line.some((p) => distance(p, first) < 80 || distance(p, at(run, -1)) < 80) &&
              isSame(s.line, run),
          );
        if (first && last && distance(first, last) > 160 && !isDrawn)
          drawn.push({ key: `${sector.code}-s${index}-${drawn.length}`, sector, class: 'main', line: [first, last] });
        run = [];
      };
      for (let i = 0; i <= steps; i++) {
        const p = between(a, b, i / steps);
        if (isStreet(p)) run.push(p);
        else finish();
      }
      finish();
    });
  }
  return drawn;
}

const isSame = (line: readonly Point[], run: readonly Point[]) =>
  distance(middle(line), middle([at(run, 0), at(run, -1)])) < Math.max(120, distance(at(line, 0), at(line, -1)) / 3);

/** Neighbouring cells of one zone in a row become one outline; ground without blocks is recreation. */
function zonesOf(sector: Sector, cells: readonly Cell[], { us, vs }: Grid): Zone[] {
  const { into, out } = frame(sector.origin, sector.angle);
  const turned = sector.outline.map(into);
  const codeOf = (cell: Cell): ZoneCode =>
    cell.blocks.length > 0 ? cell.zone : overlaps(cell.ground.map(out), kremlin) ? 'ОЖ' : 'Р2';
  const runs: { code: ZoneCode; row: number; from: number; to: number }[] = [];
  for (const cell of cells) {
    const code = codeOf(cell);
    const last = runs.at(-1);
    if (last && last.row === cell.row && last.code === code && last.to === cell.column) last.to = cell.column + 1;
    else runs.push({ code, row: cell.row, from: cell.column, to: cell.column + 1 });
  }
  return runs.map(({ code, row, from, to }) => {
    const strip = (more: number) =>
      slice(slice(turned, 0, at(us, from) - more, at(us, to) + more), 1, at(vs, row) - more, at(vs, row + 1) + more);
    return { code, ring: strip(0).map(out), wide: strip(0.5).map(out) };
  });
}

export function layFabric(): { blocks: Block[]; streets: Street[]; zones: Zone[] } {
  const laid = sectors.map((sector) => ({ sector, ...cellsOf(sector) }));
  const blocks = laid.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks));
  return {
    blocks,
    streets: [...laid.flatMap(({ sector, cells, grid }) => gridStreets(sector, cells, grid)), ...seamStreets(blocks)],
    zones: laid.flatMap(({ sector, cells, grid }) => zonesOf(sector, cells, grid)),
  };
}

export const roadStreets = roads.map((road) => ({ key: `road-${road.id}`, line: road.line }));
