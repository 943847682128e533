// Pictures for the README: `node tests/journeys/screenshots.ts`. Starts a city of its own and files an application.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumArguments, findChromium } from '../support/chromium.ts';
import { startCity } from './support/city.ts';
import { act, openCase } from './support/office.ts';
import { chooseAccount } from './support/test.ts';
import { chooseApplicant, fileApplication, fillForm, planOffice } from './support/way.ts';

const folder = join(import.meta.dirname, '../../docs/screenshots');

async function openPage(browser: Browser, baseURL: string, width: number, account?: string): Promise<Page> {
  const viewport = { width, height: width < 600 ? 780 : 900 };
  const context = await browser.newContext({ baseURL, viewport, locale: 'ru-RU', timezoneId: 'Europe/Moscow' });
  const page = await context.newPage();
  if (account === undefined) return page;
  await page.goto('/sign-in?return=/about');
  await chooseAccount(page, account);
  return page;
}

async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

async function takePictures(browser: Browser, url: string): Promise<void> {
  const page = await openPage(browser, url, 1440);
  await page.goto('/');
  await picture(page, 'start');
  await planOffice(page);
  await picture(page, 'plan');
  await chooseApplicant(page, 'resident-1');
  await fillForm(page);
  const { id, number } = await fileApplication(page);
  const officer = await openPage(browser, url, 1440, 'officer-uaig');
  await officer.goto('/work');
  await openCase(
    officer,
    ((await officer.locator('tr', { hasText: number }).getByRole('link').first().textContent()) ?? '').trim(),
  );
  await act(officer, 'take');
  await act(officer, 'accept');
  await officer.goto(officer.url().replace(/\?.*$/, ''));
  await picture(officer, 'case');
  const phone = await openPage(browser, url, 360, 'resident-1');
  await phone.goto(`/applications/${id}/receipt`);
  await picture(phone, 'receipt-360');
}

await mkdir(folder, { recursive: true });
const city = await startCity();
const browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments });
try {
  await takePictures(browser, city.url);
} finally {
  await browser.close();
  await city.stop();
}
