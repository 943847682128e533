import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '#kernel/language.ts';
import { texts } from '#ui/texts/all.server.ts';
import { type City, testCity } from '../support/city.ts';
import { createBrowser } from '../support/small-city.ts';

let city: City;
let read: (path: string) => Promise<Readonly<{ status: number; text: string }>>;
beforeAll(async () => {
  city = await testCity({ pages: true });
  const browser = createBrowser(city.http as Parameters<typeof createBrowser>[0]);
  await browser.signIn('administrator-1');
  read = async (path) => {
    const response = await browser.send(path);
    return { status: response.status, text: await response.text() };
  };
});
afterAll(() => city.close());

/** Addresses of the pages about every service and situation of the city. */
function subjects(): string[] {
  const { services, situations } = city.app.catalogue.current;
  return [
    ...services.map(({ id }) => `/work/catalogue/services/${id}`),
    ...situations.map(({ id }) => `/work/catalogue/situations/${id}`),
  ];
}

/** Ids of texts: seen on a page, one of them was never looked up. */
const textIds = Object.keys(texts.ru).filter((id) =>
  /^(design|procedure|graph|cases|when|preview|versions)\./.test(id),
);

type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

/** The steps of the drawing on a page; signs of the legend are no steps. */
function stepsOf(text: string): Box[] {
  const number = (tag: string, name: string) => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(tag)?.[1]);
  return [...text.matchAll(/<rect [^>]*>/g)]
    .map(([tag]) => ({
      x: number(tag, 'x'),
      y: number(tag, 'y'),
      width: number(tag, 'width'),
      height: number(tag, 'height'),
    }))
    .filter(({ width }) => width > 20);
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Everything that must hold of a page about a service or situation. */
async function look(path: string, language: Language): Promise<void> {
  const { status, text } = await read(`${path}?lang=${language}`);
  expect(status, path).toBe(200);
  expect(text, path).toContain(`<html lang="${language}"`);
  expect(text.match(/<h1/g), path).toHaveLength(1);
  // Nonces and tokens are letters by chance: one in some thousand says NaN.
  const shown = text.replaceAll(/(?:nonce|value)="[^"]*"/g, '');
  expect(shown, path).not.toMatch(/\[object |NaN|>undefined</);
  expect(
    textIds.filter((id) => text.includes(`>${id}<`)),
    path,
  ).toEqual([]);
  const steps = stepsOf(text);
  if (path.endsWith('/procedure')) expect(steps.length, path).toBeGreaterThan(2);
  const onOthers = steps.filter((step, at) => steps.slice(at + 1).some((other) => overlap(step, other)));
  expect(onOthers, path).toEqual([]);
}

describe('the pages of the designers', () => {
  const everyLanguage = ['', '/procedure'].flatMap((view) => languages.map((language) => ({ view, language })));
  test.each(everyLanguage)('"$view" of each service and situation reads well in $language', async (page) => {
    for (const subject of subjects()) await look(`${subject}${page.view}`, page.language);
  });

  test.each(['/form', '/tests', '/versions'])('%s of each reads well, in the languages by turns', async (view) => {
    for (const [at, subject] of subjects().entries())
      await look(`${subject}${view}`, languages[at % languages.length] ?? 'ru');
  });

  test('a form is shown in any language of the city, switched off, with where its answers come from', async () => {
    const { text } = await read('/work/catalogue/services/excavation-order/form?lang=ru&in=tt');
    expect(text).toContain('<html lang="ru"');
    expect(text).toMatch(/<div lang="tt"/);
    expect(text).toContain('мөрәҗәгать итүче профиленнән');
    expect(text).toContain('<fieldset disabled');
    expect(text).not.toMatch(/<form[^>]*method="post"[^>]*multipart/);
  });

  test('conditions are said in words beside their formula', async () => {
    const { text } = await read('/work/catalogue/services/excavation-order?lang=en');
    expect(text).toContain('applicant is an organisation');
    expect(text).toContain('applicant.kind = &quot;organisation&quot;');
  });

  test("the lawyers' cases say what is given, what must follow, and that it does", async () => {
    const { text } = await read('/work/catalogue/services/excavation-order/tests?lang=ru');
    expect(text).toContain('Сошлись все случаи: ');
    expect(text).toContain('заявитель обязан приложить:');
    expect(text).not.toContain('site-photo');
  });

  test('versions say what still rests on them', async () => {
    const { app } = city;
    const resident = city.resident('resident-1');
    await app.applications.createDraft(resident, { serviceId: 'tree-felling' });
    await app.applications.createDraft(resident, { situationId: 'dangerous-trees' });
    const about = { serviceId: 'tree-felling', situationIds: ['dangerous-trees'] };
    const version = app.catalogue.packVersion;
    expect(await app.applications.countDrafts(about)).toEqual(new Map([[version, 2]]));
    await city.fileOffice(resident);
    const [first] = app.catalogue.current.services.filter(({ id }) => id === 'urban-plan');
    const of = { departmentIds: [first?.department ?? ''], serviceIds: ['urban-plan'] };
    expect(await app.cases.countByVersion(of)).toEqual(new Map([[version, 1]]));
    const { text } = await read('/work/catalogue/services/tree-felling/versions?lang=en');
    expect(text).toContain('in force');
    expect(text).toContain('There is nothing to compare with');
    expect(text).toContain('by whom is not named');
    expect(text).toMatch(/data-name="Drafts"[^>]*>2</);
  });

  test('the catalogue is narrowed by department, by what is digital or unverified, and by everyday words', async () => {
    const listed = async (query: string) =>
      [
        ...(await read(`/work/catalogue?lang=en&${query}`)).text.matchAll(
          /href="\/work\/catalogue\/services\/([\w-]+)"/g,
        ),
      ].map(([, id]) => id);
    const { services } = city.app.catalogue.current;
    expect(await listed('')).toEqual(services.map(({ id }) => id));
    const digital = services.filter((one) => one.digital && one.department === 'kvb').map(({ id }) => id);
    expect(await listed('department=kvb&digital=yes')).toEqual(digital);
    expect(digital.length).toBeGreaterThan(1);
    expect(await listed('q=dig+a+trench')).toContain('excavation-order');
    expect((await listed('q=dig+a+trench')).length).toBeLessThan(12);
    expect(await listed('q=qqqqqqqq')).toEqual([]);
  });

  test('a page about what the city does not have does not exist', async () => {
    for (const view of ['', '/procedure', '/form', '/tests', '/versions']) {
      expect((await read(`/work/catalogue/services/nothing${view}`)).status).toBe(404);
      expect((await read(`/work/catalogue/situations/nothing${view}`)).status).toBe(404);
    }
  });
});
