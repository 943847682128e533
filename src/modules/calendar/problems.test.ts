import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mergeProblems } from '#platform/http/problem-catalogue.ts';
import { extensionProblems } from './extension-problems.ts';
import { calendarProblems } from './problems.ts';

test('every problem of the calendar is told in three languages, and no other is declared', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !/test|fixture|problems/.test(name))
    .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'));
  const thrown = sources.flatMap((source) => [...source.matchAll(/'(calendar\/[a-z-]+)'/g)].map((match) => match[1]));
  const declared = mergeProblems(calendarProblems, extensionProblems);
  expect(Object.keys(declared).sort()).toEqual([...new Set(thrown)].sort());
});
