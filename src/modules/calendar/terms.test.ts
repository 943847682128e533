import { describe, expect, test } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import type { Term } from '#kernel/term.ts';
import { createCalendar } from './calendar.ts';
import { dayOfIso, isoOfDay } from './civil.ts';
import { addTerm, deadlineOf, dueDay, type TermFacts, type TermRule } from './deadline.ts';
import { type OfficeHours, receive } from './office-hours.ts';
import { dayBeforeEnd, partOfTerm } from './sub-term.ts';
import { federal, tatarstan } from './years-2018-2026.fixture.ts';

const republic = createCalendar([federal, tatarstan]);
const russia = createCalendar([federal]);
const date = (iso: string) => Temporal.PlainDate.from(iso);
const moment = (iso: string) => Temporal.PlainDateTime.from(iso);
const term = (amount: number, unit: Term['unit'], roll: Term['roll'] = 'next'): Term => ({
  amount,
  unit,
  from: 'registration',
  roll,
});
const due = (calendar: typeof republic, start: string, what: Term) =>
  addTerm(calendar, what, date(start)).on.toString();
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
  return 'no problem';
};

describe('golden terms', () => {
  test.each<[string, string, Term, string, string]>([
    ['three working days over the New Year break', '2025-12-29', term(3, 'workingDays'), '2026-01-13', '2026-01-13'],
    [
      'one working day from the eve of the New Year break',
      '2025-12-30',
      term(1, 'workingDays'),
      '2026-01-12',
      '2026-01-12',
    ],
    [
      'ten calendar days that end within the break roll to its end',
      '2025-12-25',
      term(10, 'calendarDays'),
      '2026-01-12',
      '2026-01-12',
    ],
    [
      'ten working days from a Friday with a working Saturday end a day early',
      '2025-10-24',
      term(10, 'workingDays'),
      '2025-11-10',
      '2025-11-11',
    ],
    [
      'one working day from a Friday ends on a Saturday that works',
      '2018-04-27',
      term(1, 'workingDays'),
      '2018-04-28',
      '2018-04-28',
    ],
    [
      'a term from the day before a republican holiday',
      '2026-11-05',
      term(1, 'workingDays'),
      '2026-11-06',
      '2026-11-09',
    ],
    [
      'a month from 31 January of a leap year ends on 29 February',
      '2024-01-31',
      term(1, 'months'),
      '2024-02-29',
      '2024-02-29',
    ],
    [
      'a month from 31 January of a common year ends on 28 February',
      '2025-01-31',
      term(1, 'months'),
      '2025-02-28',
      '2025-02-28',
    ],
    ['a year from 29 February ends on 28 February', '2024-02-29', term(1, 'years'), '2025-02-28', '2025-02-28'],
    [
      'one calendar day before a leap day ends on it',
      '2024-02-28',
      term(1, 'calendarDays'),
      '2024-02-29',
      '2024-02-29',
    ],
    [
      'a calendar day that ends on 6 November 2023 rolls once',
      '2023-11-05',
      term(1, 'calendarDays'),
      '2023-11-07',
      '2023-11-07',
    ],
    ['three working days over 6 November 2023', '2023-11-02', term(3, 'workingDays'), '2023-11-08', '2023-11-08'],
    ['two working days over Constitution Day 2024', '2024-11-02', term(2, 'workingDays'), '2024-11-06', '2024-11-07'],
    ['twenty working days from a Tuesday', '2026-11-24', term(20, 'workingDays'), '2026-12-22', '2026-12-22'],
    [
      'a term that may not roll ends on a Sunday',
      '2026-11-20',
      term(2, 'calendarDays', 'none'),
      '2026-11-22',
      '2026-11-22',
    ],
    [
      'a term that rolls back ends on a Friday',
      '2026-11-18',
      term(4, 'calendarDays', 'previous'),
      '2026-11-20',
      '2026-11-20',
    ],
    [
      'a term never rolls back to its own event',
      '2026-11-20',
      term(1, 'calendarDays', 'previous'),
      '2026-11-23',
      '2026-11-23',
    ],
  ])('%s', (_, start, what, inRussia, inTatarstan) => {
    expect(due(russia, start, what)).toBe(inRussia);
    expect(due(republic, start, what)).toBe(inTatarstan);
  });

  test('a date that relies on an unpublished year says so', () => {
    expect(addTerm(republic, term(1, 'workingDays'), date('2026-12-29')).derivation.provisional).toBe(false);
    expect(addTerm(republic, term(2, 'workingDays'), date('2026-12-29')).derivation).toMatchObject({
      due: '2027-01-11',
      provisional: true,
    });
  });
});

describe('office hours', () => {
  const office: OfficeHours = { from: '09:00', to: '18:00', fridayTo: '16:45' };
  test.each<[string, string, string, string | null]>([
    ['at 17:59 is today', '2026-11-24T17:59', '2026-11-24', null],
    ['at opening is today', '2026-11-24T09:00', '2026-11-24', null],
    ['at closing is still today', '2026-11-24T18:00', '2026-11-24', null],
    ['at 18:01 is the next working day', '2026-11-24T18:01', '2026-11-25', 'afterClosing'],
    ['half a minute after closing is the next working day', '2026-11-24T18:00:30', '2026-11-25', 'afterClosing'],
    ['before opening is by the letter the next working day', '2026-11-24T08:59', '2026-11-25', 'beforeOpening'],
    ['late on Friday is Monday', '2026-11-27T16:46', '2026-11-30', 'afterClosing'],
    ['on a Saturday that works is that Saturday', '2025-11-01T10:00', '2025-11-01', null],
    ['on a plain Saturday is Monday', '2026-11-28T10:00', '2026-11-30', 'dayOff'],
    ['on Constitution Day is the next working day', '2024-11-06T10:00', '2024-11-07', 'dayOff'],
    ['late on the last working day of the year is after the break', '2025-12-30T18:01', '2026-01-12', 'afterClosing'],
  ])('what comes %s', (_, at, on, moved) => {
    expect(receive(republic, office, moment(at))).toEqual({
      at: moment(at).toString({ smallestUnit: 'minute' }),
      on,
      moved,
    });
  });
  test('a city may take an early letter the same day', () => {
    expect(receive(republic, { ...office, beforeOpening: 'sameDay' }, moment('2026-11-24T03:00')).on).toBe(
      '2026-11-24',
    );
  });
  test('the eve of a holiday closes an hour earlier', () => {
    const eve = createCalendar([
      federal,
      { ...tatarstan, years: { ...tatarstan.years, 2026: { short: ['2026-11-05'] } } },
    ]);
    expect(receive(eve, office, moment('2026-11-05T17:01')).moved).toBe('afterClosing');
    expect(receive(eve, office, moment('2026-11-05T16:59')).moved).toBeNull();
  });
  test('what comes at night is registered within one working day of the day it counts as received', () => {
    const { on } = receive(republic, office, moment('2026-11-27T23:00'));
    expect(due(republic, on, { ...term(1, 'workingDays'), from: 'filing' })).toBe('2026-12-01');
  });
  test('office hours that cannot be are refused', () => {
    expect(codeOf(() => receive(republic, { from: '9', to: '18:00' }, moment('2026-11-24T10:00')))).toBe(
      'calendar/hours-unreadable',
    );
    expect(codeOf(() => receive(republic, { from: '18:00', to: '09:00' }, moment('2026-11-24T10:00')))).toBe(
      'calendar/hours-unreadable',
    );
  });
});

describe('terms in hours', () => {
  const office: OfficeHours = { from: '09:00', to: '18:00', fridayTo: '17:00', lunch: { from: '12:00', to: '13:00' } };
  const rule: TermRule = { id: 'answer', version: '1', term: { ...term(8, 'workingHours'), from: 'request' }, office };
  const end = (at: string, hours = 8): string | undefined =>
    deadlineOf(
      republic,
      { ...rule, term: { ...rule.term, amount: hours } },
      { event: { kind: 'request', on: moment(at).toPlainDate(), at: moment(at) } },
    ).at?.toString({ smallestUnit: 'minute' });
  test.each<[string, string, number, string]>([
    ['within a day, less the lunch', '2026-11-24T09:00', 8, '2026-11-24T18:00'],
    ['over the night', '2026-11-24T17:30', 1, '2026-11-25T09:30'],
    ['over a shorter Friday and the weekend', '2026-11-27T16:00', 2, '2026-11-30T10:00'],
    ['from a Sunday begin on Monday morning', '2026-11-29T20:00', 3, '2026-11-30T12:00'],
    ['from the lunch hour begin after it', '2026-11-24T12:20', 1, '2026-11-24T14:00'],
  ])('%s', (_, at, hours, ends) => expect(end(at, hours)).toBe(ends));
  test('without office hours or the time of the event they are refused', () => {
    const { office: _, ...bare } = rule;
    const event = { kind: 'request', on: date('2026-11-24') } as const;
    expect(codeOf(() => deadlineOf(republic, bare, { event: { ...event, at: moment('2026-11-24T10:00') } }))).toBe(
      'calendar/hours-needed',
    );
    expect(codeOf(() => deadlineOf(republic, rule, { event }))).toBe('calendar/hours-needed');
  });
});

test('plans take hours as working days of eight', () => {
  const plannedEnd = (hours: number) => isoOfDay(dueDay(republic, term(hours, 'workingHours'), dayOfIso('2026-11-24')));
  expect([1, 8, 9, 17].map(plannedEnd)).toEqual(['2026-11-25', '2026-11-25', '2026-11-26', '2026-11-27']);
});

describe('sub-terms are formulas of the case term', () => {
  test('half of seven working days is three, or four rounded up', () => {
    const half = { kind: 'part', numerator: 1, denominator: 2, rounding: 'down', from: 'acceptance' } as const;
    expect(partOfTerm(half, term(7, 'workingDays'))).toEqual({ ...term(3, 'workingDays'), from: 'acceptance' });
    expect(partOfTerm({ ...half, rounding: 'up' }, term(7, 'workingDays')).amount).toBe(4);
    expect(partOfTerm(half, term(1, 'workingDays')).amount).toBe(1);
    expect(codeOf(() => partOfTerm({ ...half, numerator: 3 }, term(7, 'workingDays')))).toBe(
      'calendar/impossible-term',
    );
  });
  test('a draft is due two working days before the case', () => {
    expect(dayBeforeEnd(republic, { kind: 'before', workingDays: 2 }, date('2026-11-10')).toString()).toBe(
      '2026-11-05',
    );
    expect(codeOf(() => dayBeforeEnd(republic, { kind: 'before', workingDays: 0 }, date('2026-11-10')))).toBe(
      'calendar/impossible-term',
    );
    expect(codeOf(() => dayBeforeEnd(republic, { kind: 'before', workingDays: 9 }, date('2018-01-10')))).toBe(
      'calendar/outside-calendar',
    );
  });
});

describe('bad input is refused with a code', () => {
  const rule: TermRule = { id: 'permit', version: '1', term: term(5, 'workingDays') };
  const facts = (more: Partial<TermFacts> = {}): TermFacts => ({
    event: { kind: 'registration', on: date('2026-11-24') },
    ...more,
  });
  test.each<[string, () => unknown]>([
    ['calendar/impossible-term', () => addTerm(republic, term(0, 'workingDays'), date('2026-11-24'))],
    ['calendar/impossible-term', () => addTerm(republic, term(-3, 'calendarDays'), date('2026-11-24'))],
    ['calendar/impossible-term', () => addTerm(republic, term(1.5, 'months'), date('2026-11-24'))],
    ['calendar/impossible-term', () => addTerm(republic, term(Number.NaN, 'years'), date('2026-11-24'))],
    ['calendar/outside-calendar', () => addTerm(republic, term(5, 'workingDays'), date('2017-12-29'))],
    ['calendar/outside-calendar', () => addTerm(republic, term(100_000, 'workingDays'), date('2026-11-24'))],
    ['calendar/outside-calendar', () => addTerm(republic, term(40, 'years'), date('2026-11-24'))],
    ['calendar/outside-calendar', () => addTerm(republic, term(9_999_999, 'calendarDays'), date('2026-11-24'))],
    ['calendar/start-in-future', () => deadlineOf(republic, rule, facts({ asOf: date('2026-11-23') }))],
    [
      'calendar/wrong-start-event',
      () => deadlineOf(republic, rule, facts({ event: { kind: 'filing', on: date('2026-11-24') } })),
    ],
  ])('%s', (code, work) => expect(codeOf(work)).toBe(code));
});
