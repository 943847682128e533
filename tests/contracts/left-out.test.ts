import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { questionsOf } from '#modules/forms/index.ts';
import { listEvents } from '#platform/journal/index.ts';
import { type City, testCity } from '#tests/support/city.ts';

let city: City;
let applicant: Actor;

beforeAll(async () => {
  city = await testCity();
  applicant = city.resident('resident-1');
});
afterAll(() => city.close());

// Whether the plot is already theirs somebody would have to look up.
const unsure = { triage: { land: 'unsure' } };
const lease = 'plot-provision';
const draftOf = (draftId: string) => city.app.applications.getDraft(applicant, draftId);
const askersOf = ({ form }: Pick<Awaited<ReturnType<typeof draftOf>>, 'form'>) =>
  questionsOf(form).flatMap(({ askedBy }) => askedBy);
const leaveOut = (draftId: string, item: string, leftOut = true) =>
  city.app.applications.leaveOut(applicant, { draftId, item, leftOut });

describe('the applicant does without what only an officer would check', () => {
  test('plan and form follow, and all comes back as it was', async () => {
    const draftId = await city.beginOffice(applicant, unsure);
    const whole = await draftOf(draftId);
    expect(whole.plan.items.find(({ key }) => key === lease)?.status).toBe('check');
    await leaveOut(draftId, lease);
    const without = await draftOf(draftId);
    expect(without.plan.leftOut).toEqual([lease]);
    expect(without.plan.items.map(({ key }) => key)).not.toContain(lease);
    expect(without.plan.fees).toBeLessThanOrEqual(whole.plan.fees);
    expect(askersOf(whole)).toContain(lease);
    expect(askersOf(without)).not.toContain(lease);
    expect(without.draft.content.answers).toEqual(whole.draft.content.answers);
    await leaveOut(draftId, lease, false);
    const back = await draftOf(draftId);
    expect(back.plan).toEqual(whole.plan);
    expect(questionsOf(back.form)).toEqual(questionsOf(whole.form));
  });

  test('what is needed and what is no part of the plan is refused; an answer that makes it needed brings it back', async () => {
    const draftId = await city.beginOffice(applicant, unsure);
    for (const item of ['urban-plan', 'nothing'])
      await expect(leaveOut(draftId, item)).rejects.toThrow('applications/not-to-leave-out');
    await expect(
      city.app.applications.leaveOut(city.resident('resident-2'), { draftId, item: lease, leftOut: true }),
    ).rejects.toThrow('applications/unknown-draft');
    await leaveOut(draftId, lease);
    await city.app.applications.answerTriage(applicant, { draftId, questionId: 'land', value: 'none' });
    const { plan } = await draftOf(draftId);
    expect(plan.leftOut).toBeUndefined();
    expect(plan.items.find(({ key }) => key === lease)?.status).toBe('needed');
  });

  test('the filing opens no case for it, its journal says so, and applicant and officers read it', async () => {
    const draftId = await city.beginOffice(applicant, unsure);
    await leaveOut(draftId, lease);
    const { id } = await city.app.applications.file(applicant, { draftId, language: 'ru' });
    const cases = await city.app.cases.listByApplication(id);
    expect(cases.map(({ serviceId }) => serviceId)).not.toContain(lease);
    expect(cases.flatMap(({ awaits }) => awaits)).not.toContain('plot-contract');
    const [first] = await listEvents(city.app.db, id);
    expect(first?.event).toMatchObject({ type: 'ApplicationFiled', leftOut: [lease] });
    const view = await city.app.applications.follow(applicant, id);
    expect(view.leftOut.map(({ en }) => en)).toEqual([
      city.app.catalogue.current.services.find((one) => one.id === lease)?.name.en,
    ]);
    expect(view.plan.leftOut).toEqual([lease]);
  });

  test('a program sees and does the same', async () => {
    const begun = await city.http.request('/api/v1/plan', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      body: JSON.stringify({ situationId: 'build-office', triage: unsure.triage, leaveOut: [lease] }),
    });
    expect(begun.status).toBe(200);
    const plan = (await begun.json()) as { leftOut: string[]; items: { key: string }[] };
    expect(plan.leftOut).toEqual([lease]);
    expect(plan.items.map(({ key }) => key)).not.toContain(lease);
  });
});
