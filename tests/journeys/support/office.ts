import { expect, type Page } from '@playwright/test';
import type { SampleFile } from './sample-files.ts';

/** What is typed and attached in a form of the workspace: texts by field, and a file. */
type Typed = Readonly<{
  texts?: Readonly<Record<string, string>>;
  file?: SampleFile;
  fill?: (page: Page) => Promise<void>;
}>;

/** The form of the workspace that does an act, unfolded. */
export async function actForm(page: Page, act: string) {
  const form = page.locator('form').filter({ has: page.locator(`button[name="act"][value="${act}"]`) });
  const fold = page.locator('details').filter({ has: form });
  if ((await fold.count()) > 0 && (await fold.getAttribute('open')) === null)
    await fold.locator('summary').first().click();
  return form;
}

/** Does an act on a case or a request and waits for the notice that says it is done. */
export async function act(page: Page, name: string, { texts = {}, file, fill }: Typed = {}): Promise<void> {
  const form = await actForm(page, name);
  for (const [field, text] of Object.entries(texts)) {
    const control = form.locator(`[name="${field}"]`).first();
    if (await control.evaluate((one) => one.localName === 'select')) await control.selectOption(text);
    else await control.fill(text);
  }
  await fill?.(page);
  if (file) await form.locator('input[type="file"]').setInputFiles(file);
  await form.locator(`button[name="act"][value="${name}"]`).click();
  await expect(page, `after ${name}: ${(await page.locator('[role="alert"]').allInnerTexts()).join()}`).toHaveURL(
    /\?done=/,
  );
  await expect(page.locator('main [role="status"]').first()).toBeVisible();
}

/** Opens a case from the queue page that shows it. */
export async function openCase(queue: Page, caseNumber: string): Promise<void> {
  await queue.locator('main').getByRole('link', { name: caseNumber, exact: true }).click();
  await expect(queue).toHaveURL(/\/work\/cases\//);
}
