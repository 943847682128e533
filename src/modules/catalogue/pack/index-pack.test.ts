import { expect, it } from 'vitest';
import { indexPack } from './index-pack.ts';
import { checkTiny } from './mistake.fixture.ts';

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
