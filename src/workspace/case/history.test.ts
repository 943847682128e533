import { expect, test } from 'vitest';
import type { RequestState } from '#modules/requests/index.ts';
import { type CaseEntry, historyOf } from './history.ts';

const named = (id: string) => ({ ru: id, tt: id, en: id });
const names = { output: named, department: named };
const taken: CaseEntry = {
  seq: 2,
  at: '2026-03-02T07:00:00Z',
  by: 'employee:aliya',
  event: { type: 'CaseTaken', at: '2026-03-02T07:00:00Z', officerId: 'aliya' },
};
const received: CaseEntry = {
  seq: 1,
  at: '2026-03-02T07:00:00Z',
  by: 'employee:head',
  event: { type: 'OutputReceived', output: 'urban-plan' },
};
const answered: Pick<RequestState, 'id' | 'subject' | 'askedAt' | 'askedBy' | 'since' | 'toDepartmentId' | 'phase'> = {
  id: 'r',
  subject: named('survey'),
  askedAt: '2026-03-03T07:00:00Z',
  askedBy: 'employee:aliya',
  since: '2026-03-05T07:00:00.5Z',
  toDepartmentId: 'uaig',
  phase: { status: 'completed', officerId: 'bulat', text: 'yes', documentIds: [] },
};

test('a history tells a case and its requests together, the newest first', () => {
  const lines = historyOf([received, taken], [answered as RequestState], names);
  expect(lines.map(({ what }) => what)).toEqual(['RequestCompleted', 'RequestSent', 'CaseTaken', 'OutputReceived']);
  expect(lines[0]).toMatchObject({ by: 'employee:bulat', to: named('uaig'), subject: named('survey') });
  expect(lines[3]).toMatchObject({ subject: named('urban-plan') });
});
