import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildHouse, housePack } from './house-pack.fixture.ts';
import { plan } from './plan.ts';
import { type ItemProgress, replan, shorteningsOf } from './replan.ts';

const date = (iso: string) => Temporal.PlainDate.from(iso);
const before = plan(housePack, {
  situation: buildHouse,
  triage: { land: 'none', storm: 'yes', drawn: 'no' },
  startsOn: date('2026-11-02'),
});
const replanned = (today: string, items: Record<string, ItemProgress>) =>
  replan(housePack, before, { today: date(today), items });
const itemOf = (key: string, result: ReturnType<typeof replan>) => result.plan.items.find((item) => item.key === key);

describe('a plan made again with what has happened', () => {
  test('is the same when all goes by the plan', () => {
    const result = replanned('2026-12-01', {
      'plot-lease': { startedOn: date('2026-11-02'), endedOn: date('2026-12-01') },
    });
    expect(result.plan.items.map(({ key, starts, ends }) => [key, starts, ends])).toEqual(
      before.items.map(({ key, starts, ends }) => [key, starts, ends]),
    );
    expect(result.change).toEqual({ from: '2027-03-10', to: '2027-03-10', days: 0, causes: [], absorbed: 0 });
  });
  test('ends earlier when a department is quick, and names it', () => {
    const result = replanned('2026-11-16', {
      'plot-lease': { startedOn: date('2026-11-02'), endedOn: date('2026-11-16') },
    });
    expect(itemOf('urban-plan', result)?.starts).toBe('2026-11-16');
    expect(result.change.days).toBeLessThan(0);
    expect(result.change.causes[0]).toEqual({ key: 'plot-lease', ownerId: 'land', days: -15 });
  });
  test('ends later when a department is late, and books the delay to it alone', () => {
    const result = replanned('2026-12-15', {
      'plot-lease': { startedOn: date('2026-11-02'), endedOn: date('2026-12-15') },
    });
    expect(result.change.causes[0]).toEqual({ key: 'plot-lease', ownerId: 'land', days: 14 });
    expect(result.plan.endsOn > before.endsOn).toBe(true);
  });
  test('slides with every day that an item stays open after its term', () => {
    const open = { 'plot-lease': { startedOn: date('2026-11-02') } };
    expect(itemOf('plot-lease', replanned('2026-12-03', open))?.ends).toBe('2026-12-03');
    expect(itemOf('plot-lease', replanned('2026-12-05', open))?.ends).toBe('2026-12-07'); // a Saturday
    expect(itemOf('plot-lease', replanned('2026-11-20', open))?.ends).toBe('2026-12-01');
  });
  test('takes a date that a suspension has moved as it is', () => {
    const result = replanned('2026-11-20', {
      'plot-lease': { startedOn: date('2026-11-02'), dueOn: date('2026-12-11') },
    });
    expect(itemOf('urban-plan', result)?.starts).toBe('2026-12-11');
  });
  test('lets nothing begin in the past', () => {
    const done = { 'plot-lease': { endedOn: date('2026-11-20') }, 'urban-plan': { endedOn: date('2026-12-10') } };
    expect(itemOf('design', replanned('2026-12-20', done))?.starts).toBe('2026-12-20');
    expect(itemOf('storm-conditions', replanned('2026-12-20', done))?.starts).toBe('2026-12-21'); // the 20th is a Sunday
  });
  test('believes an end before the planned start: the work had begun earlier', () => {
    const result = replanned('2026-12-10', { design: { endedOn: date('2026-12-05') } });
    expect(itemOf('design', result)).toMatchObject({ starts: '2026-12-05', ends: '2026-12-05' });
  });
  test('goes on without what turned out not to be needed', () => {
    const result = replanned('2026-11-10', { 'plot-lease': { dropped: true } });
    expect(itemOf('plot-lease', result)).toBeUndefined();
    expect(itemOf('urban-plan', result)).toMatchObject({ needs: [], starts: '2026-11-10' });
    expect(result.plan.endsOn < before.endsOn).toBe(true);
  });
  test.each<[string, string, ItemProgress]>([
    ['planning/unknown-item', 'swimming-pool', {}],
    ['planning/date-in-future', 'plot-lease', { endedOn: date('2026-11-11') }],
    ['planning/ended-before-start', 'plot-lease', { startedOn: date('2026-11-09'), endedOn: date('2026-11-06') }],
  ])('%s is refused', (code, key, what) => {
    expect(() => replanned('2026-11-10', { [key]: what })).toThrow(code);
  });
  test('books every day by which the end moved to somebody, less the slack that was used up', () => {
    const started = date('2026-11-02');
    const anyProgress = fc
      .tuple(fc.nat(60), fc.nat(60), fc.nat(90), fc.boolean(), fc.boolean())
      .map(([lease, urban, wait, leaseDone, urbanDone]) => {
        const leaseEnd = started.add({ days: lease });
        const urbanEnd = leaseEnd.add({ days: urban });
        const items: Record<string, ItemProgress> = {
          'plot-lease': { startedOn: started, ...(leaseDone && { endedOn: leaseEnd }) },
          ...(leaseDone && urbanDone && { 'urban-plan': { startedOn: leaseEnd, endedOn: urbanEnd } }),
        };
        return { today: urbanEnd.add({ days: wait }), items };
      });
    fc.assert(
      fc.property(anyProgress, (progress) => {
        const { change, plan: after } = replan(housePack, before, progress);
        const booked = change.causes.reduce((sum, { days }) => sum + days, 0);
        expect(booked - change.absorbed).toBe(change.days);
        expect(date(change.from).until(date(change.to), { largestUnit: 'days' }).days).toBe(change.days);
        expect(after.endsOn).toBe(change.to);
      }),
      { numRuns: 500 },
    );
  });
});

test('the applicant is told which own work to hasten and what it gains', () => {
  const [first, ...others] = shorteningsOf(housePack, before);
  expect(others).toEqual([]);
  expect(first?.key).toBe('design');
  const faster = plan(housePack, {
    situation: buildHouse,
    triage: { land: 'none', storm: 'yes', drawn: 'no' },
    startsOn: date('2026-11-02'),
    estimates: { design: { amount: 1, unit: 'months' } },
  });
  expect(date(faster.endsOn).until(date(before.endsOn), { largestUnit: 'days' }).days).toBe(first?.days);
});
