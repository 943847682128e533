import { expect, test } from './support/test.ts';
import { beginForm, fileApplication, fillForm } from './support/way.ts';

test('a representative files under a mandate, and the person represented sees the application', async ({ visit }) => {
  const page = await visit({ as: 'representative-1' });
  await beginForm(page, 'storm-water-conditions', 'representative-1', 'mandate');
  const pages = await fillForm(page);
  expect(pages).toContain('representative');
  await expect(page.locator('main')).toContainText('Сафина Айгуль Рашитовна');
  await expect(page.locator('main')).toContainText('Миронова');
  const { id, number } = await fileApplication(page);
  await expect(page.locator('main')).toContainText('Сафина');
  const represented = await visit({ as: 'resident-1' });
  await represented.goto('/my');
  await expect(represented.locator('main')).toContainText(number);
  await represented.goto(`/applications/${id}`);
  await expect(represented.locator('h1')).toContainText(number);
});

test('a director files for the company, whose facts the city fills in itself', async ({ visit }) => {
  const page = await visit({ as: 'entrepreneur-1' });
  const draft = await beginForm(page, 'excavation-order', 'entrepreneur-1', 'organisation');
  await page.goto(`${draft}/form/organisation`);
  await expect(page.locator('[name="applicant.organisation-name"]')).toHaveValue('ООО «Идел Проект»');
  await expect(page.locator('[name="applicant.organisation-inn"]')).toHaveValue('9900000017');
  await expect(page.locator('main')).toContainText('Заполнено');
  await page.goto(`${draft}/form/contacts`);
  await page.goto(draft);
  await fillForm(page, { 'subcontractor.present': 'no', 'excavation.on-roadway': 'no' });
  await fileApplication(page);
  await expect(page.locator('main')).toContainText('ООО «Идел Проект»');
});
