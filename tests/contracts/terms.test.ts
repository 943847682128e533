import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { type ApplicationState, applicationStream } from '#modules/applications/index.ts';
import { countWorkingDays } from '#modules/calendar/index.ts';
import { caseStream } from '#modules/cases/index.ts';
import { calendarNamed } from '#modules/planning/index.ts';
import { rebuild } from '#platform/journal/index.ts';
import { type City, testCity } from '../support/city.ts';
import { acceptCase, caseOf, grantCase } from '../support/whole-life.ts';

const kazan = join(import.meta.dirname, '../../cities/kazan');
const hearing = `
extensions:
  - id: hearing
    name: { ru: Публичные слушания, tt: Ачык тыңлаулар, en: Public hearing }
    amount: 5
    unit: workingDays
`;

let city: City;
let folder: string;
let applicant: Actor;
let officer: Actor;
let application: ApplicationState;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'berdem-kazan-'));
  cpSync(kazan, folder, { recursive: true, filter: (file) => !file.endsWith('kazan/tests') });
  appendFileSync(join(folder, 'services/urban-plan/service.yaml'), hearing);
  city = await testCity({ pack: folder });
  applicant = city.resident('resident-1');
  application = await city.fileOffice(applicant);
  officer = await acceptCase(city, await plan());
});
afterAll(async () => {
  await city.close();
  rmSync(folder, { recursive: true });
});

const plan = () => caseOf(city, application.id, 'urban-plan');
const part = async (key = 'urban-plan') => {
  const found = (await city.app.applications.follow(applicant, application.id)).parts.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no part ${key}`);
  return found;
};
/** When the look at the term is planned; nothing while the clock stands. */
async function lookAt(caseId: string): Promise<string | undefined> {
  const { rows } = await sql<{ on: string }>`
    select (run_at at time zone 'Europe/Moscow')::date::text as on from graphile_worker.jobs where key = ${`term:${caseId}`}
  `.execute(city.app.db);
  return rows[0]?.on;
}
/** The first look at a date: three working days before it. */
function warnedOn(on = ''): string {
  const calendar = calendarNamed(city.app.catalogue.current, undefined);
  const due = Temporal.PlainDate.from(on);
  let day = due;
  while (countWorkingDays(calendar, day, due) < 3) day = day.subtract({ days: 1 });
  return day.toString();
}

// One case through a suspension and an extension: each test goes on where the one before it ended.
describe('the term of a case', () => {
  test('stands for the applicant from the day the officer says; the date slides and nobody is late meanwhile', async () => {
    const before = await plan();
    expect(await lookAt(before.id)).toBe(warnedOn(before.due?.on));
    city.clock.pass({ days: 2 });
    const paper = { reason: 'Нужен исправленный чертёж', evidence: 'Уведомление № 15', documentIds: [] };
    await city.app.cases.suspend(officer, { caseId: before.id, ...paper, owner: 'applicant' });
    expect(await lookAt(before.id)).toBeUndefined();
    const first = (await part()).due?.on ?? '';
    city.clock.pass({ days: 7 });
    const shown = await part();
    expect(shown.due?.on.localeCompare(first)).toBe(1);
    expect(shown.stands).toMatchObject({ from: '2026-03-04', reason: paper.reason, evidence: paper.evidence });
    expect(shown.clock?.now).toMatchObject({ owner: { kind: 'applicant' }, because: 'suspension' });
    const { yourTurn } = await city.app.applications.follow(applicant, application.id);
    expect(yourTurn.map(({ key }) => key)).toContain('urban-plan');
    expect(city.app.cases.possibleSteps(officer, await plan())).toEqual(['sendRequest', 'askApplicant', 'resume']);
  });

  test('cannot be decided while it stands, nor stand twice', async () => {
    const { id } = await plan();
    const draft = { caseId: id, outcome: 'refused' as const, grounds: [], text: 'Нет.', fields: {} };
    await expect(city.app.decisions.draft(officer, draft)).rejects.toThrow();
    const again = { caseId: id, reason: 'x', evidence: 'y', documentIds: [], owner: 'city' as const };
    await expect(city.app.cases.suspend(officer, again)).rejects.toThrow('cases/already-suspended');
    const early = { caseId: id, on: '2026-03-01' };
    await expect(city.app.cases.resume(officer, early)).rejects.toThrow('calendar/resumed-before-suspended');
  });

  test('is moved by nobody but its officer and the head', async () => {
    const { id } = await plan();
    for (const subject of ['officer-kvb', 'lean-1', 'auditor-1']) {
      const stranger = await city.employee(subject);
      await expect(city.app.cases.resume(stranger, { caseId: id })).rejects.toThrow('people/not-allowed');
    }
    await expect(city.app.cases.resume(applicant, { caseId: id })).rejects.toThrow('people/not-allowed');
  });

  test('runs again when it is resumed, later by the working days it stood, and the look goes along', async () => {
    const { id } = await plan();
    const { due } = await city.app.cases.resume(await city.employee('head-uaig'), { caseId: id });
    // 4 to 10 March: of these days 4, 5, 6 and 10 work; the 8th is a Sunday whose rest is moved to the 9th.
    expect(due?.derivation.suspensions).toMatchObject([{ from: '2026-03-04', resumed: '2026-03-11' }]);
    expect(due?.derivation.stretches.filter(({ fate }) => fate === 'suspended')).toMatchObject([{ days: 7 }]);
    expect(await lookAt(id)).toBe(warnedOn(due?.on));
    expect((await part()).due?.on).toBe(due?.on);
    expect((await part()).stands).toBeUndefined();
  });

  test('is extended within the kinds of the service, and of no other', async () => {
    const before = await plan();
    const paper = { reason: 'Назначены слушания', evidence: 'Постановление № 2' };
    const unknown = { caseId: before.id, kind: 'holiday', ...paper };
    await expect(city.app.cases.extend(officer, unknown)).rejects.toThrow('calendar/extension-not-allowed');
    const { due } = await city.app.cases.extend(officer, { caseId: before.id, kind: 'hearing', ...paper });
    expect(due?.derivation.extensions).toMatchObject([{ kind: 'hearing', amount: 5, dueBefore: before.due?.on }]);
    expect(await lookAt(before.id)).toBe(warnedOn(due?.on));
    const twice = { caseId: before.id, kind: 'hearing', ...paper };
    await expect(city.app.cases.extend(officer, twice)).rejects.toThrow('calendar/extension-too-often');
  });

  test('follows from the journal alone', async () => {
    const state = await plan();
    expect((await rebuild(city.app.db, caseStream, state.id))?.state).toEqual(state);
  });
});

describe('whose time a case was', () => {
  test('a request to another department is that department’s time until it answers', async () => {
    const { id } = await plan();
    const sent = await city.app.requests.send(officer, {
      caseId: id,
      to: 'kzio',
      question: 'Есть ли?',
      documentIds: [],
    });
    expect((await part()).clock?.now).toMatchObject({ owner: { kind: 'city' }, because: 'holdsRequest' });
    expect((await part()).clock?.now?.owner.name?.ru).not.toBe((await part()).owner?.ru);
    city.clock.pass({ days: 60 });
    const asked = await city.employee('officer-kzio');
    await city.app.requests.answer(asked, { requestId: sent.id, text: 'Нет.', documentIds: [] });
    expect((await part()).clock?.now).toMatchObject({ because: 'holdsCase' });
  });

  test('late days are booked to the department that held the late request, and the bookings sum to the lateness', async () => {
    const clock = await city.app.applications.caseClock(await city.employee('lean-1'), (await plan()).id);
    expect(clock?.late).toBeGreaterThan(0);
    expect(clock?.bookings.reduce((sum, { days }) => sum + days, 0)).toBe(clock?.late);
    expect(clock?.bookings[0]).toMatchObject({ isRequest: true, owner: { kind: 'city' } });
  });

  test('owners’ times sum to the time of every case of the application, waiting ones and signed ones too', async () => {
    await grantCase(city, await plan());
    city.clock.pass({ days: 3 });
    const { parts } = await city.app.applications.follow(applicant, application.id);
    const clocks = parts.flatMap(({ clock }) => clock ?? []);
    expect(clocks.length).toBe((await city.app.cases.listByApplication(application.id)).length);
    for (const { wall, byKind, owners } of clocks) {
      expect(wall).toBeGreaterThan(0);
      expect(byKind.city + byKind.applicant + byKind.thirdParty).toBe(wall);
      expect(owners.reduce((sum, { spent }) => sum + spent, 0)).toBe(wall);
    }
    const permit = parts.find(({ key }) => key === 'building-permit')?.clock;
    expect(permit?.now).toMatchObject({ because: 'waits' });
  });
});

describe('the end of the whole application', () => {
  const follow = () => city.app.applications.follow(applicant, application.id);
  const planLooks = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from graphile_worker.jobs where key = ${`plan:${application.id}`}
    `.execute(city.app.db);
    return rows[0]?.n;
  };

  test('is looked at after what happened, and a move stands in the journal once with what caused it', async () => {
    expect(await planLooks()).toBe(1);
    const { endsOn, now } = await follow();
    expect(now.plan.endsOn > endsOn).toBe(true);
    await city.app.applications.notePlan(application.id);
    await city.app.applications.notePlan(application.id);
    const { moves, causes } = await follow();
    expect(moves).toMatchObject([{ from: endsOn, to: now.plan.endsOn }]);
    expect(moves[0]?.causes).toEqual(causes);
    // Four working days the clock stood for the applicant, which made six with days off: only the rest is the department's.
    const [stood, rest] = causes;
    expect(stood).toEqual({ key: expect.stringContaining('urban-plan'), days: 6, name: rest?.name, stood: true });
    expect(rest).toMatchObject({ key: 'urban-plan', days: expect.any(Number), owner: expect.anything() });
    const { change } = now;
    expect(change.causes.reduce((sum, { days }) => sum + days, 0) - change.absorbed).toBe(change.days);
    const kept = await rebuild(city.app.db, applicationStream, application.id);
    expect(kept?.state.end).toEqual({ on: now.plan.endsOn, causes: now.change.causes });
  });

  test('moves on day by day while something runs late, told as one move a cause', async () => {
    const before = (await follow()).now.plan.endsOn;
    city.clock.pass({ days: 40 });
    await city.app.applications.notePlan(application.id);
    const { moves, now } = await follow();
    expect(now.plan.endsOn > before).toBe(true);
    expect(moves[0]?.to).toBe(now.plan.endsOn);
    expect(moves.length).toBeLessThanOrEqual(2);
  });

  test('can be brought nearer by the applicant’s own work that sets it', async () => {
    const { shortenings } = await follow();
    expect(shortenings.length).toBeGreaterThan(0);
    for (const { days } of shortenings) expect(days).toBeGreaterThan(0);
  });
});

describe('before a term ends', () => {
  const audited = async (caseId: string) => {
    const { rows } = await sql<{ action: string; left: number | null }>`
      select action, (details ->> 'workingDaysLeft')::int as left from audit.entry
      where subject_id = ${caseId} and action like 'cases.Term%' order by position
    `.execute(city.app.db);
    return rows.map(({ action, left }) => [action, left]);
  };
  const passUntil = (on: string) =>
    city.clock.pass({ days: Temporal.PlainDate.from(on).since(city.today()).total('days') });

  test('its department is warned three working days and one before, hears of it live, and then that it is late', async () => {
    const filed = await city.fileOffice(applicant, { serviceId: 'urban-plan' });
    const { id, due, departmentId } = await caseOf(city, filed.id, 'urban-plan');
    const heard: string[] = [];
    const leave = city.app.live.subscribe(`department:${departmentId}`, ({ kind }) => void heard.push(kind));
    for (let looks = 0; looks < 3; looks++) {
      passUntil((await lookAt(id)) ?? '');
      await city.app.cases.lookAtTerm(id);
    }
    expect(await audited(id)).toEqual([
      ['cases.TermNear', 3],
      ['cases.TermNear', 1],
      ['cases.TermPassed', null],
    ]);
    expect(city.today().toString()).toBe(
      Temporal.PlainDate.from(due?.on ?? '')
        .add({ days: 1 })
        .toString(),
    );
    await expect.poll(() => heard.length, { timeout: 5_000 }).toBeGreaterThanOrEqual(3);
    leave();
  });
});
