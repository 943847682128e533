import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import type { FollowView } from '#modules/applications/index.ts';
import { addTerm, redate, sealDerivation, verifyDerivation } from '#modules/calendar/index.ts';
import { type CaseState, caseStream } from '#modules/cases/index.ts';
import { demoId } from '#modules/people/index.ts';
import { calendarNamed, type PlanItem } from '#modules/planning/index.ts';
import { readConfig } from '#platform/config/index.ts';
import type { Database } from '#platform/db/index.ts';
import { rebuild } from '#platform/journal/index.ts';
import { createLive, type Live } from '#platform/live/index.ts';
import { createLog } from '#platform/log/index.ts';
import { type App, createApp } from '../../src/app.ts';
import { demoClock } from '../../src/demo/demo-clock.ts';
import { liveDemoLife, storyCount } from '../../src/demo/demo-life.ts';
import { testDatabase } from '../support/database.ts';

// Every date of the whole demonstration, computed once more from the facts beside it.

const clock = demoClock();
const dataDir = mkdtempSync(join(tmpdir(), 'berdem-demo-'));
let database: Database;
let live: Live;
let app: App;
let views: FollowView[];
let cases: CaseState[];

beforeAll(async () => {
  database = await testDatabase();
  const log = createLog('silent');
  live = await createLive(database, log);
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  app = await createApp({ config, log, database, replica: database, live }, 'cities/kazan', { clock });
  expect(await liveDemoLife(app, clock)).toBe(storyCount);
  views = await everyView();
  cases = (await Promise.all(views.map(({ applicationId }) => app.cases.listByApplication(applicationId)))).flat();
}, 120_000);
afterAll(async () => {
  await live.close();
  await database.close();
  rmSync(dataDir, { recursive: true });
});

/** The page of every application of the demonstration, as its applicant sees it at this moment. */
async function everyView(): Promise<FollowView[]> {
  const people = ['resident-1', 'resident-2', 'entrepreneur-1'].map(
    (subject): Actor => ({ kind: 'person', personId: demoId(subject) }),
  );
  const ofPeople = people.map(async (person) => {
    const { applications } = await app.applications.listMine(person);
    return Promise.all(applications.map(({ id }) => app.applications.follow(person, id)));
  });
  return (await Promise.all(ofPeople)).flat();
}

const date = (iso: string) => Temporal.PlainDate.from(iso);
const dues = () => cases.flatMap(({ due, ...state }) => (due === undefined ? [] : [{ ...state, due }]));

test('every legal date of a case follows again from its event, rule, calendar and journal, and the verifier agrees', async () => {
  const { current } = app.catalogue;
  expect(dues().length).toBeGreaterThan(40);
  for (const { number, due, suspensions = [], extensions = [] } of dues()) {
    expect([suspensions, extensions], number).toEqual([[], []]);
    const again = redate(calendarNamed(current, due.derivation.calendar.id), due.derivation, {});
    expect(again, number).toEqual(due);
    const sealed: unknown = JSON.parse(JSON.stringify(sealDerivation(due.derivation)));
    expect(verifyDerivation(sealed, { calendars: current.calendars }), number).toEqual([]);
  }
});

test('every state, its date with it, is what its journal says', async () => {
  for (const state of cases) {
    expect((await rebuild(app.db, caseStream, state.id))?.state, state.number).toEqual(state);
  }
});

/** No item begins before everything it needs has ended. */
const earliest = (item: PlanItem, { items, startsOn }: FollowView['plan']): string =>
  [startsOn, ...items.filter(({ key }) => item.needs.includes(key)).map(({ ends }) => ends)].sort().at(-1) ?? startsOn;

test('every item of every plan starts after what it needs and ends when its term does; the verifier agrees; the last sets the end', () => {
  const { calendars } = app.catalogue.current;
  let looked = 0;
  for (const { plan, number } of views) {
    for (const item of plan.items.filter(({ term }) => term.unit !== 'workingHours')) {
      const what = `${number} ${item.key}`;
      const calendar = calendarNamed(app.catalogue.current, item.calendarId);
      const { derivation } = addTerm(calendar, item.term, date(item.starts));
      expect(item.starts >= earliest(item, plan), what).toBe(true);
      expect(derivation.due, what).toBe(item.ends);
      const sealed: unknown = JSON.parse(JSON.stringify(sealDerivation(derivation)));
      expect(verifyDerivation(sealed, { calendars }), what).toEqual([]);
      looked += 1;
    }
    expect([...plan.items.map(({ ends }) => ends)].sort().at(-1)).toBe(plan.endsOn);
  }
  expect(looked).toBeGreaterThan(80);
});

test('owners’ times sum to the time of every case, booked days to its lateness, today and when much is late', async () => {
  let late = 0;
  for (const days of [0, 30, 90]) {
    clock.put(Temporal.Now.instant().add({ hours: 24 * days }));
    const clocks = (await everyView()).flatMap(({ parts }) => parts.flatMap(({ clock: one }) => one ?? []));
    expect(clocks.length).toBe(cases.length);
    for (const { wall, byKind, owners, late: lateBy, bookings } of clocks) {
      expect(byKind.city + byKind.applicant + byKind.thirdParty).toBe(wall);
      expect(owners.reduce((sum, { spent }) => sum + spent, 0)).toBe(wall);
      expect(bookings.reduce((sum, one) => sum + one.days, 0)).toBe(lateBy);
      late += lateBy;
    }
  }
  clock.release();
  expect(late).toBeGreaterThan(100);
});
