import { describe, expect, test } from 'vitest';
import type { Term } from '#kernel/term.ts';
import { createCalendar, createCalendars } from './calendar.ts';
import { chooseCalendar } from './calendar-choice.ts';
import { addTerm, deadlineOf, type TermFacts, type TermRule } from './deadline.ts';
import { receive } from './office-hours.ts';
import { caseDeadlines, deadlineUnderVersions, type RuleVersion } from './rule-version.ts';
import { dayBeforeEnd, partOfTerm } from './sub-term.ts';
import type { Suspension } from './suspension.ts';
import { federal, tatarstan } from './years-2018-2026.fixture.ts';

/** Pains of people who use other cities' systems, by their numbers in our list; each must not come back. */

const definitions = [federal, tatarstan];
const republic = createCalendar(definitions);
const date = (iso: string) => Temporal.PlainDate.from(iso);
const days = (amount: number, more: Partial<Term> = {}): Term => ({
  amount,
  unit: 'workingDays',
  from: 'registration',
  roll: 'next',
  ...more,
});
const rule: TermRule = { id: 'permit', version: '1', term: days(10) };
const registered: TermFacts = { event: { kind: 'registration', on: date('2026-09-01') } };
const stands = (from: string, resumed: string | null): Suspension => ({
  from: date(from),
  resumed: resumed === null ? null : date(resumed),
  reason: 'missing-scheme',
  evidence: 'letter 12',
  owner: { kind: 'applicant' },
});
const due = (facts: TermFacts, by: TermRule = rule) => deadlineOf(republic, by, facts).on.toString();

test('P1: a suspension moves the legal date and the target by the real number of days', () => {
  const both = { legal: rule, target: { ...rule, id: 'target', term: days(5) } };
  const before = caseDeadlines(republic, both, registered);
  const after = caseDeadlines(republic, both, { ...registered, suspensions: [stands('2026-09-03', '2026-09-08')] });
  expect([before.legal.on, before.target?.on].map(String)).toEqual(['2026-09-15', '2026-09-08']);
  expect([after.legal.on, after.target?.on].map(String)).toEqual(['2026-09-18', '2026-09-11']); // 3, 4 and 7 September stood
});

test('P2: while the clock stands the planned end moves on with every day', () => {
  const onHold = (today: string) =>
    due({ ...registered, suspensions: [stands('2026-09-03', null)], asOf: date(today) });
  expect(['2026-09-03', '2026-09-04', '2026-09-07', '2026-09-08'].map(onHold)).toEqual([
    '2026-09-16',
    '2026-09-17',
    '2026-09-18',
    '2026-09-21',
  ]);
});

test('P3: everybody sees the same date, in whatever order the facts came in', () => {
  const [first, second] = [stands('2026-09-03', '2026-09-08'), stands('2026-09-07', '2026-09-10')];
  const seenBy = (...suspensions: Suspension[]) => due({ ...registered, suspensions });
  expect(seenBy(first, second)).toBe(seenBy(second, first));
  expect(seenBy(first, second)).toBe('2026-09-22');
});

test('P4: when the term of the case changes, those of its tasks follow', () => {
  const review = { kind: 'before', workingDays: 2 } as const;
  const half = { kind: 'part', numerator: 1, denominator: 2, rounding: 'up', from: 'acceptance' } as const;
  const suspended = { ...registered, suspensions: [stands('2026-09-03', '2026-09-08')] };
  expect(dayBeforeEnd(republic, review, deadlineOf(republic, rule, registered).on).toString()).toBe('2026-09-11');
  expect(dayBeforeEnd(republic, review, deadlineOf(republic, rule, suspended).on).toString()).toBe('2026-09-16');
  expect([10, 7].map((amount) => partOfTerm(half, days(amount)).amount)).toEqual([5, 4]);
});

test('P5: a new holiday moves the dates of running cases, and the derivation says by which calendar', () => {
  const year = tatarstan.years[2026];
  const off = [...(year?.off ?? []), '2026-09-10'];
  const next = createCalendar([
    federal,
    { ...tatarstan, version: '2026.2', years: { ...tatarstan.years, 2026: { ...year, off } } },
  ]);
  const before = deadlineOf(republic, rule, registered);
  const after = deadlineOf(next, rule, registered);
  expect([before.on, after.on].map(String)).toEqual(['2026-09-15', '2026-09-16']);
  expect(after.derivation.calendar.version).toBe('2026.2');
  expect(after.derivation.calendar.digest).not.toBe(before.derivation.calendar.digest);
  const ended = { event: { kind: 'registration', on: date('2026-08-03') } } as const;
  expect(deadlineOf(next, rule, ended).on.equals(deadlineOf(republic, rule, ended).on)).toBe(true);
});

test('P6: an extension that the law allows moves the date, so nothing cries overdue', () => {
  const extendable: TermRule = { ...rule, extensions: [{ id: 'survey', amount: 20, unit: 'workingDays', times: 1 }] };
  const extension = {
    kind: 'survey',
    amount: 15,
    decidedOn: date('2026-09-14'),
    reason: 'complex',
    evidence: 'order 5',
  };
  expect(due({ ...registered, extensions: [extension] }, extendable)).toBe('2026-10-06');
  expect(() => due({ ...registered, extensions: [extension] })).toThrow('calendar/extension-not-allowed');
});

test('P7: what is filed on Friday at 16:28 is not late on Monday morning', () => {
  const { on } = receive(
    republic,
    { from: '08:00', to: '17:00', fridayTo: '16:45' },
    Temporal.PlainDateTime.from('2026-09-04T16:28'),
  );
  expect(on).toBe('2026-09-04');
  expect(addTerm(republic, days(1), date(on)).on.toString()).toBe('2026-09-07');
});

describe('P8: two weeks are two weeks, whatever they are written in', () => {
  test.each<[string, Term, string]>([
    ['ten working days', days(10), '2026-09-15'],
    ['fourteen calendar days', days(14, { unit: 'calendarDays' }), '2026-09-15'],
    ['a month', days(1, { unit: 'months' }), '2026-10-01'],
    ['twenty working days', days(20), '2026-09-29'],
  ])('%s', (_, term, ends) => expect(addTerm(republic, term, date('2026-09-01')).on.toString()).toBe(ends));
});

test('P9: a term does not start before the event that starts it', () => {
  const byAgreement: TermRule = { ...rule, term: days(10, { from: 'lastDocument' }) };
  expect(() => due(registered, byAgreement)).toThrow('calendar/wrong-start-event');
  expect(due({ event: { kind: 'lastDocument', on: date('2026-09-21') } }, byAgreement)).toBe('2026-10-05');
  expect(() =>
    due({ event: { kind: 'lastDocument', on: date('2026-09-21') }, asOf: date('2026-09-20') }, byAgreement),
  ).toThrow('calendar/start-in-future');
});

test('P10: which days count is said by the term, and the derivation shows it for every day', () => {
  const working = addTerm(republic, days(5), date('2026-09-03')).derivation;
  const calendar = addTerm(republic, days(5, { unit: 'calendarDays' }), date('2026-09-03')).derivation;
  expect(working.stretches.map(({ fate, days: count }) => [fate, count])).toEqual([
    ['counted', 1],
    ['skipped', 2],
    ['counted', 4],
  ]);
  expect(calendar.stretches.map(({ fate, days: count }) => [fate, count])).toEqual([['counted', 5]]);
});

test("P11: a case counts the holidays of its own place, or of its service's own calendar, never of all", () => {
  const calendars = createCalendars(definitions);
  const choice = {
    city: 'tatarstan',
    byService: { 'federal-service': 'federal' },
    byPlace: { village: 'federal', kazan: 'tatarstan' },
  };
  const dueFor = (where: { serviceId?: string; placeId?: string }) =>
    addTerm(chooseCalendar(calendars, choice, where), days(1), date('2026-11-05')).on.toString();
  expect(dueFor({ serviceId: 'permit', placeId: 'kazan' })).toBe('2026-11-09');
  expect(dueFor({ serviceId: 'federal-service', placeId: 'kazan' })).toBe('2026-11-06');
  expect(dueFor({ placeId: 'village' })).toBe('2026-11-06');
  expect(() => chooseCalendar(calendars, { city: 'mars' }, {})).toThrow('calendar/unknown-calendar');
});

test('P12: a term that ends on a holiday rolls to the next working day, if it may roll', () => {
  const ends = (roll: Term['roll']) =>
    addTerm(republic, days(3, { unit: 'calendarDays', roll }), date('2026-11-01')).on.toString();
  expect((['next', 'previous', 'none'] as const).map(ends)).toEqual(['2026-11-05', '2026-11-03', '2026-11-04']);
});

describe('a term that changes while a case is open', () => {
  const version = (
    name: string,
    amount: number,
    effective: string,
    openCases: RuleVersion['openCases'],
  ): RuleVersion => ({
    id: 'permit',
    version: name,
    term: days(amount),
    effective: date(effective),
    openCases,
  });
  const first = version('1', 10, '2020-01-01', 'newCases');
  const under = (later: RuleVersion, asOf = '2026-09-08') =>
    deadlineUnderVersions(republic, [later, first], { ...registered, asOf: date(asOf) });
  test.each<[string, RuleVersion, string, string]>([
    ['for new cases only leaves it', version('2', 5, '2026-09-05', 'newCases'), '1', '2026-09-15'],
    [
      'for all open cases replaces it, even for the worse',
      version('2', 15, '2026-09-05', 'allOpenCases'),
      '2',
      '2026-09-22',
    ],
    ['if more favourable replaces it when shorter', version('2', 5, '2026-09-05', 'moreFavourable'), '2', '2026-09-08'],
    ['if more favourable leaves it when longer', version('2', 15, '2026-09-05', 'moreFavourable'), '1', '2026-09-15'],
  ])('%s', (_, later, governs, ends) => {
    const { derivation } = under(later);
    expect([derivation.rule.version, derivation.due, derivation.rule.choice?.policy]).toEqual([
      governs,
      ends,
      later.openCases,
    ]);
    expect(derivation.rule.choice?.weighed.map((one) => one.version)).toEqual(['1', '2']);
  });
  test('is no change before it is law, and a case before any version has no rule', () => {
    expect(under(version('2', 5, '2026-09-09', 'allOpenCases')).derivation.rule).toEqual({
      id: 'permit',
      version: '1',
      term: days(10),
    });
    expect(() =>
      deadlineUnderVersions(republic, [version('2', 5, '2026-09-02', 'newCases')], {
        ...registered,
        asOf: date('2026-09-08'),
      }),
    ).toThrow('calendar/no-rule-in-force');
  });
});
