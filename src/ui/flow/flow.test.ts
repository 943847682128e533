import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, drawFlow, type FlowDrawing, type FlowLane, type FlowStep, pathOf } from './flow.ts';

const lane = (key: string, kind: FlowLane['kind'] = 'city'): FlowLane => ({ key, name: `Lane ${key}`, kind });
const step = (key: string, laneKey: string, after: readonly string[] = []): FlowStep => ({
  key,
  lane: laneKey,
  title: key,
  after,
});

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Steps that overlap another, and arrows that go through a step. */
function collisions({ steps, arrows }: FlowDrawing): string[] {
  const pairs = steps.flatMap((a, at) =>
    steps.slice(at + 1).flatMap((b) => (overlap(a, b) ? `${a.step.key} on ${b.step.key}` : [])),
  );
  const crossed = arrows.flatMap(({ from, to, points }) =>
    points.slice(1).flatMap(([x2, y2], at) => {
      const [x1, y1] = points[at] ?? [x2, y2];
      const line = { x: Math.min(x1, x2), y: Math.min(y1, y2), width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
      // A line is thin; its ends touch the steps that it joins.
      const thin = { x: line.x + 0.1, y: line.y - 0.1, width: line.width - 0.2, height: line.height + 0.2 };
      return steps.flatMap((box) => (overlap(thin, box) ? `${from} to ${to} through ${box.step.key}` : []));
    }),
  );
  return [...pairs, ...crossed];
}

/** Steps in any lanes, each after some of those before it. */
const flows = fc
  .array(
    fc.record({
      lane: fc.integer({ min: 0, max: 5 }),
      title: fc.string({ maxLength: 90 }),
      note: fc.option(fc.string({ maxLength: 40 }), { nil: undefined }),
      after: fc.array(fc.nat(), { maxLength: 4 }),
    }),
    { maxLength: 25 },
  )
  .map((drafts) =>
    drafts.map(
      ({ lane: at, title, note, after }, index): FlowStep => ({
        key: `s${index}`,
        lane: `l${at}`,
        title,
        note,
        after: index === 0 ? [] : [...new Set(after.map((n) => `s${n % index}`))],
      }),
    ),
  );
const lanes = Array.from({ length: 6 }, (_, at) => lane(`l${at}`, at === 3 ? 'applicant' : 'city'));

describe('who does what after what, drawn', () => {
  it('no two steps overlap and no arrow goes through a step, whatever the order and the names', () => {
    fc.assert(
      fc.property(flows, (steps) => {
        expect(collisions(drawFlow(lanes, steps))).toEqual([]);
      }),
    );
  });

  it('every step stands behind those it comes after, in its lane, inside the drawing', () => {
    fc.assert(
      fc.property(flows, (steps) => {
        const drawing = drawFlow(lanes, steps);
        const boxes = new Map(drawing.steps.map((box) => [box.step.key, box]));
        expect(boxes.size).toBe(steps.length);
        for (const box of boxes.values()) {
          const home = drawing.lanes.find(({ lane: { key } }) => key === box.step.lane);
          expect(box.y).toBeGreaterThan(home?.y ?? Number.POSITIVE_INFINITY);
          expect(box.y + box.height).toBeLessThan((home?.y ?? 0) + (home?.height ?? 0));
          expect(box.x + box.width).toBeLessThanOrEqual(drawing.width);
          for (const key of box.step.after) expect(boxes.get(key)?.x).toBeLessThan(box.x);
        }
      }),
    );
  });

  it('an arrow is left out where a longer way says the same, and only there', () => {
    const steps = [step('a', 'x'), step('b', 'x', ['a']), step('c', 'y', ['a', 'b']), step('d', 'y', ['a'])];
    const { arrows } = drawFlow([lane('x'), lane('y')], steps);
    expect(arrows.map(({ from, to }) => `${from}→${to}`).sort()).toEqual(['a→b', 'a→d', 'b→c']);
  });

  it("the applicant's lane is first, those outside are last, and a lane without steps is not drawn", () => {
    const drawing = drawFlow(
      [lane('o', 'outside'), lane('c'), lane('empty'), lane('a', 'applicant')],
      [step('1', 'o'), step('2', 'c'), step('3', 'a')],
    );
    expect(drawing.lanes.map((box) => box.lane.key)).toEqual(['a', 'c', 'o']);
  });

  it('steps that wait for each other in a circle are drawn all the same', () => {
    const drawing = drawFlow([lane('x')], [step('a', 'x', ['b']), step('b', 'x', ['a'])]);
    expect(drawing.steps).toHaveLength(2);
    expect(collisions(drawing)).toEqual([]);
  });

  it('an arrow is rounded where it turns', () => {
    const path = pathOf([
      [0, 0],
      [20, 0],
      [20, 40],
    ]);
    expect(path).toBe('M0 0L14 0Q20 0 20 6L20 40');
  });
});
