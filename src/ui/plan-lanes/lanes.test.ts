import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../wrap.ts';
import { fitsBeforeEnd, type LaneItem, layOut, scaleOf, size } from './lanes.ts';

const item = (key: string, starts: string, ends: string, more: Partial<LaneItem> = {}): LaneItem => ({
  key,
  number: 1,
  name: key,
  owner: 'Architecture',
  ownerKind: 'city',
  starts,
  ends,
  isCritical: false,
  isUncertain: false,
  needs: [],
  ...more,
});

describe('the plan as lanes', () => {
  it("the reader's own lane is first and agencies outside are last", () => {
    const drawing = layOut(
      [
        item('a', '2026-12-01', '2026-12-10', { owner: 'Register', ownerKind: 'outside' }),
        item('b', '2026-12-01', '2026-12-10'),
        item('c', '2026-12-01', '2026-12-10', { owner: 'You', ownerKind: 'you' }),
      ],
      '2026-12-01',
      '2027-02-01',
    );
    expect(drawing.lanes.map((lane) => lane.owner)).toEqual(['You', 'Architecture', 'Register']);
  });

  it('two bars of one department never cover each other', () => {
    const day = fc
      .integer({ min: 0, max: 300 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 12 }), (spans) => {
        const items = spans.map((span, at) => {
          const [starts = '', ends = ''] = span.toSorted();
          return item(`i${at}`, starts, ends, { number: at });
        });
        const { bars } = layOut(items, '2026-01-01', '2026-12-31');
        for (const one of bars) {
          for (const other of bars) {
            if (one === other || one.y !== other.y) continue;
            expect(one.x + one.width <= other.x || other.x + other.width <= one.x).toBe(true);
          }
        }
      }),
    );
  });

  it('the first day stands at the left edge and the last day at the right', () => {
    const x = scaleOf('2026-01-01', '2026-12-31');
    expect([x('2026-01-01'), x('2026-12-31')]).toEqual([size.left, size.width - size.right]);
  });

  it('three years show at most twelve month names', () => {
    expect(
      layOut([item('a', '2026-01-01', '2028-12-31')], '2026-01-01', '2028-12-31').ticks.length,
    ).toBeLessThanOrEqual(12);
  });

  it('the name of a month is left out where the line of the last day would cut it', () => {
    const end = size.width - size.right;
    expect([fitsBeforeEnd(end - 60, 'июль'), fitsBeforeEnd(end - 20, 'июль')]).toEqual([true, false]);
  });

  it('a long department name is broken between words', () => {
    expect(wrap('Управление архитектуры и градостроительства', 26)).toEqual([
      'Управление архитектуры и',
      'градостроительства',
    ]);
  });
});
