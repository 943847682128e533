import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { type City, testCity } from '#tests/support/city.ts';

let city: City;
/** A draft of the applicant that only has to be filed, by applicant: filled once, then copied. */
const filled = new Map<string, string>();

beforeAll(async () => {
  city = await testCity();
  for (const subject of ['resident-1', 'resident-2'])
    filled.set(subject, await city.beginOffice(city.resident(subject), { answers: { 'ready.excavation': 'now' } }));
});
afterAll(() => city.close());

async function readyDraft(subject: string): Promise<string> {
  const id = newId();
  await sql`
    insert into applications.draft (id, version, person_id, subject, pack_version, content, created_at, updated_at)
    select ${id}, version, person_id, subject, pack_version, content, created_at, updated_at
    from applications.draft where id = ${filled.get(subject)}
  `.execute(city.app.db);
  return id;
}

/** How many applications, filings and cases of a draft there are. */
async function countOf(draftId: string) {
  const { rows } = await sql<{ applications: number; filings: number; cases: number; opened: number }>`
    with filed as (select id from applications.application where draft_id = ${draftId})
    select (select count(*)::int from filed) as applications,
      (select count(*)::int from applications.filing where application_id in (select id from filed)) as filings,
      (select count(*)::int from cases."case" where application_id in (select id from filed)) as cases,
      (select count(*)::int from platform.event
        where type = 'CaseOpened' and body ->> 'applicationId' in (select id::text from filed)) as opened
  `.execute(city.app.db);
  return rows[0];
}
const once = { applications: 1, filings: 1, cases: 9, opened: 9 };

describe('an application is filed once', () => {
  test('however often the button is pressed', async () => {
    const applicant = city.resident('resident-1');
    const draftId = await readyDraft('resident-1');
    const file = () => city.app.applications.file(applicant, { draftId, language: 'ru' });
    const first = await file();
    expect(await file()).toEqual(first);
    expect(await countOf(draftId)).toEqual(once);
  });

  test('when ten requests for one draft arrive at the same moment', async () => {
    const applicant = city.resident('resident-2');
    const draftId = await readyDraft('resident-2');
    const filings = Array.from({ length: 10 }, () =>
      city.app.applications.file(applicant, { draftId, language: 'ru' }),
    );
    const filed = await Promise.all(filings);
    expect(new Set(filed.map(({ number }) => number)).size).toBe(1);
    expect(await countOf(draftId)).toEqual(once);
  });

  test('when the answer was lost on its way and the person tries again the next day', async () => {
    const applicant = city.resident('resident-1');
    const draftId = await readyDraft('resident-1');
    const { number, filedAt } = await city.app.applications.file(applicant, { draftId, language: 'ru' });
    city.clock.pass({ hours: 24 });
    const again = await city.app.applications.file(applicant, { draftId, language: 'tt' });
    expect(again).toMatchObject({ number, filedAt, language: 'ru' });
    expect(await countOf(draftId)).toEqual(once);
  });

  test('and never without something that was saved before it in another window', async () => {
    const applicant = city.resident('resident-1');
    const draftId = await readyDraft('resident-1');
    const comment = (text: string) =>
      city.app.applications.savePage(applicant, {
        draftId,
        pageId: 'other',
        fields: [['other.comment', text]],
        received: {},
      });
    const outcomes = await Promise.allSettled([
      city.app.applications.file(applicant, { draftId, language: 'ru' }),
      comment('Позвоните заранее.'),
      comment('Вход со двора.'),
    ]);
    const filed = await city.app.applications.file(applicant, { draftId, language: 'ru' });
    const { answers } = await city.app.applications.getFiling(filed.id);
    const { draft } = await city.app.applications.getDraft(applicant, draftId);
    expect(answers['other.comment'] ?? null).toBe(draft.content.answers['other.comment'] ?? null);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toMatch(/already-filed|changed-meanwhile/);
    }
  });

  test('and a filed draft can be changed by no window any more', async () => {
    const applicant = city.resident('resident-2');
    const draftId = await readyDraft('resident-2');
    await city.app.applications.file(applicant, { draftId, language: 'ru' });
    const answer = { draftId, questionId: 'land', value: 'none' };
    await expect(city.app.applications.answerTriage(applicant, answer)).rejects.toThrow('applications/already-filed');
    await city.app.applications.discardDraft(applicant, draftId);
    expect(await countOf(draftId)).toEqual(once);
  });

  test('two windows that write the same draft at once: one is told to look again, and nothing is mixed', async () => {
    const applicant = city.resident('resident-1');
    const draftId = await readyDraft('resident-1');
    const answers = ['none', 'lease', 'unsure'].map((value) =>
      city.app.applications.answerTriage(applicant, { draftId, questionId: 'land', value }),
    );
    const outcomes = await Promise.allSettled(answers);
    const kept = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect(kept).toBeGreaterThan(0);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('applications/changed-meanwhile');
    const { draft } = await city.app.applications.getDraft(applicant, draftId);
    expect(['none', 'lease', 'unsure']).toContain(draft.content.triage.land);
  });

  test('with a number of its own, by the pattern of the city', async () => {
    const filed = await Promise.all(
      ['resident-1', 'resident-2', 'resident-1', 'resident-2', 'resident-1'].map(async (subject) =>
        city.app.applications.file(city.resident(subject), { draftId: await readyDraft(subject), language: 'ru' }),
      ),
    );
    expect(new Set(filed.map(({ number }) => number)).size).toBe(5);
    for (const { number } of filed) expect(number).toMatch(/^2026-\d{6}$/);
  });
});

describe('a draft that lacks something', () => {
  test('is not filed, and the review says what is missing', async () => {
    const applicant = city.resident('resident-1');
    const { id: draftId } = await city.app.applications.createDraft(applicant, { situationId: 'build-office' });
    const file = city.app.applications.file(applicant, { draftId, language: 'ru' });
    await expect(file).rejects.toThrow('applications/not-complete');
  });

  test('because its day has passed is not filed: dates are checked on the day of filing', async () => {
    const applicant = city.resident('resident-2');
    const draftId = await readyDraft('resident-2');
    city.clock.pass({ hours: 24 * 60 });
    const { errors } = await city.app.applications.review(applicant, draftId);
    expect(errors.map(({ code }) => code)).toContain('forms/date-too-early');
    const file = city.app.applications.file(applicant, { draftId, language: 'ru' });
    await expect(file).rejects.toThrow('applications/not-complete');
  });
});

describe('a term that the answers decide', () => {
  test('is the longest before they are given, and the case runs by the one that they call for', async () => {
    const applicant = city.resident('entrepreneur-1');
    const begun = await city.beginOffice(applicant, {
      serviceId: 'advertising-permit',
      answers: { 'ad.request': 'cancel' },
    });
    const { plan } = await city.app.applications.getDraft(applicant, begun);
    expect(plan.items).toMatchObject([{ term: { amount: 1, unit: 'months' }, fee: { amount: 0 } }]);
    const { id: untouched } = await city.app.applications.createDraft(applicant, { serviceId: 'advertising-permit' });
    const before = await city.app.applications.getDraft(applicant, untouched);
    expect(before.plan.items).toMatchObject([{ term: { amount: 2, unit: 'months' }, open: ['term', 'fee'] }]);
    const { id } = await city.app.applications.file(applicant, { draftId: begun, language: 'ru' });
    const [opened] = await city.app.cases.listByApplication(id);
    expect(opened?.term).toEqual({ amount: 1, unit: 'months', from: 'registration', roll: 'next' });
    // Monday 4 May and one month: Thursday 4 June.
    expect(opened?.due?.on).toBe('2026-06-04');
  });
});
