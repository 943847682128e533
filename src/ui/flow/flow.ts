import { wrap } from '../wrap.ts';

/** Whose work a lane is: the applicant's, a department's of the city, or somebody's outside. */
export type FlowLane = Readonly<{ key: string; name: string; kind: 'applicant' | 'city' | 'outside' }>;

/** A step as the drawing needs it. `after`: keys of the steps whose ends it needs. */
export type FlowStep = Readonly<{
  key: string;
  lane: string;
  title: string;
  /** Under the title: its term, the sign of its condition. */
  note?: string | undefined;
  /** Drawn strong: a beginning or an end. */
  isEnd?: boolean;
  /** Happens only under a condition. */
  isConditional?: boolean;
  after: readonly string[];
}>;

/** A rectangle of the drawing in its own units; at full size one unit is one pixel. */
export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;
export type StepBox = Box & Readonly<{ step: FlowStep; lines: readonly string[]; noteLines: readonly string[] }>;
export type LaneBox = Box & Readonly<{ lane: FlowLane; lines: readonly string[] }>;
export type Point = readonly [x: number, y: number];
/** The way of an arrow: upright and level lines from one step to the next. */
export type Arrow = Readonly<{ from: string; to: string; isConditional: boolean; points: readonly Point[] }>;
export type FlowDrawing = Readonly<{
  width: number;
  height: number;
  lanes: readonly LaneBox[];
  steps: readonly StepBox[];
  arrows: readonly Arrow[];
}>;

/** Sizes in the drawing's own units. */
export const flowSize = {
  left: 138,
  step: 150,
  gutter: 32,
  line: 16,
  pad: 8,
  between: 10,
  lanePad: 12,
  letter: 7.4,
} as const;

const lettersIn = (width: number) => Math.floor(width / flowSize.letter);
const laneOrder = { applicant: 0, city: 1, outside: 2 } as const;
const columnX = (column: number) => flowSize.left + column * (flowSize.step + flowSize.gutter);

/**
 * Draws who does what after what: a lane for each who works, a column for each place in the order, arrows between.
 * Pure; an arrow is left out where others say the same. No two steps overlap, and no arrow goes through a step: arrows keep to the gutters between columns and to the
 * floors of the lanes. Steps that wait for each other in a circle are drawn as if the circle were open.
 */
export function drawFlow(lanes: readonly FlowLane[], steps: readonly FlowStep[]): FlowDrawing {
  const columns = columnsOf(steps);
  const used = lanes.filter(({ key }) => steps.some(({ lane }) => lane === key));
  const ordered = used.toSorted((a, b) => laneOrder[a.kind] - laneOrder[b.kind]);
  const laneBoxes: LaneBox[] = [];
  const stepBoxes: StepBox[] = [];
  const last = Math.max(0, ...columns.values());
  const width = columnX(last) + flowSize.step + flowSize.pad;
  let y = 1;
  for (const lane of ordered) {
    const ofLane = steps.filter((step) => step.lane === lane.key);
    const boxes = stack(ofLane, columns, y + flowSize.lanePad);
    const lines = wrap(lane.name, lettersIn(flowSize.left - 14), 5);
    const bottom = Math.max(
      ...boxes.map((box) => box.y + box.height),
      y + flowSize.lanePad + lines.length * flowSize.line,
    );
    const height = bottom + 2 * flowSize.lanePad - y;
    laneBoxes.push({ lane, lines, x: 0, y, width, height });
    stepBoxes.push(...boxes);
    y += height;
  }
  return { width, height: y + 1, lanes: laneBoxes, steps: stepBoxes, arrows: arrowsOf(stepBoxes, laneBoxes, columns) };
}

/** The place of each step in the order: one behind the last of those it comes after. */
function columnsOf(steps: readonly FlowStep[]): ReadonlyMap<string, number> {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const columns = new Map<string, number>();
  const open = new Set<string>();
  const columnOf = (step: FlowStep): number => {
    const known = columns.get(step.key);
    if (known !== undefined) return known;
    open.add(step.key);
    const before = step.after.flatMap((key) => byKey.get(key) ?? []).filter(({ key }) => !open.has(key));
    const column = Math.max(-1, ...before.map(columnOf)) + 1;
    open.delete(step.key);
    columns.set(step.key, column);
    return column;
  };
  for (const step of steps) columnOf(step);
  return columns;
}

/** Steps of one lane: those of one column under each other. */
function stack(steps: readonly FlowStep[], columns: ReadonlyMap<string, number>, top: number): StepBox[] {
  const bottoms = new Map<number, number>();
  return steps.map((step) => {
    const column = columns.get(step.key) ?? 0;
    const letters = lettersIn(flowSize.step - 2 * flowSize.pad);
    const lines = wrap(step.title, letters, 5);
    const noteLines = step.note ? wrap(step.note, letters, 3) : [];
    const height = (lines.length + noteLines.length) * flowSize.line + 2 * flowSize.pad;
    const y = bottoms.get(column) ?? top;
    bottoms.set(column, y + height + flowSize.between);
    return { step, lines, noteLines, x: columnX(column), y, width: flowSize.step, height };
  });
}

function arrowsOf(
  boxes: readonly StepBox[],
  lanes: readonly LaneBox[],
  columns: ReadonlyMap<string, number>,
): readonly Arrow[] {
  const byKey = new Map(boxes.map((box) => [box.step.key, box]));
  const floors = new Map(lanes.map((box) => [box.lane.key, box.y + box.height]));
  const before = allBefore(boxes.map(({ step }) => step));
  let far = 0;
  return boxes.flatMap((to) =>
    to.step.after.flatMap((key): Arrow[] => {
      // What a longer way says already is not drawn again: arrows stay few enough to be followed.
      const isSaid = to.step.after.some((other) => other !== key && before.get(other)?.has(key));
      if (isSaid) return [];
      const from = byKey.get(key);
      const column = columns.get(key) ?? 0;
      const distance = (columns.get(to.step.key) ?? 0) - column;
      if (from === undefined || distance < 1) return [];
      // Far arrows run side by side on the floor of the lane they lead to.
      const floor = (floors.get(to.step.lane) ?? 0) - 4 - (far % 4) * 3;
      if (distance > 1) far += 1;
      const points = distance === 1 ? near(from, to) : around(from, to, floor);
      return [{ from: key, to: to.step.key, isConditional: to.step.isConditional ?? false, points }];
    }),
  );
}

/** For each step all that come before it, directly or not. */
function allBefore(steps: readonly FlowStep[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const gather = (step: FlowStep, found: Set<string>): ReadonlySet<string> => {
    for (const key of step.after) {
      const next = byKey.get(key);
      if (next === undefined || found.has(key)) continue;
      found.add(key);
      gather(next, found);
    }
    return found;
  };
  return new Map(steps.map((step) => [step.key, gather(step, new Set())]));
}

/** Where arrows meet a step: at its first line, so that an arrow between two that stand side by side is straight. */
const meeting = ({ y }: Box) => y + flowSize.line;

/** From a step to one of the next column, through the gutter between them. */
function near(from: StepBox, to: StepBox): readonly Point[] {
  const [start, end] = [from.x + from.width, to.x];
  const turn = start + flowSize.gutter / 2;
  const [y1, y2] = [meeting(from), meeting(to)];
  if (y1 === y2) return [point(start, y1), point(end, y2)];
  return [point(start, y1), point(turn, y1), point(turn, y2), point(end, y2)];
}

/** Past the columns between: down or up the gutter, along the floor of the lane, and up the next gutter. */
function around(from: StepBox, to: StepBox, floor: number): readonly Point[] {
  const [start, end] = [from.x + from.width, to.x];
  const [out, back] = [start + flowSize.gutter / 3, end - (flowSize.gutter * 2) / 3];
  return [
    point(start, meeting(from)),
    point(out, meeting(from)),
    point(out, floor),
    point(back, floor),
    point(back, meeting(to)),
    point(end, meeting(to)),
  ];
}

const point = (x: number, y: number): Point => [x, y];

/** Rounded at every turn; the last point is where the arrow's head stands. */
export function pathOf(points: readonly Point[], radius = 6): string {
  return points
    .map(([x, y], at) => {
      const [before, after] = [points[at - 1], points[at + 1]];
      if (before === undefined) return `M${x} ${y}`;
      if (after === undefined) return `L${x} ${y}`;
      const [from, to] = [towards([x, y], before, radius), towards([x, y], after, radius)];
      return `L${from[0]} ${from[1]}Q${x} ${y} ${to[0]} ${to[1]}`;
    })
    .join('');
}

/** A point on the way to `other`, at most half of it away. */
function towards([x, y]: Point, other: Point, distance: number): Point {
  const [dx, dy] = [other[0] - x, other[1] - y];
  const length = Math.abs(dx) + Math.abs(dy);
  if (length === 0) return [x, y];
  const share = Math.min(distance, length / 2) / length;
  return [x + dx * share, y + dy * share];
}
