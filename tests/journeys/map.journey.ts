import { expect, type Locator, type Page } from '@playwright/test';
import { test } from './support/test.ts';
import { beginService, goOn } from './support/way.ts';

const parcel = '16:50:032206:6';

/** Opens the map of a draft whose place is known, so that the map stands over it. */
async function openMap(page: Page): Promise<Locator> {
  await beginService(page, 'urban-plan');
  await page.locator('#place').fill(parcel);
  await goOn(page);
  await expect(page.locator('main')).toContainText(parcel);
  const draft = page.url().replace(/\/place.*$/, '');
  await page.goto(`${draft}/map`);
  const canvas = page.locator('canvas.maplibregl-canvas');
  await expect(page.getByRole('group', { name: 'Как указать место' })).toBeVisible({ timeout: 30_000 });
  return canvas;
}

/** Clicks so many pixels from the middle of the map. */
async function clickAt(canvas: Locator, right: number, down: number): Promise<void> {
  const { width, height } = (await canvas.boundingBox()) ?? { width: 0, height: 0 };
  await canvas.click({ position: { x: width / 2 + right, y: height / 2 + down } });
}

test('a plot is picked by a click on the map', async ({ visit }) => {
  const page = await visit();
  const canvas = await openMap(page);
  await clickAt(canvas, 0, 0);
  await expect(page.locator('main [aria-live]')).toContainText(parcel);
  await clickAt(canvas, 330, 0);
  await expect(page.locator('main [aria-live]')).toContainText(/16:50:\d+:\d+|\./);
  await clickAt(canvas, 0, 0);
  await expect(page.locator('main [aria-live]')).toContainText(parcel);
  await goOn(page);
  await expect(page).toHaveURL(/\/place$/);
  await expect(page.locator('main')).toContainText(parcel);
});

test('an outline is drawn on the map, and one that crosses itself is refused with a word on what to do', async ({
  visit,
}) => {
  const page = await visit();
  const canvas = await openMap(page);
  await page.locator('input[name="map-tool"]').last().check();
  const corners: readonly (readonly [number, number])[] = [
    [-90, -60],
    [90, 60],
    [90, -60],
    [-90, 60],
  ];
  for (const [right, down] of corners) await clickAt(canvas, right, down);
  await page.getByRole('button', { name: 'Замкнуть' }).click();
  await expect(page.locator('main [aria-live]')).toContainText(/пересека/);
  await page.getByRole('button', { name: 'Начать заново' }).click();
  for (const [right, down] of [corners[0], corners[2], corners[1], corners[3]].filter((one) => one !== undefined))
    await clickAt(canvas, right, down);
  await page.getByRole('button', { name: 'Замкнуть' }).click();
  await expect(page.locator('main [aria-live]')).toContainText('Выбрано место');
  await goOn(page);
  await expect(page).toHaveURL(/\/place$/);
  await expect(page.locator('main')).toContainText('Площадь');
});

test('the map is worked by keyboard: arrows move it, Enter picks the plot under the cross', async ({ visit }) => {
  const page = await visit();
  const canvas = await openMap(page);
  await canvas.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('main [aria-live]')).toContainText(parcel);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('main [aria-live]')).toContainText(parcel);
});

test('an address with several houses asks which one is meant', async ({ visit }) => {
  const page = await visit({ javaScriptEnabled: false });
  await beginService(page, 'urban-plan');
  await page.locator('#place').fill('Аграрная');
  await goOn(page);
  await page.locator('input[name="chosen"]').first().check();
  const label = (await page.locator('label', { has: page.locator('input[name="chosen"]:checked') }).allInnerTexts())
    .join()
    .trim();
  await goOn(page);
  await expect(page.locator('main')).toContainText(label);
});
