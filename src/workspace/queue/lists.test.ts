import { expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { listPath, readCursor, readList, writeCursor } from './lists.ts';

test('a list goes on where its page ended, also after cases whose clock does not run', () => {
  const id = newId();
  expect(readCursor(writeCursor({ dueOn: '2026-11-24', id }))).toEqual({ dueOn: '2026-11-24', id });
  expect(readCursor(writeCursor({ dueOn: null, id }))).toEqual({ dueOn: null, id });
});

test('an address that somebody made up shows the first page of the open cases', () => {
  expect(readCursor("2026-11-24~1' or '1")).toBeUndefined();
  expect(readCursor(`yesterday~${newId()}`)).toBeUndefined();
  expect(readList('everything')).toBe('open');
});

test('addresses say only what is not plain', () => {
  expect(listPath({ list: 'open' })).toBe('/work');
  expect(listPath({ list: 'mine' })).toBe('/work?list=mine');
  expect(listPath({ list: 'open', department: 'kvb' })).toBe('/work?department=kvb');
});
