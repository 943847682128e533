import type { Page } from '@playwright/test';
import { fitsItsWidth, isAccessible, readsWell } from './support/checks.ts';
import { act, actForm, openCase } from './support/office.ts';
import { plainPdf } from './support/sample-files.ts';
import { expect, test } from './support/test.ts';
import {
  answerTriage,
  chooseApplicant,
  fileApplication,
  fileService,
  fillForm,
  goOn,
  typePlace,
} from './support/way.ts';

const wide = { width: 1440, height: 900 };
const narrow = { width: 360, height: 740 };

const catalogue = ['/work/catalogue/services/excavation-order', '/work/catalogue/situations/build-office'].flatMap(
  (one) => ['', '/procedure', '/form', '/tests', '/versions'].map((view) => `${one}${view}`),
);
catalogue.push('/work/catalogue/situations/build-office/what-if?amount.urban-plan=5&off=2026-12-31');

/** Pages that anybody can open, with the status each answers. */
const open: readonly (readonly [path: string, status?: number])[] = [
  ['/'],
  ['/search?q=офис'],
  ['/search?q=ъъъъ'],
  ['/situations/build-office'],
  ['/services'],
  ['/services?department=kvb'],
  ['/services/excavation-order'],
  ['/services/urban-plan'],
  ['/my'],
  ['/track'],
  ['/track?number=2026-999999'],
  ['/verify'],
  ['/verify/AAAA-AAAA-AAAA'],
  ['/about'],
  ['/privacy'],
  ['/accessibility'],
  ['/ui'],
  ['/ui/fields'],
  ['/sign-in?return=/about'],
  ['/sign-out'],
  ['/problems/people/sign-in-needed'],
  ['/nowhere', 404],
  ['/services/nothing', 404],
  ['/work/cases/none', 404],
];

for (const [language, locale] of [
  ['ru', 'ru-RU'],
  ['tt', 'tt-RU'],
  ['en', 'en-GB'],
] as const) {
  /** Everything that must hold of a page as it stands, wide and narrow; for its colours and its tree one language is enough. */
  async function look(page: Page): Promise<void> {
    await readsWell(page, language);
    await fitsItsWidth(page);
    if (language === 'ru') await isAccessible(page);
    await page.setViewportSize(narrow);
    await fitsItsWidth(page);
    if (language === 'ru') {
      await page.emulateMedia({ colorScheme: 'dark' });
      await isAccessible(page);
      await page.emulateMedia({ colorScheme: 'light' });
    }
    await page.setViewportSize(wide);
  }

  test(`every open page reads well in ${language}, wide and narrow`, async ({ visit }) => {
    test.setTimeout(180_000);
    const page = await visit({ locale, viewport: wide });
    for (const [path, status = 200] of open) {
      const answer = await page.goto(path);
      if (path.startsWith('/work')) continue;
      expect(answer?.status(), path).toBe(status);
      await look(page);
    }
  });

  test(`every page from the question to the receipt reads well in ${language}, wide and narrow`, async ({ visit }) => {
    test.setTimeout(180_000);
    const page = await visit({ locale, viewport: wide, as: 'resident-2' });
    await page.goto(`/situations/build-office?lang=${language}`);
    await goOn(page);
    await look(page);
    await goOn(page);
    await look(page);
    await answerTriage(page);
    await look(page);
    await goOn(page);
    await look(page);
    const draft = page.url().replace(/\/place.*$/, '');
    await page.goto(`${draft}/map`);
    await expect(page.locator('canvas.maplibregl-canvas')).toBeVisible();
    await look(page);
    await page.goto(`${draft}/place`);
    await typePlace(page, '16:50:032206:6');
    await look(page);
    await page.goto(`${draft}/place`);
    await look(page);
    await page.goto(`${draft}/plan`);
    await chooseApplicant(page, 'resident-2');
    await fillForm(page, {}, look);
    await look(page);
    const { id, number } = await fileApplication(page);
    await look(page);
    for (const path of [`/applications/${id}`, '/my', '/account', `/track?number=${number}`]) {
      await page.goto(path);
      await look(page);
    }
    await page.goto(`/applications/${id}`);
    const step = page.locator('main a[href*="/steps/"]').first();
    if ((await step.count()) > 0) {
      await step.click();
      await look(page);
    }
    await page.goto(`/applications/${id}`);
    await page.locator('button[name="add"]').first().click();
    await page.locator('[name="addition.note"]').fill('Площадь уточнена.');
    await page.locator('[name="addition.corrects"]').first().check();
    await look(page);
    await fillForm(page, { 'addition.note': 'Площадь уточнена.' }, look);
    await look(page);
    await page.locator('button[name="act"][value="file"]').click();
    await expect(page).toHaveURL(new RegExp(`/applications/${id}`));
    await look(page);
  });

  test(`every page of those who work on an application reads well in ${language}, wide and narrow`, async ({
    visit,
  }) => {
    test.setTimeout(180_000);
    const page = await visit({ locale, viewport: wide, as: 'resident-2' });
    await page.goto(`/?lang=${language}`);
    const { id, number } = await fileService(page, 'urban-plan', 'resident-2');
    await workspace(visit, { locale, number, look, language });
    await page.goto(`/applications/${id}`);
    await look(page);
    await page.locator('main a[href^="/verify/"]').first().click();
    await look(page);
  });

  test(`every page of a correction after a refusal reads well in ${language}, wide and narrow`, async ({ visit }) => {
    test.setTimeout(180_000);
    const page = await visit({ locale, viewport: wide, as: 'resident-1' });
    await page.goto(`/?lang=${language}`);
    const { id, number } = await fileService(page, 'storm-water-conditions', 'resident-1');
    const officer = await visit({ locale, as: 'officer-kvb' });
    await officer.goto(`/work?lang=${language}`);
    await openCase(officer, `${number}-01`);
    await act(officer, 'take');
    await (await actForm(officer, 'reject')).locator('input[name="grounds"][value="c2"]').check();
    await act(officer, 'reject');
    for (const path of [`/applications/${id}/withdraw`, `/applications/${id}`]) {
      await page.goto(path);
      await look(page);
    }
    await page.locator('main button[name="again"]').first().click();
    await page.waitForURL(/\/check$/);
    await look(page);
    await page.locator('main a[href*="/form/"]').first().click();
    await page.waitForURL(/\/form\//);
    await look(page);
    await page.goBack();
    await fileApplication(page);
    await look(page);
    await page.goto(`/applications/${id}`);
    await look(page);
    await officer.goto('/work');
    await openCase(officer, `${number}-02`);
    await look(officer);
  });

  test(`every page of the designers and the auditors reads well in ${language}, wide and narrow`, async ({ visit }) => {
    test.setTimeout(180_000);
    const auditor = await visit({ locale, as: 'auditor-1' });
    for (const path of [`/work?lang=${language}`, '/work/audit', '/work/audit?number=2026-999999']) {
      await auditor.goto(path);
      await look(auditor);
    }
    const designer = await visit({ locale, as: 'administrator-1' });
    for (const path of [`/work/catalogue?lang=${language}`, '/work/operations', '/work/calendar', ...catalogue]) {
      await designer.goto(path);
      await look(designer);
    }
    // The form is as large as applicants see it, not as dense as the workspace around it.
    await designer.goto('/work/catalogue/services/excavation-order/form');
    const field = designer.locator('fieldset[disabled] input[type="text"]').first();
    await expect(field).toHaveCSS('font-size', '18px');
    await expect(field).toHaveCSS('min-height', '44px');
  });
}

type Visit = (options: { locale: string; as: string }) => Promise<Page>;
type Walk = Readonly<{ locale: string; language: string; number: string; look: (page: Page) => Promise<void> }>;

/** The pages of those who work on the application: each state of a case, a request, the lists and registers. */
async function workspace(visit: Visit, { locale, language, number, look }: Walk): Promise<void> {
  const officer = await visit({ locale, as: 'officer-uaig' });
  await officer.goto(`/work?lang=${language}`);
  await look(officer);
  const link = officer.locator('tr', { hasText: number }).getByRole('link').first();
  const caseNumber = ((await link.textContent()) ?? '').trim();
  await openCase(officer, caseNumber);
  await look(officer);
  await act(officer, 'take');
  await look(officer);
  await act(officer, 'accept');
  await officer.locator('main details').evaluateAll((all) => {
    for (const fold of all) fold.setAttribute('open', '');
  });
  await look(officer);
  await act(officer, 'ask:plot-extract');
  await officer.locator('main a[href^="/work/requests/"]').first().click();
  await look(officer);
  await act(officer, 'answer', { texts: { text: 'Подтверждено.' }, file: plainPdf('ЕГРН.pdf') });
  await look(officer);
  await officer.locator('main a[href^="/work/cases/"]').first().click();
  await act(officer, 'grant', { texts: { text: 'Выдать.' } });
  const head = await visit({ locale, as: 'head-uaig' });
  await head.goto(`/work?list=toSign&lang=${language}`);
  await look(head);
  await openCase(head, caseNumber);
  await look(head);
  await act(head, 'sign');
  await look(head);
  for (const list of ['mine', 'waiting', 'done', 'asked', 'asking']) {
    await officer.goto(`/work?list=${list}`);
    await look(officer);
  }
  await officer.goto('/work/registers');
  await look(officer);
  await officer.locator('main a[href^="/work/registers/"]').first().click();
  await look(officer);
  const auditor = await visit({ locale, as: 'auditor-1' });
  await auditor.goto(`/work/audit?number=${number}&lang=${language}`);
  await look(auditor);
}
