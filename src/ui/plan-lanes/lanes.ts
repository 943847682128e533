import { wrap } from '../wrap.ts';

/** A bar of the plan as the drawing needs it. Dates are ISO; `needs` are keys of bars that must end before this one. */
export type LaneItem = Readonly<{
  key: string;
  number: number;
  name: string;
  owner: string;
  ownerKind: 'you' | 'city' | 'outside';
  starts: string;
  ends: string;
  isCritical: boolean;
  /** An officer will check whether it is needed at all. */
  isUncertain: boolean;
  isDone?: boolean;
  needs: readonly string[];
}>;

/** `label`: where the name is written; `none` when there is no room (the number leads to the list). */
export type Bar = Readonly<{ item: LaneItem; x: number; y: number; width: number; label: 'inside' | 'after' | 'none' }>;
export type Lane = Readonly<{
  owner: string;
  kind: LaneItem['ownerKind'];
  lines: readonly string[];
  y: number;
  height: number;
}>;
export type Drawing = Readonly<{
  lanes: readonly Lane[];
  bars: readonly Bar[];
  ticks: readonly Tick[];
  width: number;
  height: number;
}>;
export type Tick = Readonly<{ x: number; year: number; month: number }>;

/** Sizes in the drawing's own units; at full width one unit is one pixel. */
export const size = { width: 1056, left: 208, right: 24, top: 46, row: 34, bar: 22, letter: 7.1, lanePad: 7 } as const;

const dayNumber = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000;

/** Places days on the horizontal axis between `from` and `to`. */
export function scaleOf(from: string, to: string): (iso: string) => number {
  const first = dayNumber(from);
  const span = Math.max(1, dayNumber(to) - first);
  return (iso) => size.left + ((dayNumber(iso) - first) / span) * (size.width - size.left - size.right);
}

const laneOrder = { you: 0, city: 1, outside: 2 } as const;

/** A plan as lanes of bars: the reader's own lane first, then departments, then agencies outside. */
export function layOut(items: readonly LaneItem[], from: string, to: string): Drawing {
  const x = scaleOf(from, to);
  const owners = [...new Map(items.map((item) => [item.owner, item.ownerKind])).entries()];
  owners.sort((a, b) => laneOrder[a[1]] - laneOrder[b[1]]);
  const bars: Bar[] = [];
  const lanes: Lane[] = [];
  let y: number = size.top;
  for (const [owner, kind] of owners) {
    const placed = placeBars(
      items.filter((item) => item.owner === owner),
      x,
      y,
    );
    const lines = wrap(owner, 26);
    const rows = 1 + Math.max(0, ...placed.map((bar) => Math.round((bar.y - y - size.lanePad) / size.row)));
    const height = Math.max(rows * size.row, lines.length * 17 + 4) + 2 * size.lanePad;
    bars.push(...placed);
    lanes.push({ owner, kind, lines, y, height });
    y += height;
  }
  return { lanes, bars, ticks: ticksBetween(from, to, x), width: size.width, height: y + 8 };
}

/** Bars that would touch go under each other; a name is written only where there is room for it. */
function placeBars(items: readonly LaneItem[], x: (iso: string) => number, top: number): Bar[] {
  const rowEnds: number[] = [];
  const sorted = items.toSorted((a, b) => a.starts.localeCompare(b.starts) || a.number - b.number);
  return sorted.map((item) => {
    const start = Math.min(x(item.starts), size.width - size.right - size.bar);
    const width = Math.max(size.bar, x(item.ends) - start);
    const textWidth = item.name.length * size.letter + 12;
    const label = textWidth + size.bar < width ? 'inside' : start + width + textWidth < size.width ? 'after' : 'none';
    const end = start + width + (label === 'after' ? textWidth : 0) + 6;
    const free = rowEnds.findIndex((rowEnd) => rowEnd <= start);
    const row = free < 0 ? rowEnds.length : free;
    rowEnds[row] = end;
    return { item, x: start, y: top + size.lanePad + row * size.row, width, label };
  });
}

/** First days of months, thinned so that their names never touch. */
function ticksBetween(from: string, to: string, x: (iso: string) => number): Tick[] {
  const months: Tick[] = [];
  let [year = 0, month = 0] = from.split('-').map(Number);
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const iso = `${year}-${String(month).padStart(2, '0')}-01`;
    if (iso > to) break;
    months.push({ x: x(iso), year, month });
  }
  const step = [1, 2, 3, 6, 12].find((every) => months.length / every <= 12) ?? 12;
  return months.filter((tick) => (tick.month - 1) % step === 0);
}

/** Whether a word that begins at `x` ends before the plan's last day, whose line would cut it. */
export const fitsBeforeEnd = (x: number, word: string): boolean =>
  x + (word.length + 1) * size.letter < size.width - size.right;

export type Link = Readonly<{ from: Bar; to: Bar; isStrong: boolean }>;

/** What waits for what. Strong: the link by which a critical bar's start is decided, that is the last of its critical needs. */
export function linksOf(bars: readonly Bar[]): Link[] {
  const byKey = new Map(bars.map((bar) => [bar.item.key, bar]));
  const links = bars.flatMap((to) => {
    const needs = to.item.needs.flatMap((key) => byKey.get(key) ?? []);
    const deciding = needs
      .filter(({ item }) => item.isCritical)
      .toSorted((a, b) => b.item.ends.localeCompare(a.item.ends))[0];
    return needs.map((from): Link => ({ from, to, isStrong: to.item.isCritical && from === deciding }));
  });
  return links.toSorted((a, b) => Number(a.isStrong) - Number(b.isStrong));
}

/** A soft curve from the end of one bar to the start of the next; from edge to edge when one follows the other at once. */
export function curveOf({ from, to }: Pick<Link, 'from' | 'to'>): string {
  const end = from.x + from.width;
  const half = size.bar / 2;
  if (to.x - end < 28 && from.y !== to.y) {
    const down = to.y > from.y;
    const [x1, x2] = [end - 6, to.x + 6];
    const [y1, y2] = down ? [from.y + size.bar, to.y] : [from.y, to.y + size.bar];
    const middle = (y1 + y2) / 2;
    return `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`;
  }
  const bend = Math.max(10, (to.x - end) / 2);
  return `M${end} ${from.y + half}C${end + bend} ${from.y + half} ${to.x - bend} ${to.y + half} ${to.x} ${to.y + half}`;
}
