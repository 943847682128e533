import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillPage } from './support/fill-form.ts';
import { programAs } from './support/sample-files.ts';
import { chooseAccount, expect, test } from './support/test.ts';
import { beginForm, beginService, fileService, fillForm, goOn } from './support/way.ts';

test('a cadastral number that the city does not know is refused with what to do, and stays in its field', async ({
  visit,
}) => {
  const page = await visit();
  await beginService(page, 'urban-plan');
  await page.locator('#place').fill('16:50:999999:77');
  await goOn(page);
  await expect(page.locator('#errors')).toBeVisible();
  await expect(page.locator('#place')).toHaveValue('16:50:999999:77');
  await expect(page.locator('#place')).toHaveAttribute('aria-invalid', 'true');
  await expect(page).toHaveTitle(/^Ошибка/);
});

for (const [what, corners, why] of [
  ['crosses itself', '55.7950 49.1150; 55.7960 49.1170; 55.7950 49.1170; 55.7960 49.1150', /пересека/],
  ['lies outside the city', '54.10 48.10; 54.10 48.11; 54.11 48.11; 54.11 48.10', /город/],
  ['is no outline', 'за оврагом, где берёза', /./],
] as const) {
  test(`an outline that ${what} is refused with what to do, and stays in its field`, async ({ visit }) => {
    const page = await visit({ javaScriptEnabled: false });
    await beginService(page, 'urban-plan');
    await page.goto(page.url().replace(/\/place$/, '/map'));
    await page
      .locator('details', { has: page.locator('#outline') })
      .locator('summary')
      .click();
    await page.locator('#outline').fill(corners);
    await goOn(page);
    await expect(page.locator('#errors')).toContainText(why);
    await expect(page.locator('#outline')).toHaveValue(corners);
    await expect(page.locator('#outline')).toBeVisible();
  });
}

test('a program under the name of a drawing is refused at its field, and the rest of the page is kept', async ({
  visit,
}) => {
  const page = await visit({ as: 'resident-2' });
  const draft = await beginForm(page, 'excavation-order', 'resident-2');
  await page.goto(`${draft}/form/site-now`);
  await page.locator('input[type="file"]').first().setInputFiles(programAs('Съёмка.pdf'));
  await goOn(page);
  await expect(page.locator('#errors')).toContainText('Съёмка.pdf');
  await expect(page.locator('#errors a').first()).toHaveAttribute('href', /^#site\./);
});

test('a file of sixty megabytes is refused with the limit', async ({ visit }) => {
  const page = await visit({ as: 'resident-2' });
  const draft = await beginForm(page, 'excavation-order', 'resident-2');
  await page.goto(`${draft}/form/site-now`);
  const folder = mkdtempSync(join(tmpdir(), 'berdem-large-'));
  const large = join(folder, 'Съёмка.pdf');
  writeFileSync(large, Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(60 * 1024 * 1024, 0x20)]));
  await page.locator('input[type="file"]').first().setInputFiles(large);
  await goOn(page);
  await expect(page.locator('#errors')).toContainText('50', { timeout: 30_000 });
  rmSync(folder, { recursive: true });
});

test('a page with mistakes lists them, leads to each field, and keeps what was typed', async ({ visit }) => {
  const page = await visit({ as: 'resident-2', javaScriptEnabled: false });
  const draft = await beginForm(page, 'excavation-order', 'resident-2');
  await page.goto(`${draft}/form/contacts`);
  await page.locator('[name="contact.phone"]').fill('двенадцать');
  await goOn(page);
  await expect(page.locator('#errors a')).toHaveCount(1);
  await expect(page.locator('[name="contact.phone"]')).toHaveValue('двенадцать');
  const described = (await page.locator('[name="contact.phone"]').getAttribute('aria-describedby')) ?? '';
  expect(described).toContain('contact.phone-error');
  await page.locator('#errors a').click();
  await expect(page).toHaveURL(/#contact\.phone$/);
});

test('a session that ends in the middle of a page loses nothing that was typed', async ({ visit }) => {
  const page = await visit();
  const draft = await beginForm(page, 'excavation-order', 'entrepreneur-1');
  await page.goto(`${draft}/form/other`);
  await page.locator('[name="other.comment"]').fill('Въезд только со двора');

  await page.context().clearCookies();
  await goOn(page);
  await expect(page.locator('main')).toContainText('сохран');
  const signIn = page.waitForEvent('popup');
  await page.locator('main a[target="_blank"]').click();
  const popup = await signIn;
  await chooseAccount(popup, 'entrepreneur-1');
  await expect(popup).toHaveURL(/\/signed-in$/);
  await page.locator('main form button').click();
  await page.waitForURL(/\/drafts\/[\w-]+\/(form|check)/);
  await page.goto(`${draft}/form/other`);
  await expect(page.locator('[name="other.comment"]')).toHaveValue('Въезд только со двора');
});

test('a double click, a second tab and the back button file one application', async ({ visit }) => {
  const page = await visit({ as: 'resident-2' });
  const draft = await beginForm(page, 'storm-water-conditions', 'resident-2');
  await fillForm(page);
  const other = await page.context().newPage();
  await other.goto(`${draft}/check`);
  const button = page.locator('button[name="act"][value="file"]');
  await button.dblclick();
  await page.waitForURL(/\/receipt$/);
  const receipt = page.url();
  await other.locator('button[name="act"][value="file"]').click();
  await expect(other).toHaveURL(receipt);
  await page.goBack();
  if (/\/check$/.test(page.url())) await page.locator('button[name="act"][value="file"]').click();
  await expect(page).toHaveURL(receipt);
  await page.goto('/my');
  const number = /\d{4}-\d{6}/.exec((await other.locator('main').allInnerTexts()).join())?.[0] ?? '-';
  await expect(page.locator('main').getByText(number)).toHaveCount(1);
  await expect(page.locator(`main a[href="${new URL(draft).pathname}"]`)).toHaveCount(0);
});

test('a draft begun as a guest goes on at the same page on another device after signing in', async ({ visit }) => {
  const page = await visit();
  const draft = await beginForm(page, 'urban-plan', 'resident-2');
  await fillPage(page);
  await goOn(page);
  await page.waitForURL((url) => !url.pathname.endsWith('/form/applicant'));
  const left = new URL(page.url()).pathname;
  const other = await visit({ as: 'resident-2', viewport: { width: 360, height: 740 } });
  await other.goto('/my');
  await other.locator(`main a[href="${new URL(draft).pathname}"]`).click();
  await expect(other).toHaveURL(new RegExp(`${left}$`));
});

test("another person's application, draft and paper look as if they were not there", async ({ visit }) => {
  const page = await visit({ as: 'resident-2' });
  const { id, draft } = await fileService(page, 'storm-water-conditions', 'resident-2');
  const curious = await visit({ as: 'entrepreneur-1' });
  const unknown = '01a20dc5-0000-7000-8000-000000000000';
  for (const path of [`/applications/${id}`, `/applications/${id}/receipt`, new URL(draft).pathname]) {
    const theirs = await curious.goto(path);
    expect(theirs?.status(), path).toBe(404);
    const said = (await curious.locator('main').allInnerTexts()).join();
    await curious.goto(path.replace(/[\w-]{36}/, unknown));
    expect((await curious.locator('main').allInnerTexts()).join()).toBe(said);
  }
});
