import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { RejectCase } from '#modules/cases/commands.ts';
import { SendRequest } from '#modules/requests/commands.ts';
import { InputRefused, readCommand } from './posted.ts';

const mistakesOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof InputRefused) return error.mistakes;
    throw error;
  }
  return [];
};

test('a refusal of intake without grounds is a mistake at the grounds', () => {
  const input = { caseId: newId(), grounds: [], comment: '' };
  expect(mistakesOf(() => readCommand(RejectCase, input))).toEqual([{ name: 'grounds', code: 'grounds' }]);
});

test('a request needs a text and an addressee, and not a novel', () => {
  const caseId = newId();
  const empty = mistakesOf(() => readCommand(SendRequest, { caseId, to: '', question: '  ' }));
  expect(empty).toEqual([
    { name: 'to', code: 'text' },
    { name: 'question', code: 'text' },
  ]);
  const long = mistakesOf(() => readCommand(SendRequest, { caseId, to: 'uaig', question: 'а'.repeat(10_001) }));
  expect(long).toEqual([{ name: 'question', code: 'long' }]);
});
