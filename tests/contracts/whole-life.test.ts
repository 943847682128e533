import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import type { ApplicationState, FollowView } from '#modules/applications/index.ts';
import { pdfFile } from '#tests/support/answers.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { acceptCase, caseOf, draftGrant, liveToTheEnd, reportDone } from '#tests/support/whole-life.ts';

let city: City;
let applicant: Actor;
let application: ApplicationState;
const follow = (): Promise<FollowView> => city.app.applications.follow(applicant, application.id);
const part = async (key: string) => {
  const found = (await follow()).parts.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no part ${key}`);
  return found;
};
const caseAt = (serviceId: string) => caseOf(city, application.id, serviceId);

beforeAll(async () => {
  city = await testCity();
  applicant = city.resident('resident-1');
  application = await city.fileOffice(applicant, { answers: { 'ready.excavation': 'now' } });
});
afterAll(() => city.close());

// One application from filing to the last signature: each test goes on where the one before it ended.
describe('somebody who wants to build an office files once and', () => {
  test('every department has its case at that moment; what waits says for what and from whom', async () => {
    const view = await follow();
    const services = view.plan.items.filter(({ kind }) => kind === 'service');
    const cases = await city.app.cases.listByApplication(application.id);
    expect(cases.map(({ itemKey }) => itemKey).sort()).toEqual(services.map(({ key }) => key).sort());
    expect(new Set(cases.map(({ departmentId }) => departmentId))).toEqual(new Set(['uaig', 'kvb', 'ugr']));
    for (const one of cases) {
      const officer = await city.employee(`officer-${one.departmentId}`);
      const list = one.awaits.length > 0 ? ('waiting' as const) : ('open' as const);
      const queue = await city.app.cases.listQueue(officer, { departmentId: one.departmentId, list });
      expect(queue.map(({ id }) => id)).toContain(one.id);
      expect(one.due === undefined).toBe(one.phase.status === 'waiting');
    }
    const permit = await part('building-permit');
    expect(permit).toMatchObject({ status: 'waiting', caseNumber: expect.stringContaining(application.number) });
    expect(permit.awaits.map(({ what, from }) => [what.en, from.en])).toContainEqual([
      'Urban plan of the plot',
      (await part('urban-plan')).name.en,
    ]);
    expect(view.yourTurn.map(({ key }) => key)).toEqual(['power-connection']);
  });

  test('a case that waits for another cannot be taken yet', async () => {
    const { id, departmentId } = await caseAt('building-permit');
    const officer = await city.employee(`officer-${departmentId}`);
    await expect(city.app.cases.take(officer, { caseId: id })).rejects.toThrow('cases/still-waiting');
  });

  test('the officer takes the case of the urban plan, finds it complete, and the applicant sees who has it since when', async () => {
    city.clock.pass({ hours: 1 });
    await acceptCase(city, await caseAt('urban-plan'));
    expect(await part('urban-plan')).toMatchObject({
      status: 'accepted',
      ownerId: 'uaig',
      since: city.clock.now().toString(),
      due: { on: expect.stringMatching(/^2026-/) },
    });
  });

  test('asks another department, which has a date of its own and answers with files', async () => {
    const { app } = city;
    const plan = await caseAt('urban-plan');
    const officer = await city.employee('officer-uaig');
    const question = 'Есть ли ограничения по участку?';
    const sent = await app.requests.send(officer, { caseId: plan.id, to: 'kzio', question, documentIds: [] });
    expect((await part('urban-plan')).requests).toMatchObject([{ isAwaited: true, dueOn: sent.due.on }]);
    const asked = await city.employee('officer-kzio');
    expect((await app.requests.listQueue(asked, { departmentId: 'kzio' })).map(({ id }) => id)).toEqual([sent.id]);
    // Monday plus five working days, the eighth of March being a Sunday whose rest is moved to Monday the ninth.
    expect(sent.due.on).toBe('2026-03-10');
    await app.requests.take(asked, { requestId: sent.id });
    const file = await app.documents.receive(asked, pdfFile(), {
      name: 'ответ.pdf',
      applicationId: application.id,
      caseId: plan.id,
    });
    const answer = { requestId: sent.id, text: 'Ограничений нет.', documentIds: [file.id] };
    const { phase } = await app.requests.answer(asked, answer);
    expect(phase).toMatchObject({ status: 'completed', documentIds: [file.id] });
    expect((await app.documents.open(officer, file.id)).document.name).toBe('ответ.pdf');
    expect((await part('urban-plan')).requests).toMatchObject([{ isAwaited: false }]);
  });

  test('the head signs, and cases and steps that waited for the plan begin', async () => {
    const plan = await caseAt('urban-plan');
    const { id } = await draftGrant(city, plan);
    expect((await part('urban-plan')).status).toBe('completed');
    expect((await part('urban-plan')).result).toBeUndefined();
    expect((await part('sketch')).status).toBe('waiting');
    await city.app.decisions.sign(await city.employee('head-uaig'), { decisionId: id });
    expect((await part('urban-plan')).result).toMatchObject({ outcome: 'granted' });
    expect((await part('sketch')).status).toBe('open');
    expect((await part('facade-image')).awaits.map(({ what }) => what.en)).toEqual(['Sketch design']);
    await reportDone(city, applicant, { applicationId: application.id, stepId: 'sketch' });
    expect(await part('facade-image')).toMatchObject({ status: 'started', awaits: [] });
    expect((await caseAt('facade-image')).due?.on).toMatch(/^2026-/);
  });

  test('what was issued is a signed PDF that its applicant can open and anybody can confirm by its code', async () => {
    const { documentId = '', verifyCode = '' } = (await part('urban-plan')).result ?? {};
    const { document, content } = await city.app.documents.open(applicant, documentId);
    const bytes = await buffer(content);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toContain('/SubFilter /ETSI.CAdES.detached');
    const confirmed = await city.app.documents.verify(verifyCode.toLowerCase().replaceAll('-', ' '));
    const digest = createHash('sha256').update(bytes).digest('hex');
    expect(confirmed).toMatchObject({ status: 'valid', outcome: 'granted', digest });
    expect(document.digest).toBe(digest);
    expect(JSON.stringify(confirmed)).not.toContain('Сафина');
    expect(await city.app.documents.verify('00000-00000-00000-00000')).toBeUndefined();
  });

  test('anybody with the number sees where each part stands and nothing about the person or the place', async () => {
    const status = await city.app.applications.track(` ${application.number} `);
    expect(status?.parts.map(({ status }) => status)).toContain('signed');
    const shown = JSON.stringify(status);
    const { place } = await follow();
    for (const secret of [
      'Сафина',
      'resident-1',
      '79000000001',
      place?.cadastralNumber ?? '?',
      place?.address?.ru ?? '?',
    ])
      expect(shown).not.toContain(secret);
    expect(await city.app.applications.track('2026-999999')).toBeUndefined();
  });

  test('does every step when it is the own turn, departments do theirs, until every case is signed', async () => {
    await liveToTheEnd(city, applicant, application);
    const { parts, yourTurn } = await follow();
    expect(new Set(parts.map(({ status }) => status))).toEqual(new Set(['signed', 'done']));
    expect(yourTurn).toEqual([]);
    expect((await city.app.applications.listMine(applicant)).applications).toMatchObject([
      { number: application.number },
    ]);
  });

  test('the excavation order ends in a record of the register with the next number and what was answered', async () => {
    const { id: caseId } = await caseAt('excavation-order');
    const signed = await city.app.decisions.findByCase(caseId);
    if (signed?.phase.status !== 'signed') throw new Error('not signed');
    expect(signed.phase.record).toMatchObject({ registerId: 'excavation-orders', number: '2026-00001' });
    const officer = await city.employee('officer-kvb');
    const record = await city.app.registers.getRecord(officer, signed.phase.record?.id ?? '');
    expect(record).toMatchObject({ number: '2026-00001', documentId: signed.phase.documentId, status: 'active' });
    expect(record.place?.type).toBe('Polygon');
    expect(record.fields.map(({ id }) => id)).toEqual(expect.arrayContaining(['excavation.network', 'validUntil']));
    expect((await part('excavation-order')).result).toMatchObject({ recordNumber: '2026-00001' });
    expect(await city.app.documents.verify(signed.phase.verifyCode)).toMatchObject({ recordNumber: '2026-00001' });
  });
});
