import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { demoId } from '#modules/people/index.ts';
import { readConfig } from '#platform/config/index.ts';
import type { Database } from '#platform/db/index.ts';
import { createLive, type Live } from '#platform/live/index.ts';
import { createLog } from '#platform/log/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { type App, createApp } from '../app.ts';
import { demoClock } from './demo-clock.ts';
import { liveDemoLife } from './demo-life.ts';

const clock = demoClock();
const dataDir = mkdtempSync(`${tmpdir()}/berdem-demo-`);
let database: Database;
let live: Live;
let app: App;
beforeAll(async () => {
  database = await testDatabase();
  const log = createLog('silent');
  live = await createLive(database, log);
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  app = await createApp({ config, log, database, replica: database, live }, 'cities/kazan', { clock });
});
afterAll(async () => {
  await live.close();
  await database.close();
  rmSync(dataDir, { recursive: true });
});

const filedBy = async (subject: string) => {
  const actor: Actor = { kind: 'person', personId: demoId(subject) };
  return (await app.applications.listMine(actor)).applications;
};

test('a demonstration has applications of the last weeks, some untouched and some under work', async () => {
  expect(await liveDemoLife(app, clock, 5)).toBe(5);
  const filed = (await Promise.all(['resident-1', 'resident-2', 'entrepreneur-1'].map(filedBy))).flat();
  const statuses = filed.flatMap(({ cases }) => cases.map(({ phase }) => phase.status));
  expect(filed.length).toBe(5);
  expect(statuses).toEqual(expect.arrayContaining(['started', 'assigned', 'accepted', 'waiting']));
  const today = clock.now().toString().slice(0, 10);
  expect(filed.some(({ receivedOn }) => receivedOn < today)).toBe(true);
});

test('in one of them a service was refused, and its applicant can apply again', async () => {
  const [office] = (await filedBy('resident-1')).filter(({ cases }) => cases.length > 1);
  const { yourTurn } = await app.applications.follow(
    { kind: 'person', personId: demoId('resident-1') },
    office?.id ?? '',
  );
  expect(yourTurn).toContainEqual(expect.objectContaining({ key: 'urban-plan', mayApplyAgain: { isNeeded: true } }));
});

test('filled again it stays as it is, and afterwards the clock is that of everybody', async () => {
  expect(await liveDemoLife(app, clock, 5)).toBe(0);
  expect(Math.abs(Number(clock.now().epochMilliseconds) - Date.now())).toBeLessThan(1_000);
});
