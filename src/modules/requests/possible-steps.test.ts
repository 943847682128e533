import { expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { dueDate } from '#tests/support/due-date.ts';
import { possibleSteps } from './possible-steps.ts';
import type { RequestPhase, RequestState } from './request.ts';

const officerOf = (departmentId: string, employeeId = 'bulat'): Actor => ({
  kind: 'employee',
  employeeId,
  departmentId,
  roles: ['officer'],
});
const term = { amount: 2, unit: 'workingDays', from: 'request', roll: 'next' } as const;
const inPhase = (phase: RequestPhase, isOutside = false): RequestState => ({
  id: 'r',
  caseId: 'c',
  caseNumber: '2026-000001-01',
  applicationId: 'a',
  serviceId: 'excavation-order',
  fromDepartmentId: 'kvb',
  toDepartmentId: isOutside ? 'rosreestr' : 'uaig',
  kind: 'free',
  subject: { ru: 'Запрос', tt: 'Гарызнамә', en: 'Request' },
  term,
  isOutside,
  question: '?',
  documentIds: [],
  due: dueDate('2026-03-02', 2),
  askedBy: 'employee:aliya',
  askedAt: '2026-03-02T07:00:00Z',
  phase,
  since: '2026-03-02T07:00:00Z',
});

test('the asked department takes and answers a request; the asking one may only cancel it', () => {
  const sent = inPhase({ status: 'started' });
  expect(possibleSteps(officerOf('uaig'), sent)).toEqual(['take', 'answer', 'refuse']);
  expect(possibleSteps(officerOf('kvb'), sent)).toEqual(['cancel']);
});

test('a request that a colleague took is left to that colleague', () => {
  const taken = inPhase({ status: 'assigned', officerId: 'bulat' });
  expect(possibleSteps(officerOf('uaig'), taken)).toEqual(['answer', 'refuse']);
  expect(possibleSteps(officerOf('uaig', 'alsu'), taken)).toEqual([]);
});

test('the reply of an outside agency is recorded by the department that asked', () => {
  expect(possibleSteps(officerOf('kvb'), inPhase({ status: 'started' }, true))).toEqual(['answer', 'refuse', 'cancel']);
});

test('a closed request is only to be read', () => {
  expect(possibleSteps(officerOf('kvb'), inPhase({ status: 'cancelled', reason: '' }))).toEqual([]);
});
