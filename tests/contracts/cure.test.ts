import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import type { ApplicationState } from '#modules/applications/index.ts';
import type { CaseState } from '#modules/cases/index.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { copyDraft } from '#tests/support/copied-drafts.ts';
import { applyAgain, newestCase, refuseCase, rejectCase, retype } from '#tests/support/correct.ts';
import { caseOf, grantCase } from '#tests/support/whole-life.ts';

let city: City;
let applicant: Actor;
let stranger: Actor;
let filled: string;
/** An office application of its own for every test; its urban plan was refused, and others wait for it. */
let application: ApplicationState;
let failed: CaseState;

beforeAll(async () => {
  city = await testCity();
  applicant = city.resident('resident-1');
  stranger = city.resident('resident-2');
  filled = await city.beginOffice(applicant);
});
afterAll(() => city.close());
beforeEach(async () => {
  const [draftId = ''] = await copyDraft(city.database, { draftId: filled, count: 1 });
  application = await city.app.applications.file(applicant, { draftId, language: 'ru' });
  const plan = await caseOf(city, application.id, 'urban-plan');
  city.clock.pass({ hours: 2 });
  await refuseCase(city, plan, ['g3']);
  failed = await caseOf(city, application.id, 'urban-plan');
});

const begin = (actor = applicant, caseId = failed.id) =>
  city.app.applications.applyAgain(actor, { applicationId: application.id, caseId });
const part = async (key: string) => {
  const { parts } = await city.app.applications.follow(applicant, application.id);
  const found = parts.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no part ${key}`);
  return found;
};
const area = { elementId: 'site.area', typed: ['1250'] };
const file = (draftId: string, actor = applicant) => city.app.applications.file(actor, { draftId, language: 'ru' });

describe('after a refusal', () => {
  test('the applicant reads the ground with its clause, the fields concerned and what would cure it', async () => {
    const { result, mayApplyAgain } = await part('urban-plan');
    expect(result?.grounds).toMatchObject([
      { clause: 'Градостроительный кодекс, ст. 57.3', fields: [{ id: 'site.cadastral-number' }, { id: 'site.area' }] },
    ]);
    expect(result?.grounds[0]?.cure?.ru).toContain('Закажите межевание');
    expect(mayApplyAgain).toEqual({ isNeeded: true });
    const { yourTurn } = await city.app.applications.follow(applicant, application.id);
    expect(yourTurn.map(({ key }) => key)).toContain('urban-plan');
  });

  test('what waits for the refused service says that the applicant must apply again, and the time is the applicant’s', async () => {
    city.clock.pass({ hours: 5 });
    const sketch = await part('sketch');
    expect(sketch.awaits).toMatchObject([{ failed: true }]);
    const permit = await caseOf(city, application.id, 'building-permit');
    const clock = await city.app.applications.caseClock(await city.employee(`head-${permit.departmentId}`), permit.id);
    expect(clock?.now).toMatchObject({ owner: { kind: 'applicant' }, because: 'waits' });
    expect(clock?.byKind).toMatchObject({ applicant: 5 * 3_600_000, city: 2 * 3_600_000 });
  });

  test('the draft keeps everything that was filed, and marks the fields that the ground names', async () => {
    const { draft, form } = await city.app.applications.getDraft(applicant, (await begin()).id);
    const { answers, place } = await city.app.applications.getFiling(application.id);
    for (const { element } of form.pages.flatMap(({ questions }) => questions))
      expect(draft.content.answers[element.id] ?? null).toEqual(answers[element.id] ?? null);
    expect(draft.content.place).toEqual(place);
    const marked = Object.values(draft.content.errors).flat();
    expect(marked.map(({ field, code }) => [field, code])).toEqual([
      ['site.cadastral-number', 'forms/ground'],
      ['site.area', 'forms/ground'],
    ]);
    expect(marked[0]?.params?.ru).toContain('Границы участка не установлены. Закажите межевание');
  });

  test('applying again opens the next case of the same application, granted it starts what waited', async () => {
    const count = (await city.app.cases.listByApplication(application.id)).length;
    const { endsOn: before } = (await city.app.applications.follow(applicant, application.id)).now.plan;
    city.clock.pass({ hours: 72 });
    const again = await applyAgain(city, applicant, { failed, ...area });
    expect(again).toMatchObject({
      number: `${application.number}-${String(count + 1).padStart(2, '0')}`,
      itemKey: failed.itemKey,
      again: { caseId: failed.id, number: failed.number },
      phase: { status: 'started' },
    });
    expect((await part('sketch')).awaits[0]?.failed).toBeUndefined();
    const { now, causes } = await city.app.applications.follow(applicant, application.id);
    expect(now.plan.endsOn > before).toBe(true);
    expect(causes).toContainEqual(expect.objectContaining({ key: 'urban-plan', because: 'appliedAgain' }));
    await grantCase(city, again);
    expect(await part('sketch')).toMatchObject({ status: 'open', awaits: [] });
    expect(await part('urban-plan')).toMatchObject({
      status: 'signed',
      caseNumber: again.number,
      earlier: [{ caseNumber: failed.number, result: { outcome: 'refused' } }],
    });
  });

  test('one service that is refused promises no end: it is over and lacks something, until it is granted', async () => {
    const { id } = await city.fileOffice(applicant, { serviceId: 'urban-plan' });
    const shown = async () => {
      const { applications } = await city.app.applications.listMine(applicant);
      const { ending } = await city.app.applications.follow(applicant, id);
      return [ending, applications.find((one) => one.id === id)?.ending];
    };
    expect(await shown()).toEqual([undefined, undefined]);
    await rejectCase(city, await caseOf(city, id, 'urban-plan'), ['c2']);
    expect(await shown()).toEqual(['lacking', 'lacking']);
    const again = await applyAgain(city, applicant, { failed: await caseOf(city, id, 'urban-plan') });
    expect(await shown()).toEqual([undefined, undefined]);
    await grantCase(city, again);
    expect(await shown()).toEqual(['complete', 'complete']);
  });

  test('the department reads what was changed, and its decision rests on what was filed again', async () => {
    const again = await applyAgain(city, applicant, { failed, ...area });
    const filing = await city.app.applications.getFilingOfCase(again);
    const first = await city.app.applications.getFilingOfCase(failed);
    expect(filing.answers['site.area']).not.toEqual(first.answers['site.area']);
    expect(first.answers).toEqual((await city.app.applications.getFiling(application.id)).answers);
    const officer = await city.employee('officer-uaig');
    expect(
      (await city.app.cases.listQueue(officer, { departmentId: 'uaig', list: 'open' })).map(({ id }) => id),
    ).toContain(again.id);
  });

  test('what was filed again is never changed', async () => {
    await applyAgain(city, applicant, { failed, ...area });
    for (const change of [
      sql`update applications.supplement set answers = '{}'::jsonb`,
      sql`delete from applications.supplement`,
    ])
      await expect(change.execute(city.app.db)).rejects.toThrow('append-only');
  });

  test('a correction refused again is corrected once more', async () => {
    const second = await applyAgain(city, applicant, { failed, ...area });
    await refuseCase(city, second, ['g3']);
    const third = await applyAgain(city, applicant, {
      failed: await newestCase(city, application.id, 'urban-plan'),
      elementId: 'site.area',
      typed: ['1300'],
    });
    expect(third.again?.number).toBe(second.number);
    expect((await part('urban-plan')).earlier.map(({ caseNumber }) => caseNumber)).toEqual([
      second.number,
      failed.number,
    ]);
  });

  test('an intake that was refused is corrected in the same way', async () => {
    const water = await caseOf(city, application.id, 'storm-water-conditions');
    await rejectCase(city, water, ['c2']);
    const again = await applyAgain(city, applicant, {
      failed: await caseOf(city, application.id, 'storm-water-conditions'),
    });
    expect(again.again?.number).toBe(water.number);
  });
});

describe('a correction is filed once', () => {
  test('however often the button is pressed, and by two at once', async () => {
    const { id: draftId } = await begin();
    expect((await begin()).id).toBe(draftId);
    await retype(city, applicant, { draftId, ...area });
    const filed = await Promise.all(Array.from({ length: 5 }, () => file(draftId)));
    expect(new Set(filed.map(({ id }) => id))).toEqual(new Set([application.id]));
    await file(draftId);
    const cases = await city.app.cases.listByApplication(application.id);
    expect(cases.filter(({ serviceId }) => serviceId === 'urban-plan')).toHaveLength(2);
    await expect(begin()).rejects.toThrow('applications/nothing-to-correct');
  });

  test('and never by somebody else, for whom it does not exist', async () => {
    await expect(begin(stranger)).rejects.toThrow('applications/unknown-application');
    const { id: draftId } = await begin();
    await expect(file(draftId, stranger)).rejects.toThrow('applications/unknown-draft');
  });

  test('and not of what was granted, is being worked on, or belongs to another application', async () => {
    const water = await caseOf(city, application.id, 'storm-water-conditions');
    await expect(begin(applicant, water.id)).rejects.toThrow('applications/nothing-to-correct');
    await grantCase(city, water);
    await expect(begin(applicant, water.id)).rejects.toThrow('applications/nothing-to-correct');
    await expect(begin(applicant, newId())).rejects.toThrow('applications/nothing-to-correct');
  });

  test('place, applicant and questions of the situation stay as they were filed', async () => {
    const { id: draftId } = await begin();
    const { applications } = city.app;
    const place = { draftId, cadastralNumber: await city.plot(1) };
    await expect(applications.choosePlace(applicant, place)).rejects.toThrow('applications/kept-from-filing');
    const chosen = applications.chooseApplicant(applicant, { draftId, applicant: 'self' });
    await expect(chosen).rejects.toThrow('applications/kept-from-filing');
    const answer = applications.answerTriage(applicant, { draftId, questionId: 'land', value: 'none' });
    await expect(answer).rejects.toThrow('applications/kept-from-filing');
  });
});

describe('giving up', () => {
  test('one part ends it and what waits for it, and tells nobody else', async () => {
    const ends = await city.app.applications.previewWithdrawal(applicant, {
      applicationId: application.id,
      caseId: failed.id,
    });
    const permit = await caseOf(city, application.id, 'building-permit');
    expect(ends.map(({ id }) => id)).toContain(permit.id);
    await city.app.applications.withdraw(applicant, { applicationId: application.id, caseId: failed.id });
    expect((await caseOf(city, application.id, 'building-permit')).phase.status).toBe('withdrawn');
    expect((await caseOf(city, application.id, 'storm-water-conditions')).phase.status).toBe('started');
    const view = await city.app.applications.follow(applicant, application.id);
    expect(view.withdrawnAt).toBeUndefined();
    expect(view.now.plan.items.map(({ key }) => key)).not.toContain('building-permit');
  });

  test('the whole application ends every case that is open; twice does no harm, and nothing goes on after it', async () => {
    const all = { applicationId: application.id };
    await city.app.applications.withdraw(applicant, all);
    await city.app.applications.withdraw(applicant, all);
    const cases = await city.app.cases.listByApplication(application.id);
    expect(new Set(cases.map(({ phase }) => phase.status))).toEqual(new Set(['signed', 'withdrawn']));
    const view = await city.app.applications.follow(applicant, application.id);
    expect(view).toMatchObject({ withdrawnAt: city.clock.now().toString(), yourTurn: [], mayWithdraw: false });
    await expect(begin()).rejects.toThrow('applications/withdrawn');
    const step = { applicationId: application.id, stepId: 'power-connection', documentIds: [] };
    await expect(city.app.applications.reportStep(applicant, step)).rejects.toThrow('applications/withdrawn');
  });

  test('a correction that was open in another window meanwhile is not filed any more', async () => {
    const { id: draftId } = await begin();
    await retype(city, applicant, { draftId, ...area });
    await city.app.applications.withdraw(applicant, { applicationId: application.id });
    await expect(file(draftId)).rejects.toThrow('applications/withdrawn');
    expect((await newestCase(city, application.id, 'urban-plan')).id).toBe(failed.id);
  });

  test('what its department asked others is cancelled with it, and answered questions stay', async () => {
    const { requests, cases } = city.app;
    const officer = await city.employee('officer-kvb');
    const water = await caseOf(city, application.id, 'storm-water-conditions');
    await cases.take(officer, { caseId: water.id });
    await cases.accept(officer, { caseId: water.id });
    const ask = { caseId: water.id, to: 'uaig', question: 'Где проходит сеть?', documentIds: [] };
    const asked = await requests.send(officer, ask);
    const answered = await requests.send(officer, ask);
    await requests.answer(await city.employee('officer-uaig'), {
      requestId: answered.id,
      text: 'Вот.',
      documentIds: [],
    });
    await city.app.applications.withdraw(applicant, { applicationId: application.id });
    expect((await requests.getRequest(officer, asked.id)).phase).toEqual({ status: 'cancelled' });
    expect((await requests.getRequest(officer, answered.id)).phase.status).toBe('completed');
  });

  test('is for the applicant alone', async () => {
    const all = { applicationId: application.id };
    await expect(city.app.applications.withdraw(stranger, all)).rejects.toThrow('applications/unknown-application');
    const officer = await city.employee('officer-uaig');
    await expect(city.app.applications.withdraw(officer, all)).rejects.toThrow('applications/unknown-application');
    const other = { ...all, caseId: newId() };
    await expect(city.app.applications.withdraw(applicant, other)).rejects.toThrow('applications/nothing-to-withdraw');
  });
});
