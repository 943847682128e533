import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '#modules/calendar/index.ts';
import { dueDate } from '#tests/support/due-date.ts';
import { type CaseState, evolve } from './case.ts';
import { type CaseSuspension, decideTerm, dueToday, evolveTerm, standstillsOf, type TermCommand } from './case-term.ts';

const calendar = createCalendar([
  { id: 'plain', name: { ru: 'Пн–пт', tt: 'Дш–җм', en: 'Mon–Fri' }, years: { 2026: {} } },
]);
const at = '2026-03-02T07:00:00Z';
const kind = {
  id: 'hearing',
  name: { ru: 'Слушания', tt: 'Тыңлау', en: 'Hearing' },
  amount: 5,
  unit: 'workingDays' as const,
  times: 1,
};

/** A case accepted on Monday 2 March 2026, ten working days: until Monday the 16th. */
const accepted: CaseState = {
  id: 'c',
  number: '2026-000001-01',
  applicationId: 'a',
  itemKey: 'urban-plan',
  serviceId: 'urban-plan',
  departmentId: 'uaig',
  packVersion: 'v',
  term: { amount: 10, unit: 'workingDays', from: 'registration', roll: 'next' },
  toCheck: false,
  awaits: [],
  produces: [],
  phase: { status: 'accepted', officerId: 'aliya' },
  since: at,
  due: dueDate('2026-03-02', 10),
};
const paper = { reason: 'ждём исправленный чертёж', evidence: '№ 15 от 05.03.2026', documentIds: [] };
const suspend = (from: string, today = from): TermCommand => ({
  type: 'suspend',
  at,
  today,
  suspension: { from, ...paper, owner: { kind: 'applicant' } },
});
const resume = (on: string, today = on): TermCommand => ({ type: 'resume', at, today, on });
const extend = (today: string, amount = 5): TermCommand => ({
  type: 'extend',
  at,
  today,
  extension: { kind, amount, decidedOn: today, reason: 'слушания', evidence: '№ 2' },
});
const lived = (state: CaseState, ...commands: TermCommand[]) =>
  commands.reduce((current, command) => decideTerm(calendar, current, command).reduce(evolve, current), state);
const date = (iso: string) => Temporal.PlainDate.from(iso);

describe('the term of a case', () => {
  test('stands from the day of suspension, and its date slides with every day of it', () => {
    const suspended = lived(accepted, suspend('2026-03-05'));
    expect(suspended.due?.on).toBe('2026-03-17');
    expect(dueToday(calendar, suspended, date('2026-03-09'))?.on).toBe('2026-03-19');
    expect(dueToday(calendar, suspended, date('2026-03-13'))?.on).toBe('2026-03-25');
    expect(suspended.since).toBe(accepted.since);
  });

  test('runs again from the day it is resumed; three working days of standing are three more', () => {
    const resumed = lived(accepted, suspend('2026-03-05'), resume('2026-03-10'));
    expect(resumed.due?.on).toBe('2026-03-19');
    expect(resumed.due?.derivation.suspensions).toMatchObject([{ from: '2026-03-05', resumed: '2026-03-10' }]);
    expect(dueToday(calendar, resumed, date('2026-04-10'))?.on).toBe('2026-03-19');
  });

  test('is given more time once, within what the regulation allows', () => {
    const extended = lived(accepted, extend('2026-03-05'));
    expect(extended.due?.on).toBe('2026-03-23');
    expect(() => lived(extended, extend('2026-03-18'))).toThrow('calendar/extension-too-often');
    expect(() => lived(accepted, extend('2026-03-05', 6))).toThrow('calendar/extension-too-long');
    expect(() => lived(accepted, extend('2026-03-17'))).toThrow('calendar/extension-outside-term');
  });

  test.each<[string, CaseState, TermCommand]>([
    ['cases/not-suspended', accepted, resume('2026-03-05')],
    ['cases/already-suspended', lived(accepted, suspend('2026-03-05')), suspend('2026-03-06')],
    ['calendar/resumed-before-suspended', lived(accepted, suspend('2026-03-05')), resume('2026-03-04', '2026-03-09')],
    ['cases/outside-term', accepted, suspend('2026-03-06', '2026-03-05')],
    ['cases/outside-term', accepted, suspend('2026-02-27', '2026-03-05')],
    ['cases/outside-term', accepted, suspend('2026-03-17')],
    ['cases/suspended', lived(accepted, suspend('2026-03-05')), extend('2026-03-06')],
    ['cases/term-not-running', { ...accepted, phase: { status: 'started' } }, suspend('2026-03-05')],
  ])('%s is refused', (code, state, command) => {
    expect(() => decideTerm(calendar, state, command)).toThrow(code);
  });

  test('never comes nearer by a suspension, whatever its days', () => {
    const days = fc.integer({ min: 0, max: 14 }).map((n) => date('2026-03-02').add({ days: n }));
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 60 }), (from, length) => {
        const on = from.add({ days: length }).toString();
        const resumed = lived(accepted, suspend(from.toString()), resume(on));
        expect((resumed.due?.on ?? '') >= (accepted.due?.on ?? '')).toBe(true);
      }),
    );
  });

  test('keeps every suspension it had', () => {
    const one: CaseSuspension = { from: '2026-03-03', resumed: '2026-03-04', ...paper, owner: { kind: 'applicant' } };
    const due = dueDate('2026-03-02', 10);
    const with2 = [one, { ...one, resumed: null }].reduce(
      (state, suspension) => evolveTerm(state, { type: 'CaseSuspended', at, suspension, due }),
      accepted,
    );
    expect(evolveTerm(with2, { type: 'CaseResumed', at, on: '2026-03-09', due }).suspensions).toMatchObject([
      { resumed: '2026-03-04' },
      { resumed: '2026-03-09' },
    ]);
  });
});

test('days for which the clock stood are told by whose move it was, those of its own department not at all', () => {
  const done = [suspend('2026-03-04'), resume('2026-03-11')].reduce(
    (state, command) => decideTerm(calendar, state, command).reduce(evolveTerm, state),
    accepted,
  );
  const today = Temporal.PlainDate.from('2026-03-20');
  const [first] = done.suspensions ?? [];
  // From Wednesday to Tuesday five working days: the date moves from Monday the 16th by a week.
  expect(standstillsOf(calendar, done, today)).toEqual([{ owner: { kind: 'applicant' }, days: 7 }]);
  const own = first && { ...first, owner: { kind: 'city', departmentId: 'uaig' } as const };
  expect(standstillsOf(calendar, { ...done, suspensions: own ? [own] : [] }, today)).toEqual([]);
});
