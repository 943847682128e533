import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import type { ApplicationState } from '#modules/applications/index.ts';
import { sealDerivation, verifyDerivation } from '#modules/calendar/index.ts';
import type { Plan } from '#modules/planning/index.ts';
import { type City, testCity } from '../support/city.ts';
import { acceptCase, caseOf, grantCase, reportDone } from '../support/whole-life.ts';

const kazan = join(import.meta.dirname, '../../cities/kazan');

/** The improvement committee and the registry of rights count on federal days, all others on those of the republic. */
const rules = 'calendars: { departments: { kvb: federal, rosreestr: federal } }\n';

let city: City;
let folder: string;
let applicant: Actor;
let office: ApplicationState;
let planned: Plan;

// Friday the 13th of March 2026, an hour and a quarter after closing; the 20th is a holiday of the republic alone.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'berdem-calendars-'));
  cpSync(kazan, folder, { recursive: true, filter: (file) => !file.endsWith('kazan/tests') });
  const file = join(folder, 'city.yaml');
  writeFileSync(file, readFileSync(file, 'utf8') + rules);
  city = await testCity({ pack: folder, at: '2026-03-13T15:00:00Z' });
  applicant = city.resident('resident-1');
  office = await city.fileOffice(applicant);
  planned = (await city.app.applications.getFiled(office.id)).filing.plan;
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

const itemOf = (key: string) => {
  const found = planned.items.find((item) => item.key === key);
  if (found === undefined) throw new Error(`no ${key} in the plan`);
  return found;
};

describe('P11: a city with two calendars', () => {
  test('counts each case by its own, in one plan, and every date names its calendar', async () => {
    const named = new Map(planned.items.map(({ ownerId, calendarId }) => [ownerId, calendarId]));
    expect(named.get('kvb')).toBe('federal');
    expect(named.get('uaig')).toBe('tatarstan');
    expect(named.get('rosreestr')).toBe('federal');
    const conditions = await city.fileOffice(applicant, { serviceId: 'lawn-removal' });
    const lawn = await caseOf(city, conditions.id, 'lawn-removal');
    expect(lawn.due?.derivation.calendar).toMatchObject({ id: 'federal' });
    expect((await caseOf(city, office.id, 'urban-plan')).due?.derivation.calendar).toMatchObject({ id: 'tatarstan' });
    const { calendars } = city.app.catalogue.current;
    if (lawn.due === undefined) throw new Error('no date');
    expect(verifyDerivation(sealDerivation(lawn.due.derivation), { calendars })).toEqual([]);
  });

  test('asks each department on the calendar of that department', async () => {
    const application = await city.fileOffice(applicant, { serviceId: 'urban-plan' });
    const one = await caseOf(city, application.id, 'urban-plan');
    const officer = await acceptCase(city, one);
    const ask = (to: string) =>
      city.app.requests.send(officer, { caseId: one.id, to, question: 'Есть ли сети?', documentIds: [] });
    const other = city.app.catalogue.current.departments.find(({ id }) => id !== 'kvb' && id !== one.departmentId);
    expect((await ask('kvb')).due.derivation.calendar.id).toBe('federal');
    expect((await ask(other?.id ?? '')).due.derivation.calendar.id).toBe('tatarstan');
  });

  test('previews a day off for the cases of that calendar alone, and for those that build on it', async () => {
    const lean = await city.employee('lean-1');
    const ofRepublic = await city.app.holidays.preview(lean, { calendarId: 'tatarstan', day: '2026-03-18' });
    expect(ofRepublic.moved).toBeGreaterThan(0);
    expect(ofRepublic.dates.map(({ departmentId }) => departmentId)).not.toContain('kvb');
    const ofCountry = await city.app.holidays.preview(lean, { calendarId: 'federal', day: '2026-03-18' });
    expect(ofCountry.dates.map(({ departmentId }) => departmentId)).toContain('kvb');
    expect(ofCountry.moved).toBeGreaterThan(ofRepublic.moved);
  });
});

describe('a plan at filing, when everybody acts in office hours of their last day', () => {
  /** Goes to three in the afternoon of a day. */
  const passTo = (day: string) => {
    const then = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/Moscow', plainTime: '15:00' });
    city.clock.pass(city.clock.now().until(then.toInstant()));
  };

  test('begins with the next working day after closing, for everybody who has office hours', () => {
    const first = planned.items.filter(({ needs, kind }) => needs.length === 0 && kind !== 'own');
    expect(first.length).toBeGreaterThan(0);
    expect(first.map(({ starts }) => starts)).toEqual(first.map(() => '2026-03-16'));
  });

  test('says the legal date of every case to the day', async () => {
    const seen = new Map<string, string | undefined>();
    for (;;) {
      const { parts } = await city.app.applications.follow(applicant, office.id);
      const open = parts.filter(({ status }) => status === 'open' || status === 'started');
      for (const { due, itemKey } of await city.app.cases.listByApplication(office.id)) {
        if (due !== undefined && !seen.has(itemKey)) seen.set(itemKey, due.on);
      }
      const [next] = open.toSorted((a, b) => itemOf(a.key).ends.localeCompare(itemOf(b.key).ends));
      if (next === undefined) break;
      passTo(itemOf(next.key).ends);
      if (next.stepId) await reportDone(city, applicant, { applicationId: office.id, stepId: next.stepId });
      else await grantCase(city, await caseOf(city, office.id, next.key));
    }
    const cases = planned.items.filter(({ kind }) => kind === 'service');
    expect(cases.map(({ key }) => [key, seen.get(key)])).toEqual(cases.map(({ key, ends }) => [key, ends]));
  });
});
