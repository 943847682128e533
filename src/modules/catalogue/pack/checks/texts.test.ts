import { expect, it } from 'vitest';
import { checkTiny, dig, goodFile } from '../mistake.fixture.ts';

const untranslated = goodFile(dig).replace(
  'summary: { ru: Разрешает раскопку, tt: Казуга рөхсәт',
  'summary: { ru: Разрешает раскопку на улице города, tt: Разрешает раскопку на улице города',
);
const marked = (marks: string) => `${untranslated}\nunverified: [${marks}]\n`;

it.each([
  ['summary.tt', 0],
  ['summary', 0],
  ['"*"', 0],
  ['summary.en', 1],
  ['fee', 1],
])('a Russian sentence in the place of the Tatar one, with %s marked unverified: %i warnings', async (marks, count) => {
  const { warnings, errors } = await checkTiny({ [dig]: marked(marks) });
  expect(errors).toEqual([]);
  expect(warnings.filter(({ code }) => code === 'pack/same-text')).toHaveLength(count);
});
