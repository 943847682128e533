import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applicationStream } from '#modules/applications/index.ts';
import { caseStream } from '#modules/cases/index.ts';
import { decisionStream } from '#modules/decisions/index.ts';
import { recordStream } from '#modules/registers/index.ts';
import { requestStream } from '#modules/requests/index.ts';
import { type JournalEvent, rebuild, type Stream } from '#platform/journal/index.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { applyAgain, retype } from '#tests/support/correct.ts';
import { acceptCase, caseOf, draftGrant, liveToTheEnd } from '#tests/support/whole-life.ts';

type AnyStream = Stream<{ id: string }, JournalEvent>;
// Each stream knows its own states; here they are only compared as JSON.
const streams = [applicationStream, caseStream, requestStream, decisionStream, recordStream] as unknown as AnyStream[];

let city: City;
beforeAll(async () => {
  city = await testCity();
  await liveSeveralLives();
});
afterAll(() => city.close());

/** One application to its very end, one refused at intake, applied for again and given up, one with everything that can be turned back. */
async function liveSeveralLives() {
  const { app } = city;
  const applicant = city.resident('resident-1');
  const whole = await city.fileOffice(applicant);
  const rejected = await city.fileOffice(city.resident('resident-2'), { triage: { storm: 'unsure' } });
  const officer = await city.employee('officer-uaig');
  const head = await city.employee('head-uaig');
  const { id: rejectedId } = await caseOf(city, rejected.id, 'urban-plan');
  await app.cases.take(officer, { caseId: rejectedId });
  await app.cases.giveBack(officer, { caseId: rejectedId });
  await app.cases.take(officer, { caseId: rejectedId });
  await app.cases.reject(officer, { caseId: rejectedId, grounds: ['c1'], comment: 'Не тот участок.' });
  const plan = await caseOf(city, whole.id, 'urban-plan');
  await acceptCase(city, plan);
  const question = 'Есть ли ограничения?';
  const ask = (to: string) => app.requests.send(officer, { caseId: plan.id, to, question, documentIds: [] });
  const asked = await city.employee('officer-kzio');
  await app.requests.answer(asked, { requestId: (await ask('kzio')).id, text: 'Нет.', documentIds: [] });
  await app.requests.refuse(asked, { requestId: (await ask('kzio')).id, text: 'Не к нам.' });
  await app.requests.cancel(officer, { requestId: (await ask('ugr')).id, reason: 'Уже не нужно.' });
  const { id: sentBack } = await draftGrant(city, plan);
  await app.decisions.sendBack(head, { decisionId: sentBack, comment: 'Уточните текст.' });
  city.clock.pass({ minutes: 1 });
  const { id: drafted } = await draftGrant(city, plan);
  await app.decisions.sign(head, { decisionId: drafted });
  await liveToTheEnd(city, applicant, whole);
  await supplyApplyAgainAndGiveUp(rejected.id);
}

/** The applicant supplies what an officer asks for, applies again for what was refused, and then gives the rest up. */
async function supplyApplyAgainAndGiveUp(applicationId: string) {
  const { applications } = city.app;
  const applicant = city.resident('resident-2');
  const water = await caseOf(city, applicationId, 'storm-water-conditions');
  const officer = await acceptCase(city, water);
  const ask = { caseId: water.id, elements: ['site.area'], text: 'Уточните площадь.', days: 3 };
  const { asks = [] } = await applications.askApplicant(officer, ask);
  const asked = { applicationId, caseId: water.id, askId: asks[0]?.id ?? '' };
  const { id: draftId } = await applications.supply(applicant, asked);
  await retype(city, applicant, { draftId, elementId: 'site.area', typed: ['1200'] });
  await applications.file(applicant, { draftId, language: 'ru' });
  await applyAgain(city, applicant, { failed: await caseOf(city, applicationId, 'urban-plan') });
  await applications.withdraw(applicant, { applicationId });
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the journal', () => {
  test.each(streams)('alone gives every state of $name and every column that queries use', async (stream) => {
    const { rows } = await sql<{ id: string; version: number; state: { id: string } }>`
      select id, version, state from ${sql.table(stream.table)}
    `.execute(city.app.db);
    expect(rows.length).toBeGreaterThan(0);
    for (const { id, version, state } of rows) {
      const rebuilt = await rebuild(city.app.db, stream, id);
      expect(rebuilt).toEqual({ version, state: expect.anything() });
      expect(asJson(rebuilt?.state)).toEqual(state);
      expect(await columnsDifferFrom(stream, rebuilt?.state ?? state)).toEqual([]);
    }
  });

  test('has no stream that no state answers for, and no state without a journal', async () => {
    const { rows } = await sql<{ stream: string; n: number }>`
      select stream, count(distinct stream_id)::int as n from platform.event group by stream
    `.execute(city.app.db);
    expect(rows.map(({ stream }) => stream).sort()).toEqual(streams.map(({ name }) => name).sort());
    for (const { stream, n } of rows) {
      const { table = '' } = streams.find(({ name }) => name === stream) ?? {};
      const { rows: states } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
        city.app.db,
      );
      expect(states).toEqual([{ n }]);
    }
  });

  test.each([
    ['platform.event', 'at'],
    ['audit.entry', 'at'],
    ['applications.filing', 'digest'],
  ])(
    'and what it rests on cannot be rewritten: %s refuses to be changed, deleted or emptied',
    async (table, column) => {
      const { db } = city.app;
      const refusal = /append-only/;
      const of = sql.table(table);
      const count = async () => (await sql<{ n: number }>`select count(*)::int as n from ${of}`.execute(db)).rows[0]?.n;
      const before = await count();
      expect(before).toBeGreaterThan(0);
      await expect(sql`update ${of} set ${sql.ref(column)} = ${sql.ref(column)}`.execute(db)).rejects.toThrow(refusal);
      await expect(sql`delete from ${of}`.execute(db)).rejects.toThrow(refusal);
      await expect(sql`truncate ${of}`.execute(db)).rejects.toThrow(refusal);
      expect(await count()).toBe(before);
    },
  );
});

/** Columns of the state's row that are not what the stream makes of the rebuilt state. */
async function columnsDifferFrom(stream: AnyStream, state: { id: string }): Promise<string[]> {
  const wanted = stream.row(state);
  const { rows } = await sql<{ kept: Record<string, unknown>; wanted: Record<string, unknown> }>`
    select to_jsonb(t) as kept, to_jsonb(jsonb_populate_record(t, ${JSON.stringify(wanted)}::jsonb)) as wanted
    from ${sql.table(stream.table)} t where id = ${state.id}
  `.execute(city.app.db);
  const [row] = rows;
  return Object.keys(wanted).filter((key) => JSON.stringify(row?.kept[key]) !== JSON.stringify(row?.wanted[key]));
}
