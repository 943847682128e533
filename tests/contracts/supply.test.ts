import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import type { ApplicationState } from '#modules/applications/index.ts';
import type { CaseState } from '#modules/cases/index.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { retype } from '#tests/support/correct.ts';
import { acceptCase, caseOf, draftGrant } from '#tests/support/whole-life.ts';

let city: City;
let applicant: Actor;
let stranger: Actor;
let officer: Actor;
let application: ApplicationState;
let plan: CaseState;
const area = { elements: ['site.area'], text: 'Уточните площадь участка.', days: 5 };

beforeAll(async () => {
  city = await testCity();
  applicant = city.resident('resident-1');
  stranger = city.resident('resident-2');
  application = await city.fileOffice(applicant);
  plan = await caseOf(city, application.id, 'urban-plan');
  officer = await city.employee('officer-uaig');
});
afterAll(() => city.close());

const ask = async (actor = officer, input = area) => {
  const { asks = [] } = await city.app.applications.askApplicant(actor, { caseId: plan.id, ...input });
  return asks.at(-1)?.id ?? '';
};
const supply = (askId: string, actor = applicant) =>
  city.app.applications.supply(actor, { applicationId: application.id, caseId: plan.id, askId });
const part = async () => {
  const view = await city.app.applications.follow(applicant, application.id);
  return { view, part: view.parts.find(({ key }) => key === 'urban-plan') };
};

describe('an officer asks the applicant for single answers', () => {
  test('only with the case in hand, and only for what the service asks', async () => {
    await expect(ask()).rejects.toThrow('cases/not-open-to-ask');
    await acceptCase(city, plan);
    await expect(ask(officer, { ...area, elements: ['storm.flow'] })).rejects.toThrow('applications/unknown-question');
    for (const other of [applicant, await city.employee('officer-kvb'), await city.employee('auditor-1')])
      await expect(ask(other)).rejects.toThrow('people/not-allowed');
  });

  test('and from then on it is the applicant’s turn and time, with a day of its own', async () => {
    await ask();
    const { view, part: asked } = await part();
    // Monday 2 March and five working days; the rest of Sunday the eighth is on Monday.
    expect(asked?.asks).toMatchObject([{ dueOn: '2026-03-10', text: area.text, fields: [{ en: 'Area of the plot' }] }]);
    expect(view.yourTurn.map(({ key }) => key)).toContain('urban-plan');
    expect(asked?.clock?.now).toMatchObject({ owner: { kind: 'applicant' }, because: 'holdsRequest' });
    expect((await caseOf(city, application.id, 'urban-plan')).due?.on).toBe(plan.due?.on);
  });

  test('who answers a form with just these fields; the answer is added, the filing stays', async () => {
    const askId = (await part()).part?.asks[0]?.id ?? '';
    const { id: draftId } = await supply(askId);
    expect((await supply(askId)).id).toBe(draftId);
    const { form, next, asked } = await city.app.applications.getDraft(applicant, draftId);
    expect(form.pages.flatMap(({ questions }) => questions.map(({ element }) => element.id))).toEqual(['site.area']);
    expect(next).toBe(`form/${form.pages[0]?.id}`);
    expect(asked).toMatchObject({ caseNumber: plan.number, text: area.text });
    const file = () => city.app.applications.file(applicant, { draftId, language: 'ru' });
    await expect(file()).rejects.toThrow('applications/not-complete');
    await retype(city, applicant, { draftId, elementId: 'site.area', typed: ['1412'] });
    const before = await city.app.applications.getFiling(application.id);
    for (const { id } of [await file(), await file()]) expect(id).toBe(application.id);
    expect(await city.app.applications.getFiling(application.id)).toEqual(before);
    const state = await caseOf(city, application.id, 'urban-plan');
    const filing = await city.app.applications.getFilingOfCase(state);
    expect(filing.answers).toEqual({ ...before.answers, 'site.area': filing.answers['site.area'] });
    expect(filing.answers['site.area']).not.toEqual(before.answers['site.area']);
    const { view, part: supplied } = await part();
    expect(supplied?.asks).toMatchObject([{ suppliedAt: city.clock.now().toString() }]);
    expect(view.yourTurn.map(({ key }) => key)).not.toContain('urban-plan');
    expect(supplied?.clock?.now).toMatchObject({ owner: { kind: 'city' } });
    await expect(supply(askId)).rejects.toThrow('cases/nothing-asked');
  });

  test('once more, and nobody else can answer or see that it was asked', async () => {
    const askId = await ask();
    await expect(supply(askId, stranger)).rejects.toThrow('applications/unknown-application');
    await expect(supply(newId())).rejects.toThrow('cases/nothing-asked');
    const { id: draftId } = await supply(askId);
    await expect(city.app.applications.getDraft(stranger, draftId)).rejects.toThrow('applications/unknown-draft');
    const place = city.app.applications.choosePlace(applicant, { draftId, cadastralNumber: await city.plot(1) });
    await expect(place).rejects.toThrow('applications/kept-from-filing');
  });

  test('and an answer that comes after the end is told that nobody awaits it', async () => {
    const { asks = [] } = await caseOf(city, application.id, 'urban-plan');
    const { id: draftId } = await supply(asks.at(-1)?.id ?? '');
    await retype(city, applicant, { draftId, elementId: 'site.area', typed: ['1413'] });
    const { id: decisionId } = await draftGrant(city, plan);
    await city.app.decisions.sign(await city.employee('head-uaig'), { decisionId });
    const file = city.app.applications.file(applicant, { draftId, language: 'ru' });
    await expect(file).rejects.toThrow('cases/nothing-asked');
    expect((await part()).view.yourTurn.map(({ key }) => key)).not.toContain('urban-plan');
  });
});
