import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import type { ApplicationState } from '#modules/applications/index.ts';
import type { CaseState } from '#modules/cases/index.ts';
import { notify } from '#platform/live/index.ts';
import { atOnce } from '#tests/support/at-once.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { copyDraft } from '#tests/support/copied-drafts.ts';
import { testDatabase } from '#tests/support/database.ts';
import { acceptCase, caseOf } from '#tests/support/whole-life.ts';

let city: City;
let applicant: Actor;
let filled: string;
/** An office application of its own for every test. */
let application: ApplicationState;

const isOnServer = Boolean(process.env.DATABASE_URL);
beforeAll(async () => {
  if (!isOnServer) return;
  city = await testCity();
  applicant = city.resident('resident-1');
  filled = await city.beginOffice(applicant);
});
afterAll(() => city?.close());
beforeEach(async () => {
  if (!isOnServer) return;
  const [draftId = ''] = await copyDraft(city.database, { draftId: filled, count: 1 });
  application = await city.app.applications.file(applicant, { draftId, language: 'ru' });
});

const withdraw = (caseId: string) =>
  city.app.applications.withdraw(applicant, { applicationId: application.id, caseId });
const rowOf = (one: CaseState) => `select from cases."case" where id = '${one.id}' for update`;
const openCases = async () =>
  (await city.app.cases.listByApplication(application.id)).filter(({ phase }) => phase.status !== 'withdrawn');

describe.runIf(isOnServer)('an applicant gives up the last two parts in two windows at once', () => {
  /** Leaves the parts of two services that wait for nothing, and gives up everything else. */
  async function lastTwo(): Promise<[CaseState, CaseState]> {
    for (;;) {
      const open = await openCases();
      const ends = await Promise.all(
        open.map(({ id }) =>
          city.app.applications.previewWithdrawal(applicant, { applicationId: application.id, caseId: id }),
        ),
      );
      const alone = open.filter((_, index) => ends[index]?.length === 1);
      const [a, b, ...others] = alone;
      if (a && b && open.length === 2) return [a, b];
      const last = others.at(-1) ?? alone.at(-1);
      if (last === undefined) throw new Error('nothing can be given up alone');
      await withdraw(last.id);
    }
  }

  test('and nothing is left: the application is given up', async () => {
    const [a, b] = await lastTwo();
    const both = await atOnce(city.database, rowOf(a), [() => withdraw(a.id), () => withdraw(b.id)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(await openCases()).toEqual([]);
    const { rows } = await city.database.pool.query(
      `select state ? 'withdrawnAt' as "isWithdrawn" from applications.application where id = $1`,
      [application.id],
    );
    expect(rows).toEqual([{ isWithdrawn: true }]);
  });
});

describe.runIf(isOnServer)('a request is sent for a case at the moment at which the applicant withdraws it', () => {
  test('and nobody owes an answer', async () => {
    const plan = await caseOf(city, application.id, 'urban-plan');
    const officer = await acceptCase(city, plan);
    const to = city.app.catalogue.current.departments.find(({ id }) => id !== plan.departmentId)?.id ?? '';
    const question = 'Есть ли сети?';
    const send = () => city.app.requests.send(officer, { caseId: plan.id, to, question, documentIds: [] });
    const [sent, withdrawn] = await atOnce(city.database, 'lock table requests.agency_request in share mode', [
      send,
      () => withdraw(plan.id),
    ]);
    expect([sent.status, withdrawn.status]).toEqual(['fulfilled', 'fulfilled']);
    const requests = await city.app.requests.listByCase(plan.id);
    expect(requests.map(({ phase }) => phase.status)).toEqual(['cancelled']);
  });
});

describe.runIf(isOnServer)('the end of an application is looked at while a part of it is given up', () => {
  test('and what is noted is the end as it is, not as it was when the look began', async () => {
    const plan = await caseOf(city, application.id, 'urban-plan');
    const held = 'lock table applications.supplement in access exclusive mode';
    const look = () => city.app.applications.notePlan(application.id);
    city.clock.pass({ days: 30 });
    await atOnce(city.database, held, [look, () => withdraw(plan.id)]);
    const noted = await endNoted();
    await look();
    expect(noted).toBe(await endNoted());
  });

  const endNoted = async () => {
    const { rows } = await city.database.pool.query<{ on: string }>(
      `select state -> 'end' ->> 'on' as on from applications.application where id = $1`,
      [application.id],
    );
    return rows[0]?.on;
  };
});

describe.runIf(isOnServer)('a day off becomes law in another process', () => {
  test('while this one starts: it knows the day from its first request on', async () => {
    const database = await testDatabase();
    let started: City | undefined;
    try {
      const start = async () => {
        started = await testCity({ database, rules: city.app.catalogue.current });
      };
      const day = '2026-09-15';
      const [begun] = await atOnce(database, `select pg_advisory_xact_lock(hashtext('territory.import'))`, [
        start,
        async () => {
          await database.pool.query(
            `insert into catalogue.added_day (id, calendar_id, day, reason, proposed_by, proposed_at, approved_by, approved_at)
             values ($1, $2, $3, 'Праздник', 'employee:a', now(), 'employee:b', now())`,
            [newId(), city.app.catalogue.current.calendars[0]?.id, day],
          );
          await notify(database.db, 'catalogue:calendars');
        },
      ]);
      expect(begun.status).toBe('fulfilled');
      expect(started?.app.catalogue.current.calendars[0]?.years['2026']?.off).toContain(day);
    } finally {
      await started?.close();
      await database.close();
    }
  });
});
