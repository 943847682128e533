import { expect, test } from './support/test.ts';

test('a language chosen by the address is remembered on every page that follows', async ({ visit }) => {
  const page = await visit({ locale: 'en-GB' });
  await page.goto('/?lang=tt');
  await expect(page.locator('html')).toHaveAttribute('lang', 'tt');
  await page.goto('/situations/build-office');
  await expect(page.locator('html')).toHaveAttribute('lang', 'tt');
  await expect(page.locator('h1')).toHaveText('Офис төзергә');
  await page.locator('header a[hreflang="ru"]').click();
  await expect(page).toHaveURL(/\/situations\/build-office\?lang=ru$/);
  await expect(page.locator('h1')).toHaveText('Построить офис');
});

for (const [locale, language, title] of [
  ['tt-RU', 'tt', 'Офис төзергә'],
  ['en-GB', 'en', 'Build an office'],
  ['ru-RU', 'ru', 'Построить офис'],
  ['de-DE', 'ru', 'Построить офис'],
] as const) {
  test(`a browser set to ${locale} is answered in ${language}`, async ({ visit }) => {
    const page = await visit({ locale });
    await page.goto('/situations/build-office');
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect(page.locator('h1')).toHaveText(title);
  });
}
