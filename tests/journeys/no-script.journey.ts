import { sheetsOf } from './support/paper.ts';
import { expect, test } from './support/test.ts';
import { answerTriage, chooseApplicant, fileApplication, fillForm, goOn, shortTriage } from './support/way.ts';

test('a resident without JavaScript finds, plans, fills in, attaches, files and follows', async ({ visit }) => {
  test.setTimeout(120_000);
  const page = await visit({ javaScriptEnabled: false });
  await page.goto('/');
  await page.locator('#q').fill('построить офис');
  await page.locator('search button').click();
  await page.locator('main ol a').first().click();
  await goOn(page);

  // A question passed over is asked again.
  await goOn(page);
  await expect(page.locator('#errors')).toBeVisible();
  await answerTriage(page, { ...shortTriage, land: 'none', size: 'medium', storm: 'unsure', networks: 'yes' });

  await page.locator('#place').fill('Аграрная, 1');
  await goOn(page);
  if ((await page.locator('input[name="chosen"]').count()) > 0) {
    await page.locator('input[name="chosen"]').first().check();
    await goOn(page);
  }
  await page.locator('main a[href$="/plan"]').click();
  await expect(page.locator('h1')).toHaveText('Ваш план');
  // What the person decides can be weighed: the plan says what an auction would change, and leads to the question.
  await expect(page.locator('#other')).toContainText('Аукцион на аренду участка');
  await expect(page.locator('#other a').first()).toHaveAttribute('href', /\/triage\/land-way$/);
  // What only an officer's check would decide can be left out of the plan, and taken back.
  const step = page.locator('#heat-connection');
  await step.locator('summary').first().click();
  await step.locator('button[name="leaveOut"]').click();
  await expect(step).toHaveCount(0);
  await page.locator('#left-out button[value="heat-connection"]').click();
  await expect(step).toBeVisible();
  await expect(page.locator('#left-out')).toHaveCount(0);
  await chooseApplicant(page, 'resident-1');

  const pages = await fillForm(page);
  expect(pages).toContain('site-now');
  const { id, number } = await fileApplication(page);
  await expect(page.locator('main')).toContainText(number);

  // The longest list of cases still prints on one sheet.
  const sheets = sheetsOf(await page.pdf({ preferCSSPageSize: true }));
  if (sheets) expect(sheets).toEqual({ pages: 1, isA4: true });
  await page.goto(`/applications/${id}`);
  await expect(page.locator('main')).toContainText('Обновите страницу');
  await expect(page.locator('h1')).toContainText(number);
});
