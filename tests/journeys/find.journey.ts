import { expect, test } from './support/test.ts';
import { goOn } from './support/way.ts';

for (const [locale, words] of [
  ['ru-RU', 'хочу построить офис'],
  ['tt-RU', 'офис төзергә телим'],
  ['en-GB', 'building an office'],
] as const) {
  test(`a person finds the situation by ordinary words in ${locale}`, async ({ visit }) => {
    const page = await visit({ locale });
    await page.goto('/');
    await page.locator('#q').fill(words);
    await page.locator('#q').press('Enter');
    await expect(page).toHaveURL(/\/search\?q=/);
    await expect(page.locator('main ol a').first()).toHaveAttribute('href', '/situations/build-office');
  });
}

test('whoever looked at the sign-in page and turned back can begin without signing in', async ({ visit }) => {
  const page = await visit();
  await page.goto('/sign-in?return=/');
  await page.goto('/situations/build-office');
  await goOn(page);
  await expect(page).toHaveURL(/\/triage\/land$/);
});
