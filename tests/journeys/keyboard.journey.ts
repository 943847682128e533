import { choose, fillByKeyboard, pressOn, send, tabTo } from './support/keyboard.ts';
import { chooseAccount, expect, test } from './support/test.ts';
import { shortTriage } from './support/way.ts';

test('a resident with a keyboard only files for storm-water conditions, and always sees where the focus is', async ({
  visit,
}) => {
  test.setTimeout(120_000);
  const page = await visit({ reducedMotion: 'reduce' });
  await page.goto('/');

  // The first Tab offers to pass over the header.
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip')).toBeFocused();
  await expect(page.locator('.skip')).toBeInViewport();
  await page.keyboard.press('Enter');
  await tabTo(page, page.locator('#q'));
  await page.keyboard.type('ливневая канализация');
  await send(page);
  await expect(page).toHaveURL(/\/search/);
  await pressOn(page, page.locator('main a[href="/services/storm-water-conditions"]'));
  await pressOn(page, page.locator('main form button'));

  // A mistake: the summary leads to the field.
  await tabTo(page, page.locator('#place'));
  await page.keyboard.type('16:50:999999:1');
  await send(page);
  await tabTo(page, page.locator('#errors a').first());
  await page.keyboard.press('Enter');
  await expect(page.locator('#place')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('16:50:032206:6');
  await send(page);

  await pressOn(page, page.locator('main a[href$="/plan"]'));
  await pressOn(page, page.locator('main a[href$="/applicant"]').first());
  await chooseAccount(page, 'resident-2');
  await expect(page).toHaveURL(/\/applicant$/);
  await choose(page, 'applicant', 'self');
  await pressOn(page, page.locator('main form button'));

  while (/\/form\//.test(page.url())) await fillByKeyboard(page);
  await expect(page).toHaveURL(/\/check$/);
  await pressOn(page, page.locator('button[value="file"]'));
  await expect(page).toHaveURL(/\/receipt$/);
  await pressOn(page, page.locator('main a[href^="/applications/"]').last());
  await expect(page.locator('h1')).toContainText(/2\d{3}-\d{6}/);
});

test('questions are answered with the arrows, and going back keeps the answer', async ({ visit }) => {
  const page = await visit({ reducedMotion: 'reduce' });
  await page.goto('/situations/build-office');
  await pressOn(page, page.locator('main form button'));
  // Whoever owns the plot is not asked by which way it is sought.
  for (const question of ['land', 'building', 'size']) {
    const value = shortTriage[question] ?? '';
    await expect(page).toHaveURL(new RegExp(`/triage/${question}$`));
    await choose(page, 'answer', value);
    await pressOn(page, page.locator('main form button'));
  }
  await page.goBack();
  await expect(page.locator(`input[value="${shortTriage.size}"]`)).toBeChecked();
});
