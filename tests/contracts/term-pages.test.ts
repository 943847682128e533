import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationState } from '#modules/applications/index.ts';
import { type City, testCity } from '../support/city.ts';
import { createBrowser } from '../support/small-city.ts';
import { acceptCase, caseOf } from '../support/whole-life.ts';

let city: City;
let application: ApplicationState;
beforeAll(async () => {
  city = await testCity({ pages: true });
  application = await city.fileOffice(city.resident('resident-1'));
});
afterAll(() => city.close());

/** A browser signed in, that reads pages and sends their forms. */
async function signedIn(subject: string) {
  const browser = createBrowser(city.http as Parameters<typeof createBrowser>[0]);
  await browser.signIn(subject);
  const read = async (path: string) => (await browser.send(path)).text();
  return {
    read,
    async send(path: string, form: Record<string, string>) {
      const csrf = /name="csrf" value="([^"]+)"/.exec(await read(path))?.[1] ?? '';
      const response = await browser.send(path, { form: { csrf, ...form } });
      return { status: response.status, to: response.headers.get('location'), text: await response.text() };
    },
  };
}

test('an officer suspends and resumes on the case page; the applicant reads why and whose time runs', async () => {
  const plan = await caseOf(city, application.id, 'urban-plan');
  await acceptCase(city, plan);
  const officer = await signedIn('officer-uaig');
  const path = `/work/cases/${plan.id}`;
  const empty = await officer.send(path, { act: 'suspend', owner: '', reason: '', evidence: '' });
  expect(empty.status).toBe(422);
  const typed = { owner: 'applicant', reason: 'Нужен чертёж', evidence: '№ 15', from: '' };
  expect(await officer.send(path, { act: 'suspend', ...typed })).toMatchObject({ status: 302 });
  expect(await officer.read(path)).toContain('Срок приостановлен с');
  const applicant = await signedIn('resident-1');
  const shown = await applicant.read(`/applications/${application.id}`);
  for (const text of ['Нужен чертёж', 'Чьё время идёт', 'Всё может быть готово не раньше'])
    expect(shown).toContain(text);
  expect(await officer.send(path, { act: 'resume', on: '' })).toMatchObject({ status: 302 });
  expect(await officer.read(path)).toContain('Срок возобновлён, теперь до');
});

test('a closure is previewed, proposed and approved on the calendar page', async () => {
  const lean = await signedIn('lean-1');
  const preview = await lean.read('/work/calendar?calendar=tatarstan&day=2026-03-13');
  expect(preview).toContain('Какие сроки сдвинутся');
  const proposal = { act: 'propose', calendar: 'tatarstan', day: '2026-03-13', reason: 'Паводок' };
  expect(await lean.send('/work/calendar', proposal)).toMatchObject({ status: 302 });
  const administrator = await signedIn('administrator-1');
  const id = /name="id" value="([^"]+)"/.exec(await administrator.read('/work/calendar'))?.[1] ?? '';
  expect(await lean.send('/work/calendar', { act: 'approve', id })).toMatchObject({ status: 403 });
  expect(await administrator.send('/work/calendar', { act: 'approve', id })).toMatchObject({ status: 302 });
});

test('a calendar address is made on the profile and on the queue', async () => {
  for (const [subject, path] of [
    ['resident-2', '/account'],
    ['officer-kvb', '/work'],
  ] as const) {
    const browser = await signedIn(subject);
    const made = await browser.send(path, { feed: 'create' });
    const address = /value="[^"]*(\/calendar\/[^"?]+\.ics)/.exec(made.text)?.[1] ?? '';
    expect((await city.http.request(address)).status).toBe(200);
    await browser.send(path, { feed: 'revoke' });
    expect((await city.http.request(address)).status).toBe(404);
  }
});

test('a person changes how long the own work takes on the page of the plan', async () => {
  const draftId = await city.beginOffice(city.resident('resident-2'));
  const browser = await signedIn('resident-2');
  const path = `/drafts/${draftId}/plan`;
  const far = await browser.send(path, { 'amount:sketch': '999', 'unit:sketch': 'months' });
  expect(far.status).toBe(422);
  expect(far.text).toContain('999');
  const slower = await browser.send(path, { 'amount:sketch': '5', 'unit:sketch': 'months' });
  expect(slower).toMatchObject({ status: 302, to: path });
});
