import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApplicationState } from '#modules/applications/index.ts';
import { type City, testCity } from '../support/city.ts';
import { readCalendar } from '../support/read-calendar.ts';
import { acceptCase, caseOf, grantCase } from '../support/whole-life.ts';

let city: City;
let application: ApplicationState;
beforeAll(async () => {
  city = await testCity();
  application = await city.fileOffice(city.resident('resident-1'), { serviceId: 'urban-plan' });
});
afterAll(() => city.close());

const read = async (token: string, query = '') => {
  const response = await city.http.request(`/calendar/${token}.ics${query}`);
  const raw = await response.text();
  const entries = response.status === 200 ? readCalendar(raw) : [];
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: raw.replaceAll('\r\n ', ''),
    entries,
  };
};
/** Days of a feed by what they are about. */
const daysIn = ({ entries }: Awaited<ReturnType<typeof read>>) =>
  new Map(entries.map((entry) => [entry.get('SUMMARY') ?? '', entry.get('DTSTART') ?? entry.get('DUE')]));
const plan = () => caseOf(city, application.id, 'urban-plan');

describe('dates in one’s own calendar', () => {
  test('an applicant sees what is due and when all can end, in the chosen language, and nothing about the place', async () => {
    const token = await city.app.people.createFeed(city.resident('resident-1'));
    const { status, type, text } = await read(token, '?lang=en');
    expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8']);
    const { due, number } = await plan();
    expect(text).toContain(`DTSTART;VALUE=DATE:${due?.on.replaceAll('-', '')}`);
    expect(text).toContain(number);
    expect(text).toContain('earliest end');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(text).not.toMatch(/Сафина|16:50:/);
  });

  test('an officer has every open case as a task that is due, until it is signed', async () => {
    const officer = await acceptCase(city, await plan());
    const token = await city.app.people.createFeed(officer);
    const { due } = await plan();
    const task = `DUE;VALUE=DATE:${due?.on.replaceAll('-', '')}\r\nSTATUS:IN-PROCESS`;
    expect((await read(token)).text).toContain(task);
    await grantCase(city, await plan());
    expect((await read(token)).text).not.toContain('BEGIN:VTODO');
  });

  test('what an applicant sees is today’s: a date that a suspension moved, the end that followed, and the own steps', async () => {
    const person = city.resident('entrepreneur-1');
    const office = await city.fileOffice(person);
    const token = await city.app.people.createFeed(person);
    const follow = () => city.app.applications.follow(person, office.id);
    const view = await follow();
    const before = daysIn(await read(token, '?lang=en'));
    const own = view.parts.filter(({ kind, status }) => kind === 'own' && status !== 'done');
    expect(own.length).toBeGreaterThan(0);
    for (const { name, key } of own) {
      const ends = view.now.plan.items.find((item) => item.key === key)?.ends.replaceAll('-', '');
      expect(before.get(`${name.en} (${office.number})`)).toBe(ends);
    }
    const urban = await caseOf(city, office.id, 'urban-plan');
    const officer = await acceptCase(city, urban);
    const paper = { reason: 'Чертёж', evidence: '№ 1', documentIds: [] };
    await city.app.cases.suspend(officer, { caseId: urban.id, ...paper, owner: 'applicant' });
    city.clock.pass({ days: 60 });
    await city.app.cases.resume(officer, { caseId: urban.id });
    const after = daysIn(await read(token, '?lang=en'));
    const { parts, now, endsOn } = await follow();
    const due = parts.find(({ key }) => key === 'urban-plan')?.due?.on.replaceAll('-', '');
    const [ofCase] = [...after].find(([summary]) => summary.includes(urban.number)) ?? [];
    expect(after.get(ofCase ?? '')).toBe(due);
    expect(before.get(ofCase ?? '')).not.toBe(due);
    const [end] = [...after.keys()].filter((summary) => summary.includes('earliest end'));
    expect(after.get(end ?? '')).toBe(now.plan.endsOn.replaceAll('-', ''));
    expect(now.plan.endsOn > endsOn).toBe(true);
  });

  test('what an applicant has given up is in no calendar any more', async () => {
    const person = city.resident('representative-1');
    const given = await city.fileOffice(person, { serviceId: 'urban-plan' });
    const token = await city.app.people.createFeed(person);
    expect((await read(token)).entries).toHaveLength(2);
    await city.app.applications.withdraw(person, { applicationId: given.id });
    expect((await read(token)).entries).toEqual([]);
  });

  test('an address ends with the next one, when it is taken back, and when the employee leaves; only its hash is kept', async () => {
    const person = city.resident('resident-2');
    const first = await city.app.people.createFeed(person);
    const second = await city.app.people.createFeed(person);
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    await city.app.people.revokeFeed(person);
    expect((await read(second)).status).toBe(404);
    expect(await city.app.people.feedSince(person)).toBeUndefined();
    const officer = await city.employee('officer-kvb');
    const token = await city.app.people.createFeed(officer);
    const { rows } = await sql<{ row: string }>`select f::text as row from people.calendar_feed f`.execute(city.app.db);
    expect(JSON.stringify(rows)).not.toContain(token);
    await sql`update people.employee set left_on = '2026-01-01' where id = ${officer.employeeId}`.execute(city.app.db);
    expect((await read(token)).status).toBe(404);
    await expect(city.app.people.createFeed({ kind: 'anonymous' })).rejects.toThrow('people/sign-in-needed');
  });

  test('a wrong address tells nothing', async () => {
    for (const token of ['x', 'A'.repeat(43), '..%2f..']) expect((await read(token)).status).toBe(404);
  });
});
