import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import type { CaseState, Phase } from './case.ts';
import { possibleSteps } from './possible-steps.ts';

const employee = (employeeId: string, role: 'officer' | 'head' | 'lean', departmentId = 'kvb'): Actor => ({
  kind: 'employee',
  employeeId,
  departmentId,
  roles: [role],
});
const officer = employee('aliya', 'officer');
const inPhase = (phase: Phase, more: Partial<CaseState> = {}): CaseState => ({
  id: 'c',
  number: '2026-000001-01',
  applicationId: 'a',
  itemKey: 'service:excavation-order',
  serviceId: 'excavation-order',
  departmentId: 'kvb',
  packVersion: 'v',
  term: { amount: 7, unit: 'workingDays', from: 'registration', roll: 'next' },
  toCheck: false,
  awaits: [],
  produces: [],
  phase,
  since: '2026-03-02T07:00:00Z',
  ...more,
});

test('a free case may be taken in its own department only', () => {
  const free = inPhase({ status: 'started' });
  expect(possibleSteps(officer, free)).toEqual(['take']);
  expect(possibleSteps(employee('bulat', 'officer', 'uaig'), free)).toEqual([]);
  expect(possibleSteps(employee('lena', 'lean'), free)).toEqual([]);
});

test('only its officer checks a case; whether it is needed is asked only where the triage was unsure', () => {
  const mine = inPhase({ status: 'assigned', officerId: 'aliya' });
  expect(possibleSteps(officer, mine)).toEqual(['askApplicant', 'accept', 'reject', 'giveBack', 'suspend', 'extend']);
  expect(possibleSteps(officer, { ...mine, toCheck: true })).toContain('declareNotNeeded');
  expect(possibleSteps(employee('bulat', 'officer'), mine)).toEqual([]);
});

test('an accepted case is asked about and decided; a drafted decision waits for the head', () => {
  const accepted = inPhase({ status: 'accepted', officerId: 'aliya' });
  expect(possibleSteps(officer, accepted)).toEqual([
    'sendRequest',
    'askApplicant',
    'draftDecision',
    'suspend',
    'extend',
  ]);
  const drafted = inPhase({ status: 'completed', officerId: 'aliya', decisionId: 'd' });
  expect(possibleSteps(officer, drafted)).toEqual([]);
  expect(possibleSteps(employee('head', 'head'), drafted)).toEqual(['judge']);
});

test('nothing is done with a case that waits or has ended', () => {
  expect(possibleSteps(officer, inPhase({ status: 'waiting' }))).toEqual([]);
  expect(possibleSteps(officer, inPhase({ status: 'notNeeded', officerId: 'aliya', comment: '' }))).toEqual([]);
});
