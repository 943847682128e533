import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseState } from '#modules/cases/index.ts';
import { type City, testCity } from '#tests/support/city.ts';

let city: City;
beforeAll(async () => {
  city = await testCity();
});
afterAll(() => city.close());

/** What a department has done, in pages of one row, one after the other as the queue page turns them. */
async function turnPages(departmentId: string): Promise<CaseState[]> {
  const { app } = city;
  const officer = await city.employee(`officer-${departmentId}`);
  const rows: CaseState[] = [];
  for (;;) {
    const last = rows.at(-1);
    const after = last && { after: { dueOn: last.due?.on ?? null, id: last.id } };
    const page = await app.cases.listQueue(officer, { departmentId, list: 'done', limit: 1, ...after });
    if (page.length === 0) return rows;
    rows.push(...page);
  }
}

test('whoever turns the pages of a queue sees each case once, the earliest date first and those without one last', async () => {
  const resident = city.resident('resident-1');
  const { id } = await city.fileOffice(resident);
  await city.app.applications.withdraw(resident, { applicationId: id });
  const all = await city.app.cases.listByApplication(id);
  const [departmentId = ''] = all.filter(({ due }) => due === undefined).map((one) => one.departmentId);
  const done = await turnPages(departmentId);
  expect(done.map((one) => one.id).toSorted()).toEqual(
    all.flatMap((one) => (one.departmentId === departmentId ? [one.id] : [])).toSorted(),
  );
  const dates = done.map(({ due }) => due?.on ?? 'none');
  expect(dates).toEqual(dates.toSorted());
  expect([dates[0] === 'none', dates.at(-1)]).toEqual([false, 'none']);
});
