import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Term } from '#kernel/term.ts';
import {
  addTerm,
  type Calendar,
  createCalendar,
  dateOfDay,
  dayOfDate,
  dayOfIso,
  isWorkingDay,
} from '#modules/calendar/index.ts';
import { type Activity, type Schedule, schedule } from './schedule.ts';

const calendar: Calendar = createCalendar([
  {
    id: 'plain',
    name: { ru: 'Календарь', tt: 'Календарь', en: 'Calendar' },
    years: { 2026: { off: ['2026-11-04', '2026-12-31'], working: ['2026-11-14'] } },
    rule: {
      off: ['01-01', '01-02', '01-03', '01-04', '01-05', '01-06', '01-07', '01-08'],
      holidays: ['02-23', '05-01'],
    },
  },
]);
const startsOn = dayOfIso('2026-10-30');

const anyTerm: fc.Arbitrary<Term> = fc.record({
  amount: fc.integer({ min: 1, max: 20 }),
  unit: fc.constantFrom('workingDays' as const, 'calendarDays' as const),
  from: fc.constant('filing' as const),
  roll: fc.constantFrom('next' as const, 'none' as const),
});

/** Any graph without rings: each activity may need any given before it; the order given is shuffled. */
const anyGraph: fc.Arbitrary<Activity[]> = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc
    .tuple(
      fc.array(fc.tuple(anyTerm, fc.boolean()), { minLength: size, maxLength: size }),
      fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
      fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
    )
    .map(([nodes, chances, order]) => {
      const made = nodes.map(
        ([term, office], index): Activity => ({
          key: `a${index}`,
          term,
          calendar,
          needs: [...Array(index).keys()]
            .filter((need) => (chances[index]?.[need] ?? 1) < 0.35)
            .map((need) => `a${need}`),
          startsOnWorkingDay: office,
        }),
      );
      return order.flatMap((index) => made[index] ?? []);
    }),
);

/** The end of one activity that becomes ready on a day, counted with dates and nothing else. */
function endFrom(activity: Activity, ready: number): number {
  let on = dateOfDay(ready);
  while (activity.startsOnWorkingDay && !isWorkingDay(calendar, on)) on = on.add({ days: 1 });
  return dayOfDate(addTerm(calendar, activity.term, on).on);
}

/** Every path through the graph walked from its beginning: the latest end of all is the end of the whole. */
function bruteForceEnd(activities: readonly Activity[]): number {
  const byKey = new Map(activities.map((one) => [one.key, one]));
  const pathsTo = (one: Activity): Activity[][] => [
    [one],
    ...one.needs.flatMap((need) => pathsTo(byKey.get(need) as Activity).map((path) => [...path, one])),
  ];
  const ends = activities
    .flatMap(pathsTo)
    .map((path) => path.reduce((day, one) => endFrom(one, Math.max(day, one.notBefore ?? day)), startsOn));
  return Math.max(startsOn, ...ends);
}

const scheduledOf = (result: Schedule, key: string) => {
  const found = result.items.find((item) => item.key === key);
  if (found === undefined) throw new Error(`${key} is not scheduled`);
  return found;
};
const workingDayAfter = (day: number, count: number): number => {
  let on = dateOfDay(day);
  for (let left = count; left > 0; ) {
    on = on.add({ days: 1 });
    if (isWorkingDay(calendar, on)) left--;
  }
  return dayOfDate(on);
};

describe('the schedule', () => {
  test('ends when the longest of all paths, each walked by hand, ends', () => {
    fc.assert(
      fc.property(anyGraph, (activities) => {
        expect(schedule(activities, startsOn).endsOn).toBe(bruteForceEnd(activities));
      }),
      { numRuns: 1500 },
    );
  });
  test('puts what is needed first and starts nothing before it has ended', () => {
    fc.assert(
      fc.property(anyGraph, (activities) => {
        const { items } = schedule(activities, startsOn);
        expect(items.map(({ key }) => key).sort()).toEqual(activities.map(({ key }) => key).sort());
        for (const [index, item] of items.entries()) {
          for (const need of activities.find(({ key }) => key === item.key)?.needs ?? []) {
            const at = items.findIndex(({ key }) => key === need);
            expect(at).toBeLessThan(index);
            expect(items[at]?.ends).toBeLessThanOrEqual(item.starts);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
  test('an activity that starts within its slack moves nothing, one working day more moves the end', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(), (activities, pick) => {
        const before = schedule(activities, startsOn);
        const chosen = activities[pick % activities.length] as Activity;
        const { starts, slackDays } = scheduledOf(before, chosen.key);
        const endIfDelayed = (days: number) =>
          bruteForceEnd(
            activities.map((one) =>
              one === chosen ? { ...one, notBefore: days === 0 ? starts : workingDayAfter(starts, days) } : one,
            ),
          );
        expect(endIfDelayed(slackDays)).toBe(before.endsOn);
        expect(endIfDelayed(slackDays + 1)).toBeGreaterThan(before.endsOn);
      }),
      { numRuns: 600 },
    );
  });
  test('the end comes nearer only if something on the path does', () => {
    fc.assert(
      fc.property(anyGraph, (activities) => {
        const { criticalPath, endsOn } = schedule(activities, startsOn);
        const quick: Term = { amount: 1, unit: 'workingDays', from: 'filing', roll: 'next' };
        const others = activities.map((one) => (criticalPath.includes(one.key) ? one : { ...one, term: quick }));
        expect(bruteForceEnd(others)).toBeGreaterThanOrEqual(endsOn);
      }),
      { numRuns: 1000 },
    );
  });
  test('the path is a chain whose terms one after another make the end', () => {
    fc.assert(
      fc.property(anyGraph, (activities) => {
        const { criticalPath, endsOn, items } = schedule(activities, startsOn);
        const chain = criticalPath.map((key) => activities.find((one) => one.key === key) as Activity);
        expect(chain.reduce((day, one) => endFrom(one, day), startsOn)).toBe(endsOn);
        for (const [index, one] of chain.entries()) if (index > 0) expect(one.needs).toContain(chain[index - 1]?.key);
        for (const key of criticalPath) expect(items.find((item) => item.key === key)?.critical).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  test('a ring is refused with its members, and so is a need that nobody knows', () => {
    const one = (key: string, ...needs: string[]): Activity => ({
      key,
      needs,
      calendar,
      startsOnWorkingDay: true,
      term: { amount: 1, unit: 'workingDays', from: 'filing', roll: 'next' },
    });
    expect(() => schedule([one('start'), one('a', 'start', 'c'), one('b', 'a'), one('c', 'b')], startsOn)).toThrow(
      expect.objectContaining({ code: 'planning/cycle', params: { items: 'a → c → b → a' } }),
    );
    expect(() => schedule([one('a', 'a')], startsOn)).toThrow('planning/cycle');
    expect(() => schedule([one('a', 'z')], startsOn)).toThrow(
      expect.objectContaining({ code: 'planning/unknown-need', params: { item: 'a', need: 'z' } }),
    );
  });
  test('nothing to do ends at once', () => {
    expect(schedule([], startsOn)).toEqual({ items: [], endsOn: startsOn, criticalPath: [] });
  });
});
