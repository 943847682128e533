import { expect, type Page } from '@playwright/test';
import { type Answers, fillPage } from './fill-form.ts';
import { chooseAccount } from './test.ts';

/** The main button of a page: what leads on. */
export const goOn = (page: Page) => page.locator('main form').getByRole('button').last().click();

/** Answers to the questions of "build an office": the shortest honest way. Others may be named. */
export const shortTriage: Readonly<Record<string, string>> = {
  land: 'own',
  'land-way': 'approved',
  building: 'new',
  size: 'small',
  funding: 'own',
  storm: 'yes',
  networks: 'no',
  'ground-works': 'yes',
};

/** Answers question after question until the place is asked for. */
export async function answerTriage(page: Page, answers: Readonly<Record<string, string>> = shortTriage): Promise<void> {
  for (;;) {
    const question = /\/triage\/([\w-]+)$/.exec(new URL(page.url()).pathname)?.[1];
    if (question === undefined) return;
    const value = answers[question];
    if (value === undefined) throw new Error(`no answer to ${question}`);
    await page.locator(`input[name="answer"][value="${value}"]`).check();
    const before = page.url();
    await goOn(page);
    await expect(page).not.toHaveURL(before);
  }
}

/** Types a cadastral number or an address, and says that the place found is right. */
export async function typePlace(page: Page, place: string): Promise<void> {
  await expect(page).toHaveURL(/\/place/);
  await page.locator('#place').fill(place);
  await goOn(page);
  await page.locator('main a[href$="/plan"]').click();
  await expect(page).toHaveURL(/\/plan$/);
}

/** From the plan to the choice of applicant; signs in on the way if the city asks to. */
export async function chooseApplicant(page: Page, account: string, applicant = 'self'): Promise<void> {
  await page.locator('main a[href$="/applicant"]').first().click();
  if (new URL(page.url()).pathname.startsWith('/demo-idp')) await chooseAccount(page, account);
  await expect(page).toHaveURL(/\/applicant$/);
  const choice = page.locator('input[name="applicant"]');
  const named =
    applicant === 'self'
      ? choice.and(page.locator('[value="self"]'))
      : choice.and(page.locator(':not([value="self"])')).first();
  await named.check();
  await goOn(page);
}

/** Fills page after page until the answers can be checked. Returns the pages walked. */
export async function fillForm(
  page: Page,
  answers: Answers = {},
  look?: (page: Page) => Promise<void>,
): Promise<string[]> {
  const walked: string[] = [];
  for (;;) {
    await page.waitForURL(/\/(form\/[\w-]+|check)$/);
    const id = /\/form\/([\w-]+)$/.exec(page.url())?.[1];
    if (id === undefined) return walked;
    if (walked.includes(id)) throw new Error(`the page ${id} came back: ${await mistakes(page)}`);
    walked.push(id);
    await look?.(page);
    await fillPage(page, answers);
    const status = page.waitForResponse((response) => response.request().method() === 'POST');
    await goOn(page);
    if ((await status).status() === 422) throw new Error(`the page ${id} was refused: ${await mistakes(page)}`);
  }
}

/** What the summary of mistakes says. */
export const mistakes = async (page: Page): Promise<string> =>
  (await page.locator('#errors').allInnerTexts()).join(' | ');

/** Files what was checked; ends on the receipt. Returns the application's number and id. */
export async function fileApplication(page: Page): Promise<{ id: string; number: string }> {
  await expect(page).toHaveURL(/\/check$/);
  await page.locator('button[name="act"][value="file"]').click();
  await page.waitForURL(/\/applications\/[\w-]+\/receipt$/);
  const id = /applications\/([\w-]+)\//.exec(page.url())?.[1] ?? '';
  const number = /\d{4}-\d{6}/.exec((await page.locator('main').allInnerTexts()).join())?.[0] ?? '';
  return { id, number };
}

/** Finds an office's plan: questions answered, plot typed. Ends on the plan. */
export async function planOffice(page: Page): Promise<void> {
  await page.goto('/situations/build-office');
  await goOn(page);
  await answerTriage(page);
  await typePlace(page, '16:50:032206:6');
}

/** Files for a small office on an own plot, from the situation to the receipt. */
export async function fileOffice(page: Page, account: string) {
  await planOffice(page);
  await chooseApplicant(page, account);
  await fillForm(page);
  return fileApplication(page);
}

/** Begins a draft for one service; ends where the place is asked for. */
export async function beginService(page: Page, service: string): Promise<void> {
  await page.goto(`/services/${service}`);
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/drafts\/[\w-]+\/place$/);
}

/** Begins a draft for one service and brings it to its form: place typed, the person applies for themselves. */
export async function beginForm(page: Page, service: string, account: string, applicant = 'self'): Promise<string> {
  await beginService(page, service);
  await typePlace(page, '16:50:032206:6');
  await chooseApplicant(page, account, applicant);
  await page.waitForURL(/\/form\//);
  return page.url().replace(/\/form\/.*$/, '');
}

/** Files for one service, from its page to the receipt. */
export async function fileService(page: Page, service: string, account: string) {
  const draft = await beginForm(page, service, account);
  await fillForm(page);
  return { draft, ...(await fileApplication(page)) };
}
