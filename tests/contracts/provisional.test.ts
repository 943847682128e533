import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApplicationState } from '#modules/applications/index.ts';
import { isWorkingDay } from '#modules/calendar/index.ts';
import type { CaseState } from '#modules/cases/index.ts';
import { calendarNamed } from '#modules/planning/index.ts';
import { type City, testCity } from '../support/city.ts';
import { createBrowser } from '../support/small-city.ts';
import { acceptCase, caseOf } from '../support/whole-life.ts';

// Ten days before the end of the last year whose calendar is published: most dates lie beyond it.

let city: City;
let application: ApplicationState;
let plan: CaseState;
let applicant: ReturnType<typeof createBrowser>;
let officer: ReturnType<typeof createBrowser>;

beforeAll(async () => {
  city = await testCity({ pages: true, at: '2026-12-21T07:00:00Z' });
  application = await city.fileOffice(city.resident('resident-1'));
  plan = await caseOf(city, application.id, 'urban-plan');
  await acceptCase(city, plan);
  const open = () => createBrowser(city.http as Parameters<typeof createBrowser>[0]);
  [applicant, officer] = [open(), open()];
  await Promise.all([applicant.signIn('resident-1'), officer.signIn('officer-uaig')]);
});
afterAll(() => city.close());

test('a date beyond the published calendar is counted by rule, republican holidays too', () => {
  expect(plan.due?.on).toMatch(/^2027-01-/);
  expect(plan.due?.derivation.provisional).toBe(true);
  // 30 August 2027, a Monday, is Republic Day by rule.
  const { current } = city.app.catalogue;
  const isWorking = (id: string) => isWorkingDay(calendarNamed(current, id), Temporal.PlainDate.from('2027-08-30'));
  expect([isWorking('federal'), isWorking('tatarstan')]).toEqual([true, false]);
});

test.each<[string, () => Promise<string>]>([
  ['the page of the plan', async () => `/drafts/${await city.beginOffice(city.resident('resident-1'))}/plan`],
  ['the page of the application', async () => `/applications/${application.id}`],
  ['the receipt', async () => `/applications/${application.id}/receipt`],
  ['the list of one’s applications', async () => '/my'],
  ['the public status by number', async () => `/track?number=${application.number}`],
])('%s says of such a date that it is provisional', async (_page, path) => {
  const shown = await (await applicant.send(await path())).text();
  expect(shown).toMatch(/редварительн(о|ая)/);
});

test.each<[string, () => string]>([
  ['the queue', () => '/work?list=mine'],
  ['the page of the case', () => `/work/cases/${plan.id}`],
])('%s says so to officers', async (_page, path) => {
  expect(await (await officer.send(path())).text()).toContain('предварительно');
});

test('so do programs: the application, its status by number, the plan, and calendar feeds', async () => {
  const read = async (path: string) => (await applicant.send(path)).json();
  const followed = await read(`/api/v1/applications/${application.id}`);
  expect(followed).toMatchObject({ now: { provisional: true } });
  const part = followed.parts.find(({ key }: { key: string }) => key === 'urban-plan');
  expect(part).toMatchObject({ dueOn: plan.due?.on, provisional: true, derivation: { provisional: true } });
  const token = await city.app.people.createFeed(city.resident('resident-1'));
  const feed = (await (await city.http.request(`/calendar/${token}.ics?lang=en`)).text()).replaceAll('\r\n ', '');
  expect(feed).toContain('earliest end\\, provisional');
  expect(feed).toContain('the date is provisional');
});
