import { isAccessible } from './support/checks.ts';
import { type RunningCity, startCity } from './support/city.ts';
import { copyOfZarechny, type OwnPack } from './support/packs.ts';
import { expect, test } from './support/test.ts';
import { beginService, chooseApplicant, fileApplication, fillForm, typePlace } from './support/way.ts';

// One city for both: it is started anew with other rules.
test.describe.configure({ mode: 'default' });

let pack: OwnPack;
let city: RunningCity;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  pack = await copyOfZarechny();
  city = await startCity(pack.folder);
});
test.afterAll(async () => {
  await city?.stop();
  await pack?.remove();
});

/** The second version of a place for a stall, law from today on: electricity is asked for, the number of stalls is not,
 * and food is hot or cold. */
async function publishSecondVersion(): Promise<void> {
  await pack.change(
    'elements/street.yaml',
    '    - { value: food, label: { ru: Едой, en: Food } }',
    '    - { value: hot-food, label: { ru: Горячей едой, en: Hot food } }\n    - { value: cold-food, label: { ru: Холодными закусками, en: Cold food } }',
  );
  const elements = await pack.read('elements/street.yaml');
  await pack.add(
    'elements/street.yaml',
    `${elements}\n- id: stall.power\n  type: yes-no\n  page: stalls\n  label: { ru: Нужно ли электричество?, en: Is electricity needed? }\n`,
  );
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Yekaterinburg' });
  const first = await pack.read('services/stall-place/service.yaml');
  const second = first
    .replace('version: 1', 'version: 2')
    .replace(/effective: .*/, `effective: ${today}`)
    .replace('  - { element: stall.count }', '  - { element: stall.power }');
  await pack.add('services/stall-place/service.2.yaml', second);
}

test('a draft begun before the rules changed tells what changed, asks only that, and is filed', async ({ visit }) => {
  test.setTimeout(120_000);
  const page = await visit({ at: city.url, as: 'resident-1' });
  await beginService(page, 'stall-place');
  await typePlace(page, '99:07:0101002:4');
  await chooseApplicant(page, 'resident-1');
  await fillForm(page, { 'stall.goods': 'food', 'stall.count': '3', 'party.day': '1.6.2027' });
  await expect(page).toHaveURL(/\/check$/);
  const draft = page.url().replace(/\/check$/, '');

  await publishSecondVersion();
  await city.restart();

  // The page of the check stood open; whoever files there is not filed under rules nobody showed.
  await page.locator('button[name="act"][value="file"]').click();
  await expect(page).toHaveURL(/\/changes$/);
  await page.goto('/my');
  await page.locator(`main a[href="${new URL(draft).pathname}"]`).click();
  await expect(page).toHaveURL(/\/changes$/);
  const main = page.locator('main');
  const told = (heading: string) => main.locator('section').filter({ has: page.locator('h2', { hasText: heading }) });
  await expect(main.locator('h1')).toHaveText('С тех пор как вы начали, правила города обновились');
  await expect(told('Новые вопросы').locator('li')).toHaveText(['Нужно ли электричество?']);
  await expect(told('Ответьте ещё раз').locator('li')).toHaveText([
    'Чем будут торговать: варианты ответа теперь другие',
  ]);
  await expect(told('Больше не спрашиваем').locator('li')).toHaveText(['Сколько палаток']);
  await expect(main).toContainText('4 ответа сохранены');
  await isAccessible(page);
  await main.getByRole('button', { name: 'Перейти на новые правила' }).click();

  const walked = await fillForm(page, { 'stall.goods': 'hot-food', 'stall.power': 'yes' });
  expect(walked).toEqual(['stalls']);
  await expect(main).toContainText('Горячей едой');
  await expect(main).not.toContainText('Сколько палаток');
  await fileApplication(page);
  await expect(main).toContainText(/З-\d{5}\/\d{4}/);
});

test('a draft that the new rules do not touch goes on as if nothing had happened', async ({ visit }) => {
  test.setTimeout(120_000);
  const page = await visit({ at: city.url, as: 'resident-2' });
  await beginService(page, 'street-closing');
  await typePlace(page, '99:07:0101002:4');
  await chooseApplicant(page, 'resident-2');
  await fillForm(page, { 'party.day': '1.6.2027', 'street.from-house': '1', 'street.to-house': '9' });
  await pack.change('city.yaml', 'version: "2026.1"', 'version: "2026.2"');
  await city.restart();
  await page.reload();
  await expect(page).toHaveURL(/\/check$/);
  await fileApplication(page);
});
