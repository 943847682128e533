import type { Page } from '@playwright/test';
import { fitsItsWidth, isAccessible } from './support/checks.ts';
import { act, actForm, openCase } from './support/office.ts';
import { expect, test } from './support/test.ts';
import { fileApplication, fileOffice, fileService, fillForm, goOn } from './support/way.ts';

/** The row of the urban plan in the architects' queue; the newest of the application. */
const urbanPlan = (queue: Page, number: string) =>
  queue.locator('tr', { hasText: number }).filter({ hasText: /градостроительный план/i });

test('a refused service is corrected within the application, granted, and what waited for it begins', async ({
  visit,
}) => {
  test.setTimeout(180_000);
  const page = await visit({ as: 'resident-1', javaScriptEnabled: false });
  const { id, number } = await fileOffice(page, 'resident-1');
  const officer = await visit({ as: 'officer-uaig' });
  const head = await visit({ as: 'head-uaig' });
  await officer.goto('/work');
  const first = ((await urbanPlan(officer, number).getByRole('link').first().textContent()) ?? '').trim();
  await openCase(officer, first);
  await act(officer, 'take');
  await act(officer, 'accept');
  await (await actForm(officer, 'refuse')).locator('input[name="grounds"][value="g3"]').check();
  await act(officer, 'refuse', { texts: { text: 'В ЕГРН нет границ участка.' } });
  await head.goto('/work?list=toSign');
  await openCase(head, first);
  await act(head, 'sign');

  // Whoever waits for it says that the applicant must apply again.
  await officer.goto('/work?list=waiting');
  await page.goto(`/applications/${id}`);
  await expect(page.locator('main')).toContainText('Границы участка не установлены');
  await expect(page.locator('main')).toContainText('Градостроительный кодекс, ст. 57.3');
  await expect(page.locator('main')).toContainText('В этом отказали: подайте заново');
  await page.getByRole('button', { name: 'Подать заново, исправив' }).first().click();

  // Everything is kept; the fields that the ground names say so.
  await expect(page).toHaveURL(/\/form\/[\w-]+$/);
  await expect(page.locator('#errors')).toContainText('Границы участка не установлены');
  const area = page.locator('[name="site.area"]');
  expect(await area.inputValue()).not.toBe('');
  await area.fill('1255');
  await goOn(page);
  await page.waitForURL(/\/check$/);
  await expect(page.locator('main')).toContainText('1 255');
  await officer.goto('/work');
  await expect(officer.locator('[data-live]')).toHaveText(/сама/);
  await fileApplication(page);
  await expect(page.locator('main')).toContainText('Подано заново');

  // The department sees the new case without loading its page again, with what was changed.
  await expect(urbanPlan(officer, number)).toContainText('подано заново');
  const second = ((await urbanPlan(officer, number).getByRole('link').first().textContent()) ?? '').trim();
  expect(second).not.toBe(first);
  await openCase(officer, second);
  await expect(officer.locator('main')).toContainText(`Подано заново после отказа по делу ${first}`);
  await expect(officer.locator('main')).toContainText('1 255');
  await act(officer, 'take');
  await act(officer, 'accept');
  await act(officer, 'grant', { texts: { text: 'Выдать план.' } });
  await head.goto('/work?list=toSign');
  await openCase(head, second);
  await act(head, 'sign');
  await page.goto(`/applications/${id}`);
  await expect(page.locator('main a[href*="/steps/sketch"]')).toBeVisible();

  // What is left can be given up; the page asks first.
  await page.getByRole('link', { name: 'Отозвать заявление' }).click();
  await expect(page.locator('main h1')).toContainText(number);
  await page.getByRole('button', { name: 'Да, отозвать' }).click();
  await expect(page.locator('main')).toContainText('Вы отозвали заявление');
});

test('an officer asks for single answers, and the applicant supplies just these', async ({ visit }) => {
  test.setTimeout(120_000);
  const page = await visit({ as: 'resident-2' });
  const { id, number } = await fileService(page, 'storm-water-conditions', 'resident-2');
  const officer = await visit({ as: 'officer-kvb' });
  await officer.goto('/work');
  await openCase(officer, `${number}-01`);
  await act(officer, 'take');
  const form = await actForm(officer, 'askApplicant');
  await form.locator('button[value="askApplicant"]').click();
  await expect(officer.locator('main [role="alert"], #errors').first()).toContainText('Какие сведения нужны');
  await (await actForm(officer, 'askApplicant')).locator('input[value="site.photo"]').check();
  await act(officer, 'askApplicant', { texts: { text: 'Приложите снимок колодца.' } });

  await page.goto(`/applications/${id}`);
  await expect(page.locator('main')).toContainText('Приложите снимок колодца.');
  await isAccessible(page);
  await page.getByRole('button', { name: 'Дополнить', exact: true }).click();
  await expect(page).toHaveURL(/\/form\/[\w-]+$/);
  await isAccessible(page);
  await fitsItsWidth(page);
  await fillForm(page);
  await isAccessible(page);
  await fitsItsWidth(page);
  await page.locator('button[name="act"][value="file"]').click();
  await expect(page).toHaveURL(new RegExp(`/applications/${id}`));
  await expect(page.locator('main [role="status"]').first()).toContainText('Дополнение отправлено');
  await expect(page.locator('main')).toContainText('Дополнено');
  await officer.reload();
  await expect(officer.locator('main')).toContainText('Добавлено');
  await isAccessible(officer);
});
