import { expect, test } from 'vitest';
import type { PreparedItem } from './prepared.ts';
import { withRequired } from './required.ts';

const item = (key: string, needs: readonly (readonly [output: string, required: boolean])[]) => ({
  prepared: {
    key,
    needs: needs.map(([output, required]) => ({ output, when: undefined, required })),
  } as unknown as PreparedItem,
});
const requiredBy = (items: ReturnType<typeof item>[], makers: Record<string, string>) => {
  const producers = new Map(Object.entries(makers).map(([output, key]) => [output, [key]]));
  return Object.fromEntries(
    withRequired(items, { ask: () => 'yes', producers }).map(({ prepared, requires }) => [prepared.key, requires]),
  );
};

test('an order to dig waits for the permit where the plan has one, and needs none where it has not', () => {
  const dig = item('dig', [['permit', false]]);
  expect(requiredBy([item('permit', []), dig], { permit: 'permit' }).dig).toEqual(['permit']);
  expect(requiredBy([dig], {}).dig).toEqual([]);
});

test('what is not compulsory never makes two services wait for each other', () => {
  const title = item('title', [['permit', true]]);
  const permit = item('permit', [['title', false]]);
  expect(requiredBy([title, permit], { permit: 'permit', title: 'title' })).toEqual({ title: ['permit'], permit: [] });
});

test('two services that could each use the other wait one way only', () => {
  const first = item('first', [['b', false]]);
  const second = item('second', [['a', false]]);
  expect(requiredBy([first, second], { a: 'first', b: 'second' })).toEqual({ first: ['b'], second: [] });
});
