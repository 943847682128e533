import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { renderDerivation } from '#modules/calendar/index.ts';
import { caseStream } from '#modules/cases/index.ts';
import { startJobs } from '#platform/jobs/index.ts';
import { rebuild } from '#platform/journal/index.ts';
import { createLog } from '#platform/log/index.ts';
import { jobHandlers } from '../../src/jobs.ts';
import { type City, testCity } from '../support/city.ts';
import { caseOf } from '../support/whole-life.ts';

const kazan = join(import.meta.dirname, '../../cities/kazan');
const opened: { city: City; folder: string }[] = [];
afterEach(async () => {
  for (const { city, folder } of opened.splice(0)) {
    await city.close();
    rmSync(folder, { recursive: true });
  }
});

/** Kazan in which another version of the urban plan's term becomes law on 10 March 2026. */
async function cityWith(days: number, transition: string): Promise<City> {
  const folder = mkdtempSync(join(tmpdir(), 'berdem-kazan-'));
  cpSync(kazan, folder, { recursive: true, filter: (file) => !file.endsWith('kazan/tests') });
  const file = join(folder, 'services/urban-plan/service.yaml');
  const text = readFileSync(file, 'utf8')
    .replace(/^version: 1$/m, 'version: 2')
    .replace(/^effective: .*$/m, 'effective: 2026-03-10')
    .replace(/^term:.*$/m, `term: { amount: ${days}, unit: workingDays }\ntransition: ${transition}`);
  writeFileSync(join(folder, 'services/urban-plan/service.2.yaml'), text);
  const city = await testCity({ pack: folder });
  opened.push({ city, folder });
  return city;
}

async function openCase(city: City) {
  const { id } = await city.fileOffice(city.resident('resident-1'), { serviceId: 'urban-plan' });
  return () => caseOf(city, id, 'urban-plan');
}

test('a more favourable term reaches open cases on its first day, and the derivation says so', async () => {
  const city = await cityWith(8, 'moreFavourable');
  const plan = await openCase(city);
  const before = await plan();
  expect(await city.app.holidays.applyRule('urban-plan', 2)).toBe(0);
  city.clock.pass({ days: 8 });
  expect(await city.app.holidays.applyRule('urban-plan', 2)).toBe(1);
  const { due, id } = await plan();
  expect(due?.on).toBe('2026-03-13');
  expect(due?.derivation.rule).toMatchObject({ id: 'urban-plan', version: '2', choice: { policy: 'moreFavourable' } });
  expect(due?.derivation.rule.choice?.weighed).toEqual([
    { version: '1', due: before.due?.on },
    { version: '2', due: '2026-03-13' },
  ]);
  expect(due && renderDerivation(due.derivation, 'ru')).toContain('редакция 2');
  expect((await rebuild(city.app.db, caseStream, id))?.state).toEqual(await plan());
  expect(await city.app.holidays.applyRule('urban-plan', 2)).toBe(0);
});

test('a longer term is not more favourable: open cases keep theirs, new ones get it', async () => {
  const city = await cityWith(20, 'moreFavourable');
  const plan = await openCase(city);
  const { due } = await plan();
  city.clock.pass({ days: 8 });
  expect(await city.app.holidays.applyRule('urban-plan', 2)).toBe(0);
  expect((await plan()).due).toEqual(due);
  expect((await (await openCase(city))()).term.amount).toBe(20);
});

test('a term for all open cases is theirs, longer or not', async () => {
  const city = await cityWith(20, 'allOpenCases');
  const plan = await openCase(city);
  city.clock.pass({ days: 8 });
  expect(await city.app.holidays.applyRule('urban-plan', 2)).toBe(1);
  expect((await plan()).due?.derivation.rule).toMatchObject({ version: '2', choice: { policy: 'allOpenCases' } });
});

test('a running city applies a version by itself on its first day: the journal, the derivation and the applicant’s page say so', async () => {
  const city = await cityWith(8, 'moreFavourable');
  const applicant = city.resident('resident-1');
  const application = await city.fileOffice(applicant, { serviceId: 'urban-plan' });
  const plan = () => caseOf(city, application.id, 'urban-plan');
  const before = await plan();
  city.clock.pass({ days: 8 });
  // The wall of the database is long past that day: what the start asked for is due.
  const jobs = await startJobs({ database: city.database, log: createLog('silent'), handlers: jobHandlers(city.app) });
  try {
    await expect.poll(async () => (await plan()).due?.on, { timeout: 10_000 }).toBe('2026-03-13');
    const follow = () => city.app.applications.follow(applicant, application.id);
    await expect.poll(async () => (await follow()).moves.length, { timeout: 10_000 }).toBe(1);
    const { moves, parts, now } = await follow();
    expect(moves[0]).toMatchObject({ from: before.due?.on, to: '2026-03-13', causes: [{ law: 'rule' }] });
    expect(moves[0]?.causes[0]?.owner).toBeUndefined();
    expect(now.plan.endsOn).toBe('2026-03-13');
    const due = parts.find(({ key }) => key === 'urban-plan')?.due;
    expect(due && renderDerivation(due.derivation, 'ru')).toContain('более выгодная для заявителя');
  } finally {
    await jobs.stop();
  }
  const { id } = await plan();
  const cause = { kind: 'rule', service: 'urban-plan', version: '2' };
  const told = await city.app.cases.history(await city.employee('officer-uaig'), id);
  expect(told.at(-1)?.event).toMatchObject({ type: 'DueMoved', cause });
});
