import { expect, it } from 'vitest';
import { indexPack, packOn } from './index-pack.ts';
import { checkTiny, dig, goodFile } from './mistake.fixture.ts';

it('a pack is looked up by id, by output and by district', async () => {
  const { pack } = await checkTiny();
  if (!pack) throw new Error('the tiny pack loads');
  const index = indexPack(pack);
  expect(indexPack(pack)).toBe(index);
  expect(index.services.get('dig')?.department).toBe('works');
  expect(index.producers.get('right')).toEqual(['registration']);
  expect(index.departmentOfDistrict.get('old-town')?.id).toBe('works');
  expect(index.situationsOfService.get('plan')?.map(({ id }) => id)).toEqual(['dig-up']);
});

it('a new version of a service is law from its first day on', async () => {
  const next = goodFile(dig)
    .replace('version: 1', 'version: 2')
    .replace('2026-01-01', '2026-07-01')
    .replace('amount: 7', 'amount: 5');
  const { pack } = await checkTiny({ 'services/dig/service.2.yaml': next });
  if (!pack) throw new Error('the tiny pack loads');
  const termOn = (day: string) => indexPack(packOn(pack, day)).services.get('dig')?.term.amount;
  expect([termOn('2026-06-30'), termOn('2026-07-01'), termOn('2027-01-01')]).toEqual([7, 5, 5]);
  expect(packOn(pack, '2026-06-30')).toBe(pack);
});
