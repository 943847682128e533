import { act, openCase } from './support/office.ts';
import { isSigned, sheetsOf, wordsOf } from './support/paper.ts';
import { plainPdf } from './support/sample-files.ts';
import { expect, test } from './support/test.ts';
import { chooseApplicant, fileApplication, fillForm, goOn, typePlace } from './support/way.ts';

test('an excavation order goes from the search to a signed paper and a register record, and everybody sees it live', async ({
  visit,
}) => {
  test.setTimeout(180_000);
  const queue = await visit({ as: 'officer-kvb' });
  await queue.goto('/work');
  await expect(queue.locator('[data-live]')).toHaveText(/сама/);

  const page = await visit();
  await page.goto(`/search?${new URLSearchParams({ q: 'раскопать улицу для трубы' })}`);
  await page.locator('main a[href="/services/excavation-order"]').first().click();
  await goOn(page);
  await typePlace(page, '16:50:032206:6');
  await chooseApplicant(page, 'resident-1');
  await fillForm(page, { 'subcontractor.present': 'no', 'excavation.on-roadway': 'no' });
  const { id, number } = await fileApplication(page);
  expect(number).toMatch(/^2\d{3}-\d{6}$/);

  // The receipt: on the screen at once, on paper one sheet.
  const receipt = await page.pdf({ preferCSSPageSize: true });
  const sheets = sheetsOf(receipt);
  if (sheets) expect(sheets).toEqual({ pages: 1, isA4: true });
  expect(wordsOf(receipt) ?? number).toContain(number);

  // The queue that was open before shows the case without being loaded again.
  const caseNumber = `${number}-01`;
  await expect(queue.getByRole('link', { name: caseNumber })).toBeVisible();
  await page.goto(`/applications/${id}`);
  await expect(page.locator('[data-live]')).toHaveText(/сама/);

  await openCase(queue, caseNumber);
  await act(queue, 'take');
  await expect(queue.locator('main')).toContainText('Сафина');
  await expect(queue.locator('main figure svg').first()).toBeVisible();
  await act(queue, 'accept');
  await expect(page.locator('main')).toContainText('в работе');

  // Another department is asked, and answers with a file.
  const asked = await visit({ as: 'officer-uaig' });
  await asked.goto('/work?list=asked');
  await expect(asked.locator('[data-live]')).toHaveText(/сама/);
  await act(queue, 'ask:affected-holders');
  await asked.locator('main a[href^="/work/requests/"]').first().click();
  await act(asked, 'take');
  await act(asked, 'answer', { texts: { text: 'Затронут один участок.' }, file: plainPdf('Ответ.pdf') });
  await queue.goto(queue.url().replace(/\?.*$/, ''));
  await expect(queue.locator('main')).toContainText('отвечен');
  await expect(queue.getByRole('link', { name: 'Ответ.pdf' }).first()).toBeVisible();

  // The officer drafts; the signature is another person's.
  await act(queue, 'grant', { texts: { text: 'Разрешить земляные работы по представленному графику.' } });
  await expect(queue.locator('button[value="sign"]')).toHaveCount(0);
  const head = await visit({ as: 'head-kvb' });
  await head.goto('/work?list=toSign');
  await openCase(head, caseNumber);
  await act(head, 'sign');

  // The applicant's open page shows the result by itself.
  const download = page.locator('main a[href^="/documents/"]').first();
  await expect(download).toBeVisible();
  await expect(page.locator('main')).toContainText(/Запись в реестре № 2\d{3}-\d{5}/);
  const paper = await page.request.get((await download.getAttribute('href')) ?? '');
  const pdf = await paper.body();
  expect(isSigned(pdf) ?? true).toBe(true);

  // Anybody can check the paper, and follow by number, and learns no name.
  const verify = (await page.locator('main a[href^="/verify/"]').first().getAttribute('href')) ?? '';
  expect(wordsOf(pdf) ?? verify).toContain(verify.split('/').at(-1) ?? '');
  const stranger = await visit();
  await stranger.goto(verify);
  await expect(stranger.locator('main')).toContainText('Документ подлинный');
  await stranger.goto('/track');
  await stranger.locator('#number').fill(number);
  await goOn(stranger);
  await expect(stranger.locator('main')).toContainText('готово');
  expect((await stranger.locator('main').allInnerTexts()).join()).not.toMatch(/Сафин|Айгуль|Аграрн|16:50:032206/);
});
