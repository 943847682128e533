import { expect, test } from 'vitest';
import { Problem } from '#kernel/problem.ts';
import { mergeProblems, type ProblemCatalogue, problemText } from './problem-catalogue.ts';

const documents = {
  'documents/too-large': {
    status: 413,
    title: { ru: 'Файл больше {max} МБ', tt: 'Файл {max} МБ тан зуррак', en: 'The file is larger than {max} MB' },
    whatToDo: { ru: 'Уменьшите файл', tt: 'Файлны кечерәйтегез', en: 'Make the file smaller' },
  },
} satisfies ProblemCatalogue;

test('a problem is told in the language of the reader with its figures filled in', () => {
  const problem = new Problem('documents/too-large', { max: 50 });
  expect(problemText(documents, problem, 'tt')).toEqual({
    status: 413,
    title: 'Файл 50 МБ тан зуррак',
    whatToDo: 'Файлны кечерәйтегез',
  });
});

test('a date in a problem stands as its reader writes dates', () => {
  const begun = {
    status: 422,
    title: { ru: '{day}', tt: '{day}', en: '{day}' },
    whatToDo: documents['documents/too-large'].whatToDo,
  };
  const titles = (['ru', 'tt', 'en'] as const).map(
    (language) => problemText({ begun }, new Problem('begun', { day: '2026-11-24' }), language).title,
  );
  expect(titles).toEqual(['24 ноября 2026', '24.11.2026', '24 November 2026']);
});

test('a code that no module declared reads as a failure of ours and shows nothing of its inside', () => {
  expect(problemText(documents, new Problem('secret/inside', { requestId: 'r-1' }), 'en')).toMatchObject({
    status: 500,
    whatToDo: expect.stringContaining('r-1'),
  });
});

test('two modules cannot claim the same code', () => {
  expect(() => mergeProblems(documents, documents)).toThrow('documents/too-large');
});
