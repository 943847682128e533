import { describe, expect, test } from 'vitest';
import { type ApplicationState, evolve, isOpen, outputsOfSteps, reportStep } from './application.ts';

const report = { at: '2026-03-02T07:00:00Z', on: '2026-03-01', documentIds: [] };
const filed = evolve(undefined, {
  type: 'ApplicationFiled',
  id: 'a',
  number: '2026-000001',
  draftId: 'd',
  subject: 'build-office',
  packVersion: 'v',
  language: 'ru',
  filedBy: 'p',
  filedAt: '2026-03-02T07:00:00Z',
  receivedOn: '2026-03-02',
  endsOn: '2027-03-02',
  digest: 'x',
  steps: [{ key: 'step:design', stepId: 'design', awaits: ['urban-plan'], produces: ['project'] }],
});
const next = (state: ApplicationState, available: string[]) =>
  reportStep(state, { stepId: 'design', report }, new Set(available)).reduce<ApplicationState>(evolve, state);

describe("the applicant's own step", () => {
  test('cannot be reported before what it rests on exists', () => {
    expect(isOpen(filed.steps[0] ?? { key: '', stepId: '', awaits: [], produces: [] }, new Set())).toBe(false);
    expect(() => next(filed, [])).toThrow('applications/step-too-early');
  });

  test('gives its outputs once it is reported', () => {
    expect(outputsOfSteps(next(filed, ['urban-plan']))).toEqual(['project']);
  });

  test('is reported once, however often the button is pressed', () => {
    expect(reportStep(next(filed, ['urban-plan']), { stepId: 'design', report }, new Set(['urban-plan']))).toEqual([]);
  });

  test('must be one of the application', () => {
    expect(() => reportStep(filed, { stepId: 'gardening', report }, new Set())).toThrow('applications/unknown-step');
  });
});
