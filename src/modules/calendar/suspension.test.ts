import { describe, expect, test } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import { createCalendar } from './calendar.ts';
import { deadlineOf, type TermFacts, type TermRule } from './deadline.ts';
import type { Extension, ExtensionKind } from './extension.ts';
import type { Suspension } from './suspension.ts';
import { federal, tatarstan } from './years-2018-2026.fixture.ts';

const republic = createCalendar([federal, tatarstan]);
const date = (iso: string) => Temporal.PlainDate.from(iso);
const rule = (
  amount: number,
  unit: Term['unit'] = 'workingDays',
  extensions: readonly ExtensionKind[] = [],
): TermRule => ({
  id: 'permit',
  version: '3',
  term: { amount, unit, from: 'registration', roll: 'next' },
  extensions,
});
const stands = (from: string, resumed: string | null): Suspension => ({
  from: date(from),
  resumed: resumed === null ? null : date(resumed),
  reason: 'missing-document',
  evidence: 'letter 12',
  owner: { kind: 'applicant' },
});
/** Registered on Monday 2 November 2026; 4 and 6 November are days off, so five working days end on the 11th. */
const facts = (...suspensions: Suspension[]): TermFacts => ({
  event: { kind: 'registration', on: date('2026-11-02') },
  suspensions,
  asOf: date('2026-12-20'),
});
const due = (what: TermRule, given: TermFacts) => deadlineOf(republic, what, given).on.toString();
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
  return 'no problem';
};

describe('a suspension moves the due date by the days the clock stood', () => {
  test.each<[string, [string, string][], string]>([
    ['none: five working days', [], '2026-11-11'],
    ['three working days put three to it', [['2026-11-09', '2026-11-12']], '2026-11-16'],
    [
      'overlapping ones stand once',
      [
        ['2026-11-09', '2026-11-11'],
        ['2026-11-10', '2026-11-12'],
      ],
      '2026-11-16',
    ],
    [
      'nested ones stand once',
      [
        ['2026-11-09', '2026-11-12'],
        ['2026-11-10', '2026-11-11'],
      ],
      '2026-11-16',
    ],
    [
      'touching ones are one',
      [
        ['2026-11-09', '2026-11-10'],
        ['2026-11-10', '2026-11-12'],
      ],
      '2026-11-16',
    ],
    ['on a holiday only, nothing moves', [['2026-11-04', '2026-11-05']], '2026-11-11'],
    ['over a weekend only, nothing moves', [['2026-11-07', '2026-11-09']], '2026-11-11'],
    ['resumed on the last day, that day runs', [['2026-11-03', '2026-11-11']], '2026-11-17'],
    ['begun on the last day, the last day is still to come', [['2026-11-11', '2026-11-16']], '2026-11-16'],
    ['begun after the end, nothing moves', [['2026-11-12', '2026-11-16']], '2026-11-11'],
    ['resumed the day it began, nothing moves', [['2026-11-09', '2026-11-09']], '2026-11-11'],
    ['that began before the event', [['2026-10-20', '2026-11-05']], '2026-11-12'],
  ])('%s', (_, intervals, ends) => {
    expect(due(rule(5), facts(...intervals.map(([from, resumed]) => stands(from, resumed))))).toBe(ends);
  });
  test('calendar days and months stand on every day', () => {
    const week = stands('2026-11-09', '2026-11-16');
    expect(due(rule(10, 'calendarDays'), facts())).toBe('2026-11-12');
    expect(due(rule(10, 'calendarDays'), facts(week))).toBe('2026-11-19');
    expect(due(rule(1, 'months'), facts())).toBe('2026-12-02');
    expect(due(rule(1, 'months'), facts(week))).toBe('2026-12-09');
  });
  test('an end that would roll into a suspension rolls on to the day the clock runs', () => {
    // Five calendar days end on Saturday the 7th; the Monday it would roll to stands still.
    expect(due(rule(5, 'calendarDays'), facts(stands('2026-11-08', '2026-11-11')))).toBe('2026-11-11');
  });
  test('it is refused when it ends before it begins', () => {
    expect(codeOf(() => due(rule(5), facts(stands('2026-11-10', '2026-11-09'))))).toBe(
      'calendar/resumed-before-suspended',
    );
  });
  test('one that still runs needs a today', () => {
    const { asOf: _, ...timeless } = facts(stands('2026-11-10', null));
    expect(codeOf(() => due(rule(5), timeless))).toBe('calendar/as-of-needed');
  });
});

describe('extensions are kinds with limits', () => {
  const kinds: ExtensionKind[] = [
    { id: 'complex', amount: 10, unit: 'workingDays', times: 1, reasons: ['survey'] },
    { id: 'month', amount: 1, unit: 'months', times: 2 },
  ];
  const extended = (kind: string, amount: number, decidedOn: string, reason = 'survey'): Extension => ({
    kind,
    amount,
    decidedOn: date(decidedOn),
    reason,
    evidence: 'order 4',
  });
  const dueWith = (...extensions: Extension[]) => due(rule(5, 'workingDays', kinds), { ...facts(), extensions });
  test('ten days more run on from the last day', () => {
    expect(dueWith(extended('complex', 10, '2026-11-10'))).toBe('2026-11-25');
  });
  test('a month more runs from the last day of the term', () => {
    expect(dueWith(extended('month', 1, '2026-11-10'))).toBe('2026-12-11');
  });
  test('a second one may follow when the first has begun to run', () => {
    expect(dueWith(extended('complex', 10, '2026-11-10'), extended('month', 1, '2026-11-20'))).toBe('2026-12-25');
  });
  test.each<[string, Extension[]]>([
    ['calendar/extension-not-allowed', [extended('courtesy', 1, '2026-11-10')]],
    ['calendar/extension-not-allowed', [extended('complex', 1, '2026-11-10', 'holiday')]],
    ['calendar/extension-too-long', [extended('complex', 11, '2026-11-10')]],
    ['calendar/extension-too-often', [extended('complex', 1, '2026-11-10'), extended('complex', 1, '2026-11-13')]],
    ['calendar/extension-outside-term', [extended('complex', 1, '2026-11-12')]],
    ['calendar/extension-outside-term', [extended('complex', 1, '2026-11-01')]],
    ['calendar/extension-overlaps', [extended('complex', 5, '2026-11-10'), extended('month', 1, '2026-11-11')]],
    ['calendar/impossible-term', [extended('complex', 0, '2026-11-10')]],
  ])('%s', (code, extensions) => expect(codeOf(() => dueWith(...extensions))).toBe(code));
});
