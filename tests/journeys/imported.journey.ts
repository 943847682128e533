import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { run, schemaFolder, townSchemas } from '../../tools/import/small-schemas.fixture.ts';
import { type RunningCity, startCity } from './support/city.ts';
import type { Answers } from './support/fill-form.ts';
import { expect, test } from './support/test.ts';
import { chooseApplicant, fileApplication, fillForm, goOn, typePlace } from './support/way.ts';

// One city for all of the journey: it is made of schemas at the beginning.
test.describe.configure({ mode: 'default' });

let schemas: Awaited<ReturnType<typeof schemaFolder>>;
let city: RunningCity;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  schemas = await schemaFolder(townSchemas);
  const names = join(schemas.root, 'names.yaml');
  await writeFile(
    names,
    'park-grove-planting: Посадка рощи\nlamp-painting: Покраска фонаря\nbench-mending: Починка скамейки\n',
  );
  const like = ['--like', 'cities/zarechny', '--department', 'trade-office'];
  const imported = await run('import', 'edoc', schemas.dir, '--out', schemas.out, ...like, '--names', names);
  expect(imported).toMatchObject({ code: 0, complained: '' });
  city = await startCity(schemas.out);
});
test.afterAll(async () => {
  await city?.stop();
  await schemas?.remove();
});

const plot = '99:07:0101002:4';

const passport = { 'applicant.passport-number': '123456' };

/** What people search for, which service that is, and what they answer. */
const services: readonly (readonly [words: string, service: string, answers: Answers, shown: string])[] = [
  ['посадить рощу', 'park-grove-planting', { ...passport, 'detail.season': 'oseniu' }, 'осенью'],
  ['покрасить фонарь', 'lamp-painting', { ...passport, 'detail.colour': 'Синий' }, 'Синий'],
  [
    'починить скамейку',
    'bench-mending',
    {
      ...passport,
      'detail.broken-since': '1.3.2026',
      'detail.mending': 'zamenit-novoi',
      'detail.remark': 'Нет доски',
    },
    'заменить новой',
  ],
];

for (const [words, service, answers, shown] of services) {
  test(`the imported service ${service} is found, filed at once, and stands in the queue of its department`, async ({
    visit,
  }) => {
    const page = await visit({ at: city.url, as: 'resident-1' });
    await page.goto(`/search?${new URLSearchParams({ q: words })}`);
    await page.locator('main ol a').first().click();
    await expect(page).toHaveURL(new RegExp(`/services/${service}$`));
    await goOn(page);
    await typePlace(page, plot);
    await chooseApplicant(page, 'resident-1');
    await fillForm(page, answers);
    await expect(page.locator('main')).toContainText(shown);
    await fileApplication(page);
    await expectInQueue(await visit({ at: city.url, as: 'officer-trade-office' }), await numberOn(page));
  });
}

test('a program files an imported service at once over the API', async ({ visit }) => {
  const page = await visit({ at: city.url, as: 'resident-2' });
  await page.goto('/account');
  const token = (await page.locator('input[name="csrf"]').first().getAttribute('value')) ?? '';
  const ask = async (method: string, path: string, data?: object) => {
    const headers = { 'x-csrf-token': token, accept: 'application/json' };
    const answer = await page.request.fetch(`/api/v1${path}`, { method, headers, ...(data ? { data } : {}) });
    expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return answer.status() === 204 ? undefined : answer.json();
  };
  const { id } = await ask('POST', '/drafts', { serviceId: 'lamp-painting' });
  await ask('PUT', `/drafts/${id}/place`, { cadastralNumber: plot });
  await ask('PUT', `/drafts/${id}/applicant`, { applicant: 'self' });
  const { pages } = await ask('GET', `/drafts/${id}`);
  for (const form of pages as readonly { id: string; questions: readonly { element: string; type: string }[] }[]) {
    const fields = form.questions.flatMap(({ element, type }) => typed(element, type));
    await ask('PUT', `/drafts/${id}/page`, { pageId: form.id, fields });
  }
  const { number } = await ask('POST', '/applications', { draftId: id, language: 'ru' });
  await expectInQueue(await visit({ at: city.url, as: 'officer-trade-office' }), number);
});

/** What a program sends for a question of the service. */
function typed(element: string, type: string): [string, string][] {
  if (type === 'person-name')
    return [
      [`${element}:lastName`, 'Волков'],
      [`${element}:firstName`, 'Иван'],
    ];
  const known: Readonly<Record<string, string>> = {
    ...passport,
    'detail.seedlings': '12',
    'detail.season': 'oseniu',
    'detail.colour': 'Синий',
  };
  return [[element, known[element] ?? 'Набережная, 4']];
}

/** The number of the application on its receipt. */
async function numberOn(page: Page): Promise<string> {
  const main = page.locator('main');
  await expect(main).toContainText(/З-\d{5}\/\d{4}/);
  return /З-\d{5}\/\d{4}/.exec((await main.textContent()) ?? '')?.[0] ?? '';
}

/** The department has the one case of the application. */
async function expectInQueue(queue: Page, number: string): Promise<void> {
  await queue.goto('/work');
  await expect(queue.locator('main').getByRole('link', { name: `${number}/1`, exact: true })).toBeVisible();
}
