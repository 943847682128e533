import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseState } from '#modules/cases/index.ts';
import { type City, testCity } from '../support/city.ts';
import { createBrowser } from '../support/small-city.ts';
import { acceptCase, caseOf } from '../support/whole-life.ts';

// What cannot be a date is refused where it is typed, in words that say what to do; nothing of it is kept.
// A gap in a calendar and a plan in a circle are mistakes of a pack and named with file and line: pack/checks/chain.test.ts.

const kazan = join(import.meta.dirname, '../../cities/kazan');
const survey = `
extensions:
  - id: survey
    name: { ru: Обследование, tt: Тикшерү, en: Survey }
    amount: 5
    unit: workingDays
    times: 2
`;

let city: City;
let folder: string;
let browser: ReturnType<typeof createBrowser>;
let applicant: ReturnType<typeof createBrowser>;
let plan: CaseState;
let path: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'berdem-kazan-'));
  cpSync(kazan, folder, { recursive: true, filter: (file) => !file.endsWith('kazan/tests') });
  appendFileSync(join(folder, 'services/urban-plan/service.yaml'), survey);
  city = await testCity({ pages: true, pack: folder });
  browser = createBrowser(city.http as Parameters<typeof createBrowser>[0]);
  applicant = createBrowser(city.http as Parameters<typeof createBrowser>[0]);
  await Promise.all([browser.signIn('officer-uaig'), applicant.signIn('resident-1')]);
  const filed = await city.fileOffice(city.resident('resident-1'), { serviceId: 'urban-plan' });
  plan = await caseOf(city, filed.id, 'urban-plan');
  await acceptCase(city, plan);
  path = `/work/cases/${plan.id}`;
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

async function send(page: string, form: Record<string, string>, who = browser) {
  const shown = await (await who.send(page)).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(shown)?.[1] ?? '';
  const response = await who.send(page, { form: { csrf, ...form } });
  return { status: response.status, text: await response.text() };
}

async function ask(question: object) {
  const response = await city.http.request('/api/v1/plan', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  return { status: response.status, text: await response.text() };
}

const paper = { reason: 'Нужен чертёж', evidence: '№ 15' };
const suspend = (from: string) => send(path, { act: 'suspend', owner: 'applicant', ...paper, from });
const stored = async () => (await city.app.cases.getVersioned(city.app.db, plan.id)).state;

describe('refused in words that say what to do, and nothing is kept:', () => {
  test.each([0, -3, 1.5, 100_000])('a term of %s months, for programs', async (amount) => {
    const { status, text } = await ask({
      situationId: 'build-office',
      estimates: { sketch: { amount, unit: 'months' } },
    });
    expect(status).toBe(422);
    expect(text).toContain('estimates');
  });

  test('a term of no months, on the page of the plan, where what was typed stays', async () => {
    const draftId = await city.beginOffice(city.resident('resident-1'));
    const refused = await send(`/drafts/${draftId}/plan`, { 'amount:sketch': '0', 'unit:sketch': 'months' }, applicant);
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/name="amount:sketch"[^>]*value="0"|value="0"[^>]*name="amount:sketch"/);
  });

  test('a suspension that starts in the future', async () => {
    const { status, text } = await suspend('2026-03-20');
    expect(status).toBe(422);
    expect(text).toContain('2026-03-20');
    expect((await stored()).suspensions).toBeUndefined();
  });

  test('a step of the applicant done in the future', async () => {
    const office = await city.fileOffice(city.resident('resident-1'));
    const step = office.steps.find(({ awaits }) => awaits.length === 0);
    if (step === undefined) throw new Error('no step is open');
    const report = { applicationId: office.id, stepId: step.stepId, on: '2027-01-01', documentIds: [] };
    await expect(city.app.applications.reportStep(city.resident('resident-1'), report)).rejects.toThrow(
      'applications/step-in-future',
    );
  });

  test('a day outside every calendar: a plan that starts in another century, a term that runs beyond it', async () => {
    const far = await ask({ situationId: 'build-office', startsOn: '3026-01-01' });
    expect([far.status, far.text]).toEqual([422, expect.stringContaining('calendar/outside-calendar')]);
    const early = await ask({ serviceId: 'urban-plan', startsOn: '1917-11-07' });
    expect([early.status, early.text]).toEqual([422, expect.stringContaining('calendar/outside-calendar')]);
  });

  test('a suspension before the term began, or of a day that does not exist', async () => {
    expect((await suspend('2025-12-01')).status).toBe(422);
    expect((await suspend('2026-02-30')).status).toBe(422);
    expect((await stored()).suspensions).toBeUndefined();
  });

  test('a resumption before the suspension', async () => {
    city.clock.pass({ days: 3 });
    await browser.signIn('officer-uaig');
    expect((await suspend('2026-03-04')).status).toBe(302);
    const { status, text } = await send(path, { act: 'resume', on: '2026-03-03' });
    expect(status).toBe(422);
    expect(text).toContain('возобновлён раньше, чем приостановлен');
    expect((await stored()).suspensions).toMatchObject([{ from: '2026-03-04', resumed: null }]);
    expect((await send(path, { act: 'resume', on: '2026-03-05' })).status).toBe(302);
  });

  test('a second suspension of days that stood already, and an extension while the clock stands', async () => {
    expect((await suspend('2026-03-05')).status).toBe(302);
    expect((await suspend('2026-03-05')).status).toBe(409);
    expect((await send(path, { act: 'extend:survey', ...paper, amount: '3' })).status).toBe(409);
    expect((await send(path, { act: 'resume', on: '' })).status).toBe(302);
  });

  test('an extension longer than the regulation allows, and one decided before the days of the earlier one begin', async () => {
    const long = await send(path, { act: 'extend:survey', ...paper, amount: '9' });
    expect([long.status, (await stored()).extensions]).toEqual([422, undefined]);
    expect((await send(path, { act: 'extend:survey', ...paper, amount: '3' })).status).toBe(302);
    const overlapping = await send(path, { act: 'extend:survey', ...paper, amount: '3' });
    expect(overlapping.status).toBe(422);
    expect((await stored()).extensions).toHaveLength(1);
  });
});
