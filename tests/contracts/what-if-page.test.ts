import { afterAll, beforeAll, expect, test } from 'vitest';
import { type City, testCity } from '../support/city.ts';
import { createBrowser } from '../support/small-city.ts';

let city: City;
beforeAll(async () => {
  city = await testCity({ pages: true });
});
afterAll(() => city.close());

test('a designer sees both plans, what moved the end, and what cannot be supposed, with everything still typed', async () => {
  const browser = createBrowser(city.http as Parameters<typeof createBrowser>[0]);
  await browser.signIn('lean-1');
  const read = async (question: string) =>
    (await browser.send(`/work/catalogue/situations/build-office/what-if${question}`)).text();
  expect(await read('')).not.toContain('Как было бы');
  const shorter = await read('?from=2026-03-02&amount.urban-plan=5');
  expect(shorter).toContain('Как было бы');
  expect(shorter).toContain('5 рабочих дней вместо 14 рабочих дней — сдвигает завершение на');
  const refused = await read('?off=2040-01-10&amount.urban-plan=6');
  expect(refused).toContain('нет 2040 года');
  expect(refused).toContain('value="6"');
  expect(await read('?from=soon&amount.urban-plan=-3&off=never')).not.toContain('Как было бы');
  expect((await browser.send('/work/catalogue/situations/moon/what-if')).status).toBe(404);
});
