import type { Page } from '@playwright/test';
import { fitsItsWidth, isAccessible, readsWell } from './support/checks.ts';
import { type RunningCity, startCity } from './support/city.ts';
import { openCase } from './support/office.ts';
import { expect, test } from './support/test.ts';
import { fileService } from './support/way.ts';

// A day off moves every open case of a city: this journey has a city of its own.
test.describe.configure({ mode: 'default' });

let city: RunningCity;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  city = await startCity();
});
test.afterAll(() => city?.stop());

/** Previews the next working day of a published year that lies in the term of the case. */
async function previewWorkingDay(page: Page): Promise<string> {
  for (let ahead = 3; ahead < 14; ahead++) {
    const day = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    await page.locator('#day').fill(day);
    await page.locator('main form[method="get"] button').click();
    await page.waitForURL(new RegExp(`day=${day}`));
    if ((await page.locator('#preview').count()) > 0) return day;
  }
  throw new Error('no working day of a published year in the next two weeks');
}

async function looksWell(page: Page, language: 'ru' | 'tt' | 'en' = 'ru'): Promise<void> {
  await readsWell(page, language);
  await isAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await fitsItsWidth(page);
  await page.setViewportSize({ width: 1440, height: 900 });
}

const dueOf = (page: Page) => page.locator('section[aria-labelledby="clock"] strong').textContent();

/** The dates in a calendar feed. */
const datesIn = async (page: Page, address: string) =>
  (await (await page.request.get(city.url + address)).text()).match(/^DT(START|END);.*$/gm);

test('a closure is seen before it is law, approved by a second person, moves the case, and the applicant is told', async ({
  visit,
}) => {
  test.setTimeout(180_000);
  const applicant = await visit({ at: city.url, as: 'resident-1' });
  const { id, number } = await fileService(applicant, 'urban-plan', 'resident-1');
  await applicant.goto('/account');
  const make = applicant.locator('button[name="feed"][value="create"]');
  const fold = applicant.locator('details').filter({ has: make });
  if ((await fold.count()) > 0) await fold.locator('summary').first().click();
  await make.click();
  const address = new URL(await applicant.locator('input[value*="/calendar/"]').inputValue()).pathname;
  const before = await datesIn(applicant, address);

  const officer = await visit({ at: city.url, as: 'officer-uaig' });
  await officer.goto('/work');
  await openCase(officer, `${number}-01`);
  const due = await dueOf(officer);

  const lean = await visit({ at: city.url, as: 'lean-1' });
  await lean.goto('/work/calendar');
  const day = await previewWorkingDay(lean);
  await expect(lean.locator('main table')).toContainText('Градостроительный план');
  await looksWell(lean);
  for (const language of ['tt', 'en'] as const) {
    await lean.goto(`/work/calendar?calendar=tatarstan&day=${day}&lang=${language}`);
    await looksWell(lean, language);
  }
  await lean.goto(`/work/calendar?calendar=tatarstan&day=${day}&lang=ru`);
  await lean.locator('#reason').fill('Закрыто из-за паводка');
  await lean.locator('button[value="propose"]').click();
  await expect(lean.locator('main')).toContainText('Закрыто из-за паводка');
  // Nobody approves what they proposed themselves, and nothing has moved yet.
  await expect(lean.locator('button[value="approve"]')).toHaveCount(0);
  await officer.reload();
  expect(await dueOf(officer)).toBe(due);

  const second = await visit({ at: city.url, as: 'administrator-1' });
  await second.goto('/work/calendar');
  await second.locator('button[value="approve"]').click();
  await expect(second.locator('button[value="approve"]')).toHaveCount(0);
  await looksWell(second);

  const dueNow = async () => {
    await officer.reload();
    return dueOf(officer);
  };
  await expect.poll(dueNow, { timeout: 30_000 }).not.toBe(due);
  await expect(officer.locator('section[aria-labelledby="history"]')).toContainText('Закрыто из-за паводка');
  await looksWell(officer);

  const told = async () => {
    await applicant.goto(`/applications/${id}`);
    return (await applicant.locator('main').allInnerTexts()).join();
  };
  await expect.poll(told, { timeout: 30_000 }).toMatch(/дни в нём изменились.*Закрыто из-за паводка/);
  await looksWell(applicant);
  expect(await datesIn(applicant, address)).not.toEqual(before);
});
