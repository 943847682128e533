import { expect, test } from './support/test.ts';
import { answerTriage, chooseApplicant, fileApplication, fillForm, goOn, typePlace } from './support/way.ts';

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

test('a resident files for an office from the first word to the receipt', async ({ visit }) => {
  const page = await visit();
  await page.goto('/search?q=%D0%BE%D1%84%D0%B8%D1%81');
  await page.locator('main ol a').first().click();
  await goOn(page);
  await answerTriage(page);
  await typePlace(page, '16:50:032206:6');
  await chooseApplicant(page, 'resident-1');
  console.log(await fillForm(page));
  console.log(await fileApplication(page));
});
