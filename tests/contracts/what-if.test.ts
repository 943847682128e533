import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Derivation, verifyDerivation } from '#modules/calendar/index.ts';
import { type City, testCity } from '../support/city.ts';

let city: City;
beforeAll(async () => {
  city = await testCity();
});
afterAll(() => city.close());

const ask = async (question: object) => {
  const response = await city.http.request('/api/v1/plan', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  return { status: response.status, answer: await response.json() };
};
const fiveDays = { amount: 5, unit: 'workingDays' };
const office = { situationId: 'build-office', triage: { land: 'own', building: 'new' }, startsOn: '2026-11-24' };

describe('what if', () => {
  test('answers with a plan of the situation and keeps nothing', async () => {
    const { status, answer } = await ask({ ...office, place: { cadastralNumber: await city.plot() } });
    expect(status).toBe(200);
    expect(answer).toMatchObject({ startsOn: '2026-11-24', endsOn: expect.stringMatching(/^202[78]-/) });
    expect(answer.items.map(({ key }: { key: string }) => key)).toContain('urban-plan');
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from applications.draft`.execute(city.app.db);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('slower own work ends later, other answers give another plan', async () => {
    const [usual, slow, none] = await Promise.all([
      ask(office),
      ask({ ...office, estimates: { sketch: { amount: 12, unit: 'months' } } }),
      ask({ ...office, triage: { ...office.triage, land: 'none' } }),
    ]);
    expect(slow.answer.endsOn > usual.answer.endsOn).toBe(true);
    expect(none.answer.items.length).toBeGreaterThan(usual.answer.items.length);
  });

  test('a single service is a plan of one, in its term from its start', async () => {
    const { answer } = await ask({ serviceId: 'urban-plan', startsOn: '2026-03-02' });
    expect(answer.items).toHaveLength(1);
  });

  test('supposes other terms and days off, and tells both plans, the difference and its reasons', async () => {
    const suppose = {
      terms: [
        { serviceId: 'urban-plan', amount: 5, unit: 'workingDays' },
        { serviceId: 'urban-plan', requestId: 'plot-extract', amount: 9, unit: 'workingDays' },
      ],
      calendar: { off: ['2026-11-30'] },
    };
    const { status, answer } = await ask({ ...office, suppose });
    expect(status).toBe(200);
    const { plan, difference } = answer.supposed;
    expect(difference.end).toMatchObject({ from: answer.endsOn, to: plan.endsOn });
    expect(plan.endsOn < answer.endsOn).toBe(true);
    expect(difference.effects[0]).toMatchObject({ inPlan: true, words: { en: expect.stringContaining('instead of') } });
    const named = (items: { key: string; derivation: Derivation }[]) =>
      items.find(({ key }) => key === 'urban-plan')?.derivation;
    expect(named(plan.items)).toMatchObject({ hypothetical: true, due: '2026-12-02', rule: { term: { amount: 5 } } });
    expect(named(answer.items)).toMatchObject({ rule: { term: { amount: 14 } } });
    expect(named(answer.items)).not.toHaveProperty('hypothetical');
    expect(verifyDerivation(named(answer.items), { calendars: city.app.catalogue.current.calendars })).toEqual([]);
    expect(difference.requests[0]).toMatchObject({ serviceId: 'urban-plan', beyond: true });
    const same = await ask({
      ...office,
      suppose: { terms: [{ serviceId: 'urban-plan', amount: 14, unit: 'workingDays' }] },
    });
    expect(same.answer.supposed.difference).toMatchObject({ end: { days: 0 }, items: [], requests: [] });
  });

  test('says what other answers would make of the plan', async () => {
    const { answer } = await ask({ ...office, triage: { ...office.triage, land: 'none', 'land-way': 'auction' } });
    const approved = answer.otherChoices.find(({ value }: { value: string }) => value === 'approved');
    expect(approved).toMatchObject({ questionId: 'land-way', choosable: true });
    expect(approved.added).toContain('plot-provision');
  });

  test.each<[number, string, object]>([
    [422, 'planning/unknown-service', { ...office, suppose: { terms: [{ ...fiveDays, serviceId: 'moon' }] } }],
    [422, 'planning/unknown-step', { ...office, suppose: { terms: [{ ...fiveDays, stepId: 'moon' }] } }],
    [422, '/suppose/terms/0/amount', { ...office, suppose: { terms: [{ ...fiveDays, stepId: 'sketch', amount: 0 }] } }],
    [422, '/suppose/terms/0/serviceId', { ...office, suppose: { terms: [fiveDays] } }],
    [422, 'calendar/unknown-calendar', { ...office, suppose: { calendar: { use: 'moon' } } }],
    [422, 'planning/year-not-published', { ...office, suppose: { calendar: { off: ['2040-01-10'] } } }],

    [404, 'applications/unknown-subject', { situationId: 'fly-to-the-moon' }],
    [422, 'place.cadastralNumber', { ...office, place: { cadastralNumber: '16:50:999999:1' } }],
    [422, '/problems/http/invalid', { ...office, serviceId: 'urban-plan' }],
    [422, 'calendar/outside-calendar', { ...office, startsOn: '3026-01-01' }],
  ])('%d %s is told in words', async (status, said, question) => {
    const refused = await ask(question);
    expect(refused.status).toBe(status);
    expect(JSON.stringify(refused.answer)).toContain(said);
  });
});

describe('a person who may decide otherwise', () => {
  test('sees what each other answer would make of the plan, and it becomes just that', async () => {
    const { applications } = city.app;
    const actor = city.resident('resident-2');
    const draftId = await city.beginOffice(actor, { triage: { land: 'none', 'land-way': 'approved', storm: 'yes' } });
    const before = await applications.getDraft(actor, draftId);
    const others = before.otherChoices().filter(({ choosable }) => choosable);
    const auction = others.find(({ value }) => value === 'auction');
    expect(auction?.added).toContain('plot-lease-auction');
    expect(auction?.dropped).toContain('plot-provision');
    for (const { questionId, value, endsOn, fees } of others) {
      await applications.answerTriage(actor, { draftId, questionId, value });
      const { plan } = await applications.getDraft(actor, draftId);
      expect([plan.endsOn, plan.fees]).toEqual([endsOn, fees]);
      const again = before.draft.content.triage[questionId] ?? '';
      await applications.answerTriage(actor, { draftId, questionId, value: again });
    }
    expect((await applications.getDraft(actor, draftId)).plan).toEqual(before.plan);
  });
});

describe('a person who knows how long the own work takes', () => {
  test('writes it on the plan; it is kept in the draft and filed with the application', async () => {
    const { applications } = city.app;
    const actor = city.resident('resident-1');
    const draftId = await city.beginOffice(actor);
    const before = (await applications.getDraft(actor, draftId)).plan;
    await applications.setEstimates(actor, { draftId, estimates: { sketch: { amount: 6, unit: 'months' } } });
    const { plan } = await applications.getDraft(actor, draftId);
    expect(plan.endsOn > before.endsOn).toBe(true);
    expect(plan.items.find(({ key }) => key === 'sketch')?.term).toMatchObject({ amount: 6, unit: 'months' });
    expect((await applications.file(actor, { draftId, language: 'ru' })).endsOn).toBe(plan.endsOn);
  });

  test('is told when it lies beyond every calendar, and the draft stays as it was', async () => {
    const { applications } = city.app;
    const actor = city.resident('resident-2');
    const draftId = await city.beginOffice(actor);
    const far = { draftId, estimates: { sketch: { amount: 999, unit: 'months' as const } } };
    await expect(applications.setEstimates(actor, far)).rejects.toThrow('calendar/outside-calendar');
    expect((await applications.getDraft(actor, draftId)).draft.content.estimates).toBeUndefined();
  });
});
