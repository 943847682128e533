import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { texts } from '#ui/texts/all.server.ts';

/** Ids of texts: seen on a page, one of them was never looked up. */
const textIds = Object.keys(texts.ru);

/** WCAG 2.2 AA by axe: nothing may be found on the page as it stands. */
export async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary}`),
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** The page is no wider than its window. */
export async function fitsItsWidth(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const beyond = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${scrollWidth} > ${clientWidth}`, ...beyond.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
  });
  expect(wide, `${page.url()} is wider than its window`).toEqual([]);
}

/** One heading, a title, the right language, and no text that somebody forgot: ids of texts, empty places, codes. */
export async function readsWell(page: Page, language: 'ru' | 'tt' | 'en'): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('h1')).toHaveCount(1);
  expect((await page.title()).trim().length, `title of ${page.url()}`).toBeGreaterThan(2);
  const text = (await page.locator('body').allInnerTexts()).join();
  expect(text, `text of ${page.url()}`).not.toMatch(/\{[a-zA-Z]+[,}]|undefined|\[object |NaN/);
  // Conditions of the catalogue are shown to its designers as they are written, with names and `null`.
  if (page.url().includes('/work/catalogue')) return;
  expect(text, `text of ${page.url()}`).not.toMatch(/\bnull\b/);
  expect(textIds.filter((id) => text.includes(id))).toEqual([]);
}
