import { expect, it } from 'vitest';
import { packOn, packsByDay } from './in-force.ts';
import { checkTiny, dig, goodFile } from './mistake.fixture.ts';

it('a new version of a service is law from its first day on', async () => {
  const next = goodFile(dig)
    .replace('version: 1', 'version: 2')
    .replace('2026-01-01', '2026-07-01')
    .replace('amount: 7', 'amount: 5');
  const { pack } = await checkTiny({ 'services/dig/service.2.yaml': next });
  if (!pack) throw new Error('the tiny pack loads');
  const termOn = (day: string) => packOn(pack, day).services.find(({ id }) => id === 'dig')?.term.amount;
  expect(['2018-03-01', '2026-06-30', '2026-07-01', '2027-01-01'].map(termOn)).toEqual([7, 7, 5, 5]);
  expect(packOn(pack, '2026-06-30')).toBe(pack);
  expect(packsByDay(pack).map(({ from, pack: { hash } }) => [from, hash === pack.hash])).toEqual([
    ['0001-01-01', true],
    ['2026-07-01', false],
  ]);
});
