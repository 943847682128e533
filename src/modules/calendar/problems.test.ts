import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problems } from './problems.ts';

test('every problem of the calendar is told in three languages, and no other is declared', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.ts') && !/test|fixture|problems/.test(name))
    .map((name) => readFileSync(`${import.meta.dirname}/${name}`, 'utf8'));
  const thrown = sources.flatMap((source) => [...source.matchAll(/'(calendar\/[a-z-]+)'/g)].map((match) => match[1]));
  expect(Object.keys(problems).sort()).toEqual([...new Set(thrown)].sort());
});
