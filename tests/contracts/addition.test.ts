import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import type { ApplicationState } from '#modules/applications/index.ts';
import type { CaseState } from '#modules/cases/index.ts';
import { listEvents } from '#platform/journal/index.ts';
import { pdfFile } from '#tests/support/answers.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { retype } from '#tests/support/correct.ts';
import { acceptCase, caseOf, draftGrant } from '#tests/support/whole-life.ts';

let city: City;
let applicant: Actor;
let officer: Actor;
let application: ApplicationState;
let plan: CaseState;

beforeAll(async () => {
  city = await testCity();
  applicant = city.resident('resident-1');
  application = await city.fileOffice(applicant);
  plan = await caseOf(city, application.id, 'urban-plan');
  officer = await acceptCase(city, plan);
});
afterAll(() => city.close());

const begin = (actor = applicant) =>
  city.app.applications.addToCase(actor, { applicationId: application.id, caseId: plan.id });
const pagesOf = async (draftId: string) =>
  (await city.app.applications.getDraft(applicant, draftId)).form.pages.map(({ id }) => id);
const partNow = async () =>
  (await city.app.applications.follow(applicant, application.id)).parts.find(({ key }) => key === 'urban-plan');
const file = (draftId: string) => city.app.applications.file(applicant, { draftId, language: 'ru' });

/** Fills in the first page of an addition. */
async function say(draftId: string, note: string, more: Readonly<{ corrects?: string[]; files?: string[] }> = {}) {
  const { corrects = [], files = [] } = more;
  return city.app.applications.savePage(applicant, {
    draftId,
    pageId: 'addition',
    fields: [['addition.note', note], ...corrects.map((id): [string, string] => ['addition.corrects', id])],
    received: files.length > 0 ? { 'addition.documents': files } : {},
  });
}

describe('an applicant adds to a case that is under way, unasked', () => {
  test('a word and a document: the officer has both, with the time; the filing and the term stay', async () => {
    const before = await city.app.applications.getFilingOfCase(plan);
    const { id: draftId } = await begin();
    expect((await begin()).id).toBe(draftId);
    await expect(file(draftId)).rejects.toThrow('applications/not-complete');
    const { id: documentId } = await city.app.documents.receive(applicant, pdfFile(), { name: 'письмо.pdf', draftId });
    expect((await say(draftId, '')).ok).toBe(false);
    expect((await say(draftId, 'Прилагаю письмо соседа.', { files: [documentId] })).ok).toBe(true);
    city.clock.pass({ hours: 3 });
    for (const { id } of [await file(draftId), await file(draftId)]) expect(id).toBe(application.id);
    const part = await partNow();
    expect(part?.additions).toMatchObject([
      { at: city.clock.now().toString({ fractionalSecondDigits: 3 }), note: 'Прилагаю письмо соседа.', changed: [] },
    ]);
    expect(part?.additions[0]?.documentIds).toEqual([documentId]);
    expect(part?.due?.on).toBe(plan.due?.on);
    expect(part?.clock?.now).toMatchObject({ owner: { kind: 'city' } });
    expect(await city.app.applications.getFilingOfCase(plan)).toEqual(before);
    expect((await city.app.documents.list([documentId]))[0]).toMatchObject({ applicationId: application.id });
    const [event] = (await listEvents(city.app.db, plan.id)).slice(-1);
    expect(event).toMatchObject({ by: `person:${'personId' in applicant ? applicant.personId : ''}` });
    expect(event?.event).toMatchObject({ type: 'ApplicantAdded' });
  });

  test('a corrected answer: what stood there before is said beside it, and the case rests on the new one', async () => {
    const before = await city.app.applications.getFilingOfCase(plan);
    const { id: draftId } = await begin();
    await say(draftId, 'Площадь уточнена.', { corrects: ['site.area'] });
    expect(await pagesOf(draftId)).toHaveLength(2);
    const { draft, next } = await city.app.applications.getDraft(applicant, draftId);
    expect(next).not.toBe('check');
    expect(draft.content.raw['site.area']?.[0]).toBeTruthy();
    await retype(city, applicant, { draftId, elementId: 'site.area', typed: ['1414'] });
    await file(draftId);
    const after = await city.app.applications.getFilingOfCase(plan);
    expect(after.answers).toEqual({ ...before.answers, 'site.area': after.answers['site.area'] });
    const added = (await partNow())?.additions.at(-1);
    expect(added?.changed).toMatchObject([
      { element: { id: 'site.area' }, before: before.answers['site.area'], after: after.answers['site.area'] },
    ]);
    const { filing } = await city.app.applications.readApplication(officer, application.id);
    expect(filing.answers).toEqual(before.answers);
  });

  test('an answer left as it was is no correction', async () => {
    const { id: draftId } = await begin();
    await say(draftId, 'Всё верно.', { corrects: ['site.area'] });
    const { draft } = await city.app.applications.getDraft(applicant, draftId);
    await retype(city, applicant, { draftId, elementId: 'site.area', typed: draft.content.raw['site.area'] ?? [] });
    await file(draftId);
    expect((await partNow())?.additions.at(-1)).toMatchObject({ note: 'Всё верно.', changed: [] });
  });

  test('nobody else may, place and applicant stay, and after the end nothing is added', async () => {
    await expect(begin(city.resident('resident-2'))).rejects.toThrow('applications/unknown-application');
    const { id: draftId } = await begin();
    const place = city.app.applications.choosePlace(applicant, { draftId, cadastralNumber: await city.plot(1) });
    await expect(place).rejects.toThrow('applications/kept-from-filing');
    await say(draftId, 'Поздно.');
    const { id: decisionId } = await draftGrant(city, plan);
    await city.app.decisions.sign(await city.employee('head-uaig'), { decisionId });
    await expect(file(draftId)).rejects.toThrow('cases/nothing-to-add-to');
    await expect(begin()).rejects.toThrow('cases/nothing-to-add-to');
    expect((await partNow())?.mayAdd).toBe(false);
  });
});
