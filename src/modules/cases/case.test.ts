import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueDate } from '#tests/support/due-date.ts';
import { type CaseCommand, type CaseEvent, type CaseState, decide, evolve } from './case.ts';
import { isEnded } from './case-end.ts';

const at = '2026-03-02T07:00:00Z';

const due = dueDate('2026-03-02', 8);
const opened: CaseEvent = {
  type: 'CaseOpened',
  at,
  id: 'c',
  number: '2026-000001-01',
  applicationId: 'a',
  itemKey: 'service:urban-plan',
  serviceId: 'urban-plan',
  departmentId: 'uaig',
  packVersion: 'v',
  term: { amount: 14, unit: 'workingDays', from: 'registration', roll: 'next' },
  toCheck: false,
  awaits: ['plot-right'],
  produces: ['urban-plan'],
};
const next = (state: CaseState, command: CaseCommand) => decide(state, command).reduce<CaseState>(evolve, state);
const waiting = evolve(undefined, opened);
const started = next(waiting, { type: 'receiveOutputs', outputs: ['plot-right'], at, due });
const taken = next(started, { type: 'take', at, officerId: 'aliya' });
const accepted = next(taken, { type: 'accept', at, officerId: 'aliya' });
const drafted = next(accepted, { type: 'draftDecision', at, officerId: 'aliya', decisionId: 'd', outcome: 'granted' });

describe('a case', () => {
  test('waits until everything it needs exists and then has a legal date', () => {
    expect(waiting.phase.status).toBe('waiting');
    expect(decide(waiting, { type: 'receiveOutputs', outputs: ['expertise'], at, due })).toEqual([]);
    expect(started).toMatchObject({ phase: { status: 'started' }, due, awaits: [] });
  });

  test('can be taken by one officer only, and twice by the same one without harm', () => {
    expect(decide(taken, { type: 'take', at, officerId: 'aliya' })).toEqual([]);
    expect(() => decide(taken, { type: 'take', at, officerId: 'bulat' })).toThrow('cases/taken-by-another');
  });

  test('cannot be taken while it waits', () => {
    expect(() => decide(waiting, { type: 'take', at, officerId: 'aliya' })).toThrow('cases/still-waiting');
  });

  test('gets no decision before its intake was accepted', () => {
    expect(() =>
      decide(taken, { type: 'draftDecision', at, officerId: 'aliya', decisionId: 'd', outcome: 'granted' }),
    ).toThrow('cases/not-accepted');
  });

  test('is not refused at intake without a ground', () => {
    expect(() => decide(taken, { type: 'reject', at, officerId: 'aliya', grounds: [], comment: '' })).toThrow(
      'cases/no-grounds',
    );
  });

  test('is found needless only if the triage was unsure of it', () => {
    const needless: CaseCommand = { type: 'declareNotNeeded', at, officerId: 'aliya', comment: 'Ливнёвки рядом нет.' };
    expect(() => decide(taken, needless)).toThrow('cases/certainly-needed');
    expect(next({ ...taken, toCheck: true }, needless).phase).toMatchObject({ status: 'notNeeded' });
  });

  test('comes back to its officer when the draft is sent back, and ends when it is signed', () => {
    expect(next(drafted, { type: 'sendBackDecision', at }).phase).toEqual({ status: 'accepted', officerId: 'aliya' });
    const signed = next(drafted, { type: 'signDecision', at });
    expect(signed.phase).toMatchObject({ status: 'signed', outcome: 'granted', decisionId: 'd' });
    expect(isEnded(signed)).toBe(true);
  });

  test('whatever is tried in whatever order, an ended case never moves again', () => {
    const commands: CaseCommand[] = [
      { type: 'receiveOutputs', outputs: ['plot-right'], at, due },
      { type: 'take', at, officerId: 'aliya' },
      { type: 'giveBack', at, officerId: 'aliya' },
      { type: 'accept', at, officerId: 'aliya' },
      { type: 'reject', at, officerId: 'aliya', grounds: ['c1'], comment: '' },
      { type: 'declareNotNeeded', at, officerId: 'aliya', comment: 'x' },
      { type: 'sendBackDecision', at },
      { type: 'signDecision', at },
      { type: 'draftDecision', at, officerId: 'aliya', decisionId: 'd', outcome: 'refused' },
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...commands), { maxLength: 30 }), (sequence) => {
        let state = waiting;
        for (const command of sequence) {
          const before = state;
          try {
            state = next(state, command);
          } catch (refusal) {
            expect(String(refusal)).toContain('cases/');
          }
          if (isEnded(before)) expect(state).toEqual(before);
        }
      }),
    );
  });
});
