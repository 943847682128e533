import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/actor.ts';
import type { ApplicationState } from '#modules/applications/index.ts';
import { recordStream } from '#modules/registers/index.ts';
import { rebuild } from '#platform/journal/index.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { acceptCase, caseOf, draftGrant, grantCase } from '#tests/support/whole-life.ts';

let city: City;
let applicant: Actor;
/** Number of the order that is extended and closed, and the id of its record. */
let number = '';
let recordId = '';
/** The code on the order, and on the extension that changed its record. */
let orderCode = '';
let extensionCode = '';
let late: ApplicationState;

const orderNumber = 'earlier.order-number';
const file = (serviceId: string, answers: Record<string, unknown> = {}) =>
  city.fileOffice(applicant, { serviceId, answers });

async function recordOf({ id }: ApplicationState, serviceId: string) {
  const signed = await grantCase(city, await caseOf(city, id, serviceId));
  if (signed.phase.status !== 'signed') throw new Error('not signed');
  const { record, documentId, verifyCode, number: documentNumber } = signed.phase;
  return { ...record, documentId, verifyCode, documentNumber };
}

/** What anybody reads of a document's record by its code, over the API. */
async function laterOf(code: string): Promise<unknown[]> {
  const response = await city.http.request(`/api/v1/verify/${code}`);
  return ((await response.json()) as { later: unknown[] }).later;
}

async function recordNow() {
  return city.app.registers.getRecord(await city.employee('officer-kvb'), recordId);
}

/** The mistake that the applicant sees at the number of the order. */
async function mistakeAt(given: string): Promise<string | undefined> {
  const draftId = await city.beginOffice(applicant, {
    serviceId: 'excavation-closing',
    answers: { [orderNumber]: number, 'closing.order-kind': 'ordinary' },
  });
  const { form, draft } = await city.app.applications.getDraft(applicant, draftId);
  const page = form.pages.find(({ questions }) => questions.some(({ element }) => element.id === orderNumber));
  const { [orderNumber]: _number, ...others } = draft.content.answers;
  const fields: [string, string][] = Object.entries(others).flatMap(([id, value]): [string, string][] =>
    typeof value === 'string' && page?.questions.some(({ element }) => element.id === id && element.type !== 'date')
      ? [[id, value]]
      : [],
  );
  const saved = await city.app.applications.savePage(applicant, {
    draftId,
    pageId: page?.id ?? '',
    fields: [...fields, [orderNumber, given]],
    received: {},
  });
  const errors = saved.ok ? [] : saved.error;
  return errors.find(({ field }) => field === orderNumber)?.code;
}

beforeAll(async () => {
  city = await testCity();
  applicant = city.resident('entrepreneur-1');
  const made = await recordOf(await file('excavation-order'), 'excavation-order');
  number = made.number ?? '';
  recordId = made.id ?? '';
  orderCode = made.verifyCode;
  late = await file('excavation-extension', { [orderNumber]: number, 'extension.kind': 'ordinary' });
});
afterAll(() => city.close());

// One record from its entry to its end: each test goes on where the one before it ended.
describe('the record of an excavation order', () => {
  test('is found by the number that the applicant gives, however it is typed around', async () => {
    expect(await mistakeAt('2026-99999')).toBe('forms/unknown-record');
    expect(await mistakeAt(` ${number} `)).toBeUndefined();
  });

  test('takes the new end of an extension and keeps what stood there before, with both documents', async () => {
    const before = await recordNow();
    const extension = await file('excavation-extension', {
      [orderNumber]: number,
      'extension.kind': 'winter-emergency',
    });
    const changed = await recordOf(extension, 'excavation-extension');
    expect(changed).toMatchObject({ id: recordId, number });
    extensionCode = changed.verifyCode;
    const on = city.today().toString();
    expect(await laterOf(orderCode)).toEqual([{ act: 'change', on, number: changed.documentNumber }]);
    expect(await laterOf(extensionCode)).toEqual([]);
    const after = await recordNow();
    expect(after).toMatchObject({ status: 'active', documentId: before.documentId, enteredOn: before.enteredOn });
    expect(after.amendments).toMatchObject([
      { act: 'change', documentId: changed.documentId, applicationId: extension.id, on: city.today().toString() },
    ]);
    expect(after.amendments?.[0]?.fields).toMatchObject([{ id: 'validUntil', before: expect.any(String) }]);
    expect(after.fields.map(({ id }) => id)).toEqual(before.fields.map(({ id }) => id));
    expect((await rebuild(city.app.db, recordStream, recordId))?.state).toEqual(after);
  });

  test('is closed, and no new number is given', async () => {
    const closing = await file('excavation-closing', { [orderNumber]: number, 'closing.order-kind': 'ordinary' });
    const closed = await recordOf(closing, 'excavation-closing');
    expect(closed).toMatchObject({ id: recordId, number });
    const end = { act: 'close', on: city.today().toString(), number: closed.documentNumber };
    expect((await laterOf(orderCode)).at(-1)).toEqual(end);
    expect(await laterOf(extensionCode)).toEqual([end]);
    expect(await laterOf(closed.verifyCode)).toEqual([]);
    expect(await recordNow()).toMatchObject({
      status: 'closed',
      amendments: [{ act: 'change' }, { act: 'close', applicationId: closing.id }],
    });
    expect((await recordOf(await file('excavation-order'), 'excavation-order')).number).not.toBe(number);
  });

  test('is changed no more: an extension filed before is refused at the decision, which says why', async () => {
    const one = await caseOf(city, late.id, 'excavation-extension');
    await acceptCase(city, one);
    await expect(draftGrant(city, one)).rejects.toMatchObject({
      code: 'registers/closed-record',
      params: { number, on: city.today().toString() },
    });
    const officer = await city.employee('officer-kvb');
    const refusal = {
      caseId: one.id,
      outcome: 'refused',
      grounds: ['other'],
      text: 'Ордер закрыт.',
      fields: {},
    } as const;
    expect((await city.app.decisions.draft(officer, { ...refusal, grounds: ['other'] })).phase.status).toBe('drafted');
  });

  test('cannot be named in a new application once it is closed', async () => {
    await expect(
      city.fileOffice(applicant, { serviceId: 'excavation-extension', answers: { [orderNumber]: number } }),
    ).rejects.toThrow('forms/closed-record');
  });
});

test('a sign that has no number in the register is removed by the document alone', async () => {
  const removal = await file('signboard-removal', { 'earlier.sign-number': null });
  expect((await recordOf(removal, 'signboard-removal')).id).toBeUndefined();
});
