import { expect, type Locator, type Page } from '@playwright/test';
import type { SampleFile } from './sample-files.ts';

/** What is typed and attached in a form of the workspace: texts by field, and a file. */
type Typed = Readonly<{ texts?: Readonly<Record<string, string>>; file?: SampleFile }>;

/** The form of the workspace that does an act, unfolded. */
export async function actForm(page: Page, act: string) {
  const form = page.locator('form').filter({ has: page.locator(`button[name="act"][value="${act}"]`) });
  // A link was followed a moment ago: what is counted before the page is there counts the page before.
  await form.first().waitFor({ state: 'attached' });
  const fold = page.locator('details').filter({ has: form });
  if ((await fold.count()) > 0 && (await fold.getAttribute('open')) === null)
    await fold.locator('summary').first().click();
  return form;
}

/** Does an act on a case or a request, and waits for the notice that says it is done. */
export async function act(page: Page, name: string, { texts = {}, file }: Typed = {}): Promise<void> {
  const form = await actForm(page, name);
  for (const [field, text] of Object.entries(texts)) await form.locator(`[name="${field}"]`).first().fill(text);
  if (name === 'grant') await fillRecord(form);
  if (file) await form.locator('input[type="file"]').setInputFiles(file);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await form.locator(`button[name="act"][value="${name}"]`).click();
  const status = (await answered).status();
  await page.waitForLoadState();
  const refused = (await page.locator('[role="alert"]').allInnerTexts()).join();
  expect({ act: name, status, refused }).toEqual({ act: name, status: 302, refused: '' });
  await expect(page.locator('main [role="status"]').first()).toBeVisible();
}

/** What the officer enters into the register beside the applicant's answers: days, words, at least one tick. */
async function fillRecord(form: Locator): Promise<void> {
  const day = new Date(Date.now() + 30 * 86_400_000);
  const parts = [String(day.getDate()), String(day.getMonth() + 1), String(day.getFullYear())];
  for (const [at, part] of ['day', 'month', 'year'].entries()) {
    for (const input of await form.locator(`input[name$=":${part}"]`).all()) await input.fill(parts[at] ?? '');
  }
  for (const input of await form.locator('textarea, input[type="text"]').all()) {
    const takesNumber = /numeric|decimal/.test((await input.getAttribute('inputmode')) ?? '');
    if ((await input.inputValue()) === '') await input.fill(takesNumber ? '12' : 'По правилам города');
  }
  const tick = form.locator('input[type="checkbox"]').first();
  if ((await tick.count()) > 0) await tick.check();
}

/** Opens a case from the queue page that shows it. */
export async function openCase(queue: Page, caseNumber: string): Promise<void> {
  await queue.locator('main').getByRole('link', { name: caseNumber, exact: true }).click();
  await expect(queue).toHaveURL(/\/work\/cases\//);
}
