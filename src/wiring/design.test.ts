import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCatalogue, loadPack, type Pack } from '#modules/catalogue/index.ts';
import type { Database } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { createDesign } from './design.ts';

const folder = 'cities/zarechny';
let town: Pack;
let database: Database;
beforeAll(async () => {
  const loaded = await loadPack(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  town = loaded.value;
  database = await testDatabase();
});
afterAll(() => database.close());

/** The designer's view of the town under other rules than those its cases were written for. */
async function designOf(pack: Pack) {
  return createDesign(await createCatalogue({ db: database.db }, pack), folder);
}

test('cases that hold are counted for each service and situation', async () => {
  const counts = await (await designOf(town)).countCases();
  expect([...counts.values()].every(({ passed, failed }) => passed > 0 && failed === 0)).toBe(true);
  expect([...counts.values()].reduce((sum, { passed }) => sum + passed, 0)).toBe(10);
});

test('where the law in force is another than the case says, what was found stands beside what was expected', async () => {
  const services = town.services.map((one) => ({ ...one, term: { ...one.term, amount: one.term.amount + 1 } }));
  const design = await designOf({ ...town, services, hash: 'f'.repeat(64) });
  const counts = await design.countCases();
  const [subject = ''] = [...counts].find(([, { failed }]) => failed > 0) ?? [];
  const [kind, id = ''] = subject.split(' ');
  const tables = await design.tryCases(kind === 'service' ? 'service' : 'situation', id);
  const failures = tables.flatMap(({ cases, read }) =>
    cases.flatMap((one) => one.failures.map((failure) => ({ ...failure, read }))),
  );
  const late = failures.find(({ column }) => column.startsWith('ends'));
  const fault = late?.faults[0];
  if (late === undefined || fault?.kind !== 'found') throw new Error('no end has moved');
  expect(fault.values[0]).not.toBe(late.expected);
  expect(late.read.word(late.column, fault.values[0] ?? '')).toEqual({ kind: 'date', on: fault.values[0] });
});

test('a cell is read in the names of the pack, not in its ids', async () => {
  const [table] = (
    await Promise.all(town.situations.map(async ({ id }) => (await designOf(town)).tryCases('situation', id)))
  ).flat();
  if (table === undefined) throw new Error('the town has no cases of a situation');
  const [question] = town.situations[0]?.triage ?? [];
  const [option] = question?.options ?? [];
  expect(table.read.given(question?.id ?? '', option?.value ?? '')).toEqual({
    column: { key: question?.id, label: question?.label, of: undefined },
    words: [{ kind: 'name', name: option?.label }],
  });
  const [service] = town.services;
  expect(table.read.expected('needed', service?.id ?? '').words).toEqual([{ kind: 'name', name: service?.name }]);
  expect(table.read.expected('fee', '150').words).toEqual([{ kind: 'fee', amount: 15_000 }]);
});
