import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { type ApplicationState, applicationStream } from '#modules/applications/index.ts';
import { type CaseState, caseStream } from '#modules/cases/index.ts';
import { rebuild } from '#platform/journal/index.ts';
import { type City, testCity } from '../support/city.ts';
import { acceptCase, caseOf, grantCase } from '../support/whole-life.ts';

let city: City;
let applicant: Actor;
let lean: Actor;
let administrator: Actor;
let office: ApplicationState;
let ended: CaseState;
let suspended: CaseState;
let others: readonly ApplicationState[];

/** Friday in the second week of the applications, a working day. */
const closure = { calendarId: 'tatarstan', day: '2026-03-13' };

beforeAll(async () => {
  city = await testCity();
  applicant = city.resident('resident-1');
  [lean, administrator] = await Promise.all([city.employee('lean-1'), city.employee('administrator-1')]);
  office = await city.fileOffice(applicant);
  const [first, second, ...rest] = await fileMany(5);
  if (first === undefined || second === undefined) throw new Error('nothing filed');
  others = rest;
  ended = await caseOf(city, first.id, 'urban-plan');
  await grantCase(city, ended);
  const stands = await caseOf(city, second.id, 'urban-plan');
  const officer = await acceptCase(city, stands);
  const paper = { reason: 'Чертёж', evidence: '№ 1', documentIds: [] };
  suspended = await city.app.cases.suspend(officer, { caseId: stands.id, ...paper, owner: 'applicant' });
});
afterAll(() => city.close());

async function fileMany(count: number): Promise<ApplicationState[]> {
  const filed: ApplicationState[] = [];
  for (let n = 0; n < count; n++) filed.push(await city.fileOffice(applicant, { serviceId: 'urban-plan' }));
  return filed;
}
const state = async (id: string) => (await city.app.cases.getVersioned(city.app.db, id)).state;
const planOf = (application: ApplicationState) => caseOf(city, application.id, 'urban-plan');

describe('a holiday that the calendar did not have', () => {
  let before: CaseState;
  let proposal: string;

  test('is previewed: which open cases move from which date to which; nothing is written', async () => {
    before = await planOf(office);
    const preview = await city.app.holidays.preview(lean, closure);
    const dates = preview.dates.filter(({ serviceId }) => serviceId === 'urban-plan');
    expect(dates.reduce((sum, { cases }) => sum + cases, 0)).toBe(5);
    expect(dates.every(({ from, to }) => to > from)).toBe(true);
    expect(preview.moved).toBeLessThanOrEqual(preview.looked);
    expect((await planOf(office)).due).toEqual(before.due);
    await expect(city.app.holidays.preview(await city.employee('officer-uaig'), closure)).rejects.toThrow(
      'people/not-allowed',
    );
  });

  test.each<[string, { calendarId: string; day: string }]>([
    ['holidays/off-already', { ...closure, day: '2026-03-14' }],
    ['holidays/year-not-published', { ...closure, day: '2031-03-14' }],
    ['calendar/unknown-calendar', { ...closure, calendarId: 'mars' }],
  ])('%s is refused', async (code, input) => {
    await expect(city.app.holidays.preview(lean, input)).rejects.toThrow(code);
  });

  test('becomes law when a second person approves it, and not when the same one does', async () => {
    const { id } = await city.app.holidays.propose(lean, { ...closure, reason: 'Закрытие из-за паводка' });
    proposal = id;
    const again = { ...closure, reason: 'Ещё раз' };
    await expect(city.app.holidays.propose(administrator, again)).rejects.toThrow('holidays/proposed-already');
    await expect(city.app.holidays.approve(lean, { id })).rejects.toThrow('holidays/own-proposal');
    const version = city.app.catalogue.packVersion;
    await city.app.holidays.approve(administrator, { id });
    await expect(city.app.holidays.approve(administrator, { id })).rejects.toThrow('holidays/unknown-day');
    await expect(city.app.holidays.withdraw(lean, { id })).rejects.toThrow('holidays/unknown-day');
    expect(city.app.catalogue.packVersion).not.toBe(version);
    // The old rules stay known: cases of yesterday name them.
    expect((await city.app.catalogue.getPack(version)).city.id).toBe('kazan');
  });

  test('moves every open case as previewed, through its journal, and no case that has ended', async () => {
    const kept = await state(ended.id);
    expect(await city.app.holidays.redateFor(proposal)).toBeGreaterThanOrEqual(5);
    const after = await planOf(office);
    expect(after.due?.on).toBe(
      Temporal.PlainDate.from(before.due?.on ?? '')
        .add({ days: 1 })
        .toString(),
    );
    const cause = { kind: 'calendar', calendar: 'tatarstan', reason: 'Закрытие из-за паводка' };
    const events = await city.app.cases.history(await city.employee('officer-uaig'), after.id);
    expect(events.at(-1)?.event).toMatchObject({ type: 'DueMoved', due: { on: after.due?.on }, cause });
    expect(await state(ended.id)).toEqual(kept);
    expect((await state(suspended.id)).suspensions).toEqual(suspended.suspensions);
    for (const one of [after, await state(suspended.id), ...(await Promise.all(others.map(planOf)))]) {
      expect((await rebuild(city.app.db, caseStream, one.id))?.state).toEqual(one);
    }
  });

  test('moves nothing twice', async () => {
    expect(await city.app.holidays.redateFor(proposal)).toBe(0);
  });

  test('counts for what is filed from now on', async () => {
    const [fresh] = await fileMany(1);
    const due = fresh && (await planOf(fresh)).due;
    expect(due?.on).toBe((await planOf(office)).due?.on);
    expect(due?.derivation.calendar).toEqual((await planOf(office)).due?.derivation.calendar);
  });

  test('is told to the applicants: a look at the end of every application that it moved', async () => {
    const { rows } = await sql<{ ids: string[] }>`
      select payload -> 'applicationIds' as ids from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'applications.note-plans'
    `.execute(city.app.db);
    const told = rows.flatMap(({ ids }) => ids);
    expect(told).toContain(office.id);
    const noted = async () => {
      for (const { ids } of rows) await city.app.applications.notePlans(ids);
      const found = await sql<{ moves: number; applications: number }>`
        select count(*)::int as moves, count(distinct stream_id)::int as applications
        from platform.event where type = 'PlanMoved' and stream_id = any(${told}::uuid[])
      `.execute(city.app.db);
      return found.rows[0];
    };
    const first = await noted();
    expect(first?.applications).toBeGreaterThan(1);
    expect(first?.moves).toBe(first?.applications);
    expect(await noted()).toEqual(first);
    const single = others[0]?.id ?? '';
    const { moves } = await city.app.applications.follow(applicant, single);
    // The day off is nobody's delay.
    expect(moves[0]?.causes).toMatchObject([
      { law: 'calendar', name: { en: expect.stringContaining('calendar') }, days: 1 },
    ]);
    expect(moves[0]?.causes[0]?.owner).toBeUndefined();
    expect((await rebuild(city.app.db, applicationStream, single))?.state.end?.on).toBe(moves[0]?.to);
  });

  test('a look at a term that was planned for the old date goes to the new one instead of calling the case late', async () => {
    const one = await planOf(office);
    city.clock.pass({ days: Temporal.PlainDate.from(before.due?.on ?? '').since('2026-03-02').days + 1 });
    await city.app.cases.lookAtTerm(one.id);
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from audit.entry where action = 'cases.TermPassed' and subject_id = ${one.id}
    `.execute(city.app.db);
    expect(rows).toEqual([{ n: 0 }]);
  });
});

test('a day off is nobody’s delay for an application that came in after office hours either', async () => {
  const evening = await testCity({ at: '2026-11-24T18:12:00Z' });
  try {
    const person = evening.resident('resident-1');
    const { id } = await evening.fileOffice(person, { serviceId: 'urban-plan' });
    const day = { calendarId: 'tatarstan', day: '2026-11-27', reason: 'Паводок' };
    const { id: proposed } = await evening.app.holidays.propose(await evening.employee('lean-1'), day);
    await evening.app.holidays.approve(await evening.employee('administrator-1'), { id: proposed });
    await evening.app.holidays.redateFor(proposed);
    const { causes, closures, now } = await evening.app.applications.follow(person, id);
    expect(causes).toMatchObject([{ law: 'calendar', days: 1 }]);
    expect(closures).toEqual(['Паводок']);
    expect(now.plan.endsOn).toBe('2026-12-16');
  } finally {
    await evening.close();
  }
});
