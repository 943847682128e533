import type { Page } from '@playwright/test';
import { act, openCase } from './support/office.ts';
import { plainPdf } from './support/sample-files.ts';
import { expect, test } from './support/test.ts';
import { chooseApplicant, fileApplication, fileService, fillForm, goOn, planOffice } from './support/way.ts';

test('one application for an office reaches every department in the same moment, and a finished part starts the next', async ({
  visit,
}) => {
  test.setTimeout(180_000);
  const queues = { uaig: await visit({ as: 'officer-uaig' }), kvb: await visit({ as: 'officer-kvb' }) };
  const waiting = await visit({ as: 'officer-ugr' });
  for (const queue of Object.values(queues)) await openLive(queue, '/work');
  await openLive(waiting, '/work?list=waiting');

  const page = await visit({ as: 'resident-1' });
  await planOffice(page);
  const figures = (await page.locator('main dl').first().allInnerTexts()).join();
  expect(figures).toMatch(/\d/);
  await chooseApplicant(page, 'resident-1');
  await fillForm(page);
  const { id, number } = await fileApplication(page);

  // Every department has its case, open or waiting, without loading its page again.
  for (const queue of Object.values(queues))
    await expect(queue.getByRole('link', { name: number }).first()).toBeVisible();
  await expect(waiting.getByRole('link', { name: number }).first()).toBeVisible();

  await page.goto(`/applications/${id}`);
  await expect(page.locator('[data-live]')).toHaveText(/сама/);
  const urbanPlan = queues.uaig
    .locator('tr', { hasText: number })
    .filter({ hasText: /план/i })
    .getByRole('link')
    .first();
  const caseNumber = ((await urbanPlan.textContent()) ?? '').trim();
  await openCase(queues.uaig, caseNumber);
  await act(queues.uaig, 'take');
  await act(queues.uaig, 'accept');

  // An agency outside answers on paper: the officer enters the answer.
  await act(queues.uaig, 'ask:plot-extract');
  await queues.uaig.locator('main a[href^="/work/requests/"]').first().click();
  await act(queues.uaig, 'answer', { texts: { text: 'Границы и площадь подтверждены.' }, file: plainPdf('ЕГРН.pdf') });
  await queues.uaig.locator('main a[href^="/work/cases/"]').first().click();

  // The head sends the draft back once, then signs; nobody signs what they drafted.
  await act(queues.uaig, 'grant', { texts: { text: 'Выдать план.' } });
  const head = await visit({ as: 'head-uaig' });
  await head.goto('/work?list=toSign');
  await openCase(head, caseNumber);
  await act(head, 'sendBack', { texts: { comment: 'Укажите номер плана.' } });
  await queues.uaig.reload();
  await expect(queues.uaig.locator('main')).toContainText('Укажите номер плана.');
  await act(queues.uaig, 'grant', { texts: { text: 'Выдать план № 7.' } });
  await head.goto('/work?list=toSign');
  await openCase(head, caseNumber);
  await act(head, 'sign');

  // It is the applicant's turn: the sketch is reported, and the case that waited for it begins.
  const report = page.locator('main a[href*="/steps/"]').first();
  await expect(report).toBeVisible();
  await openLive(queues.uaig, '/work');
  await report.click();
  await goOn(page);
  await expect(page).toHaveURL(new RegExp(`/applications/${id}$`));
  await expect(queues.uaig.locator('tr', { hasText: number }).filter({ hasText: /фасад|облик/i })).toBeVisible();
});

test('a head who wrote a decision cannot sign it', async ({ visit }) => {
  test.setTimeout(120_000);
  const { number } = await fileService(await visit({ as: 'resident-2' }), 'storm-water-conditions', 'resident-2');
  const head = await visit({ as: 'head-kvb' });
  await head.goto('/work');
  await openCase(head, `${number}-01`);
  await act(head, 'take');
  await act(head, 'accept');
  await act(head, 'grant', { texts: { text: 'Выдать условия.' } });
  await expect(head.locator('main')).toContainText('Подписать его должен другой человек');
  await expect(head.locator('button[value="sign"]')).toHaveCount(0);
});

test('two officers who take one case at once are told who has it', async ({ visit }) => {
  test.setTimeout(120_000);
  const { number } = await fileService(await visit({ as: 'resident-2' }), 'storm-water-conditions', 'resident-2');
  const [officer, head] = [
    await visit({ as: 'officer-kvb' }),
    await visit({ as: 'head-kvb', javaScriptEnabled: false }),
  ];
  for (const one of [officer, head]) {
    await one.goto('/work');
    await openCase(one, `${number}-01`);
  }
  await act(officer, 'take');
  await head.locator('button[name="act"][value="take"]').click();
  await expect(head.locator('main [role="alert"]')).toContainText('уже взял другой сотрудник');
  await expect(head.locator('button[value="take"]')).toHaveCount(0);
});

/** Opens a page that renews itself, and waits until it does. */
async function openLive(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('[data-live]')).toHaveText(/сама/);
}
