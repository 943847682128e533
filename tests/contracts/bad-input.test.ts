import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Polygon } from '#kernel/geometry.ts';
import { fillForm } from '#tests/support/answers.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { createBrowser } from '#tests/support/small-city.ts';
import { acceptCase, caseOf, draftGrant } from '#tests/support/whole-life.ts';
import { createHttp } from '../../src/http.ts';

let city: City;
beforeAll(async () => {
  city = await testCity({ pages: true });
});
afterAll(() => city.close());

const begin = async (subject = 'resident-1') =>
  (await city.app.applications.createDraft(city.resident(subject), { situationId: 'build-office' })).id;

const ring = (...corners: [number, number][]): Polygon => ({ type: 'Polygon', coordinates: [corners] });
const places = [
  [
    'a cadastral number that no plot has',
    { cadastralNumber: '16:50:999999:9' },
    'place.cadastralNumber',
    'territory/unknown-parcel',
  ],
  [
    'a cadastral number of no form at all',
    { cadastralNumber: 'у оврага' },
    'place.cadastralNumber',
    'territory/unknown-parcel',
  ],
  [
    'an outline that crosses itself',
    { outline: ring([49.115, 55.795], [49.117, 55.796], [49.117, 55.795], [49.115, 55.796], [49.115, 55.795]) },
    'place.outline',
    'territory/outline-crosses-itself',
  ],
  [
    'an outline outside the city',
    { outline: ring([48.1, 54.1], [48.11, 54.1], [48.11, 54.11], [48.1, 54.1]) },
    'place.outline',
    'territory/outside-city',
  ],
  ['a point in the river', { point: [49.0, 55.7] as [number, number] }, 'place.point', 'territory/no-parcel-here'],
  ['an address nobody has', { address: 'улица Которой Нет, 1' }, 'place.address', 'territory/unknown-address'],
  ['nothing at all', {}, 'place.address', undefined],
] as const;

describe('a place named by', () => {
  test.each(places)(
    '%s is refused at its field, in pages and for programs alike',
    async (_what, named, field, code) => {
      const draftId = await begin();
      const refused = await city.app.applications.choosePlace(city.resident('resident-1'), { draftId, ...named });
      expect(refused).toMatchObject({ ok: false, error: [{ field, ...(code ? { code } : {}) }] });
      const browser = createBrowser(city.http);
      await browser.signIn('resident-1');
      const page = await (await browser.send('/my')).text();
      const answer = await browser.send(`/api/v1/drafts/${draftId}/place`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'x-csrf-token': tokenIn(page), accept: 'application/json' },
        json: named,
      });
      expect(answer.status).toBe(422);
      expect((await answer.json()).errors).toMatchObject([{ field }]);
    },
  );
});

const tokenIn = (html: string): string => /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** A signed-in browser at a page of the form that takes files, and the token of that page. */
async function atFileField() {
  const applicant = city.resident('resident-1');
  const draftId = await city.beginOffice(applicant);
  const { form } = await city.app.applications.getDraft(applicant, draftId);
  const page = form.pages.find(({ questions }) => questions.some(({ element }) => element.id === 'site.photo'));
  const browser = createBrowser(city.http);
  await browser.signIn('resident-1');
  const path = `/drafts/${draftId}/form/${page?.id}`;
  return { applicant, draftId, browser, path, csrf: tokenIn(await (await browser.send(path)).text()) };
}

async function* largeUpload(csrf: string, boundary: string, megabytes: number) {
  yield Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${csrf}\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="site.photo"; filename="big.pdf"\r\n` +
      'Content-Type: application/pdf\r\n\r\n%PDF-1.7\n',
  );
  const chunk = Buffer.alloc(1024 * 1024, 32);
  for (let sent = 0; sent < megabytes; sent += 1) yield chunk;
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

describe('a file', () => {
  test('of another kind than its name says is refused with its name, and the page keeps everything else', async () => {
    const { browser, path, csrf, applicant, draftId } = await atFileField();
    const before = (await city.app.applications.getDraft(applicant, draftId)).draft.content.answers['site.photo'];
    const body = new FormData();
    body.append('csrf', csrf);
    body.append('site.photo', new File(['MZ\x90\0\x03'], 'фото участка.pdf', { type: 'application/pdf' }));
    const answer = await browser.send(path, { body });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('фото участка.pdf');
    const { draft } = await city.app.applications.getDraft(applicant, draftId);
    expect(draft.content.answers['site.photo']).toEqual(before);
  });

  test('of 60 MB is refused with the limit in words, and nothing of it stays', async () => {
    const { browser, path, csrf } = await atFileField();
    const count = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from documents.document`.execute(city.app.db)).rows[0]?.n;
    const before = await count();
    const boundary = 'berdem-boundary';
    const answer = await browser.send(path, {
      method: 'POST',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, origin: 'http://localhost:4321' },
      stream: Readable.toWeb(Readable.from(largeUpload(csrf, boundary, 60))) as ReadableStream,
    });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('50 МБ');
    expect(await count()).toBe(before);
  });
});

describe('a session', () => {
  test('that ends in the middle of a form loses nothing: the text comes back with the way to sign in, and is saved after it', async () => {
    const { browser, draftId, applicant } = await atFileField();
    const path = `/drafts/${draftId}/form/other`;
    const csrf = tokenIn(await (await browser.send(path)).text());
    city.clock.pass({ hours: 3 });
    const text = 'Вход со двора, домофон 12.';
    const ended = await browser.send(path, { form: { csrf, 'other.comment': text } });
    expect(ended.status).toBe(401);
    const html = await ended.text();
    expect(html).toContain(text);
    expect(html).toContain('/sign-in');
    await browser.signIn('resident-1');
    const again = await browser.send(path, {
      form: { csrf: tokenIn(await (await browser.send(path)).text()), 'other.comment': text },
    });
    expect(again.status).toBe(302);
    const { draft } = await city.app.applications.getDraft(applicant, draftId);
    expect(draft.content.answers['other.comment']).toBe(text);
  });
});

describe('two at the same moment', () => {
  test('take one case: one has it, the other is told who was faster', async () => {
    const { id } = await city.fileOffice(city.resident('resident-1'));
    const officer = await city.employee('officer-uaig');
    const head = await city.employee('head-uaig');
    const { id: caseId } = await caseOf(city, id, 'urban-plan');
    const outcomes = await Promise.allSettled([officer, head].map((actor) => city.app.cases.take(actor, { caseId })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = outcomes.find((one) => one.status === 'rejected');
    expect(String(lost?.reason)).toContain('cases/taken-by-another');
  });

  test('sign one decision: one document is issued, one number is used', async () => {
    const { id } = await city.fileOffice(city.resident('resident-2'));
    const plan = await caseOf(city, id, 'urban-plan');
    await acceptCase(city, plan);
    const { id: decisionId } = await draftGrant(city, plan);
    const head = await city.employee('head-uaig');
    const signatures = Array.from({ length: 4 }, () => city.app.decisions.sign(head, { decisionId }));
    const outcomes = await Promise.allSettled(signatures);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('decisions/nothing-to-sign');
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from documents.document where case_id = ${plan.id} and origin = 'issued'
    `.execute(city.app.db);
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('report steps, one of them twice: each counts once and none is lost', async () => {
    const applicant = city.resident('resident-1');
    const { id } = await city.fileOffice(applicant, { triage: { storm: 'no', size: 'small' } });
    const plan = await caseOf(city, id, 'urban-plan');
    await acceptCase(city, plan);
    const { id: decisionId } = await draftGrant(city, plan);
    await city.app.decisions.sign(await city.employee('head-uaig'), { decisionId });
    const report = (stepId: string) =>
      city.app.applications.reportStep(applicant, { applicationId: id, stepId, documentIds: [] });
    await Promise.all([report('sketch'), report('power-connection'), report('sketch')]);
    expect((await caseOf(city, id, 'facade-image')).phase.status).toBe('started');
    const { steps } = (await city.app.applications.readApplication(applicant, id)).application;
    expect(
      steps
        .filter(({ report }) => report !== undefined)
        .map(({ stepId }) => stepId)
        .sort(),
    ).toEqual(['power-connection', 'sketch']);
  });
});

describe('intake', () => {
  test('is refused only with grounds that the city has, and nothing certain is found needless', async () => {
    const { id } = await city.fileOffice(city.resident('resident-1'), { triage: { storm: 'unsure' } });
    const officer = await city.employee('officer-uaig');
    const { id: caseId } = await caseOf(city, id, 'urban-plan');
    await city.app.cases.take(officer, { caseId });
    const { cases } = city.app;
    await expect(cases.reject(officer, { caseId, grounds: ['c99'], comment: '' })).rejects.toThrow(
      'cases/unknown-ground',
    );
    const needless = cases.declareNotNeeded(officer, { caseId, comment: 'Не нужно.' });
    await expect(needless).rejects.toThrow('cases/certainly-needed');
  });
});

describe('a guessed number', () => {
  test('tells nothing, however often one guesses, and guessing is slowed down', async () => {
    const limits = { 'sign-in': few, filing: few, upload: few, tracking: few };
    const narrow = await createHttp(city.app, { pages: false, limits });
    const guess = (n: number) => narrow.request(`/api/v1/track/2026-90000${n}`);
    const statuses: number[] = [];
    for (let n = 1; n <= 7; n += 1) statuses.push((await guess(n)).status);
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429]);
  });

  test('is slowed down on the page too, however its address is spelt', async () => {
    const limits = { 'sign-in': few, filing: few, upload: few, tracking: few };
    const narrow = await createHttp(city.app, { limits });
    city.clock.pass({ hours: 1 });
    const spelt = ['/track', '/track/', '/Track', '//track', '/%74rack', '/track.data', '/TRACK.data'];
    const statuses: number[] = [];
    for (const path of spelt) statuses.push((await narrow.request(`${path}?number=2026-900001`)).status);
    // What is no address of the page finds nothing and is not counted.
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(few.hits);
    expect((await narrow.request('/track?number=2026-900001')).status).toBe(429);
  });
});

describe('files', () => {
  const filesOf = async (browser: ReturnType<typeof createBrowser>, { path, csrf }: { path: string; csrf: string }) => {
    const body = new FormData();
    body.append('csrf', csrf);
    body.append('site.photo', new File(['%PDF-1.7\n'], 'фото.pdf', { type: 'application/pdf' }));
    return browser.send(path, { body });
  };
  const kept = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from documents.document`.execute(city.app.db)).rows[0]?.n;

  test('for what belongs to somebody else are not kept', async () => {
    const { path, applicant } = await atFileField();
    const { id } = await city.fileOffice(applicant);
    const stranger = createBrowser(city.http);
    await stranger.signIn('resident-2');
    const csrf = tokenIn(await (await stranger.send('/my')).text());
    const before = await kept();
    expect((await filesOf(stranger, { path, csrf })).status).toBe(404);
    const step = `/applications/${id}/steps/power-connection`;
    expect((await filesOf(stranger, { path: step, csrf })).status).toBe(404);
    expect(await kept()).toBe(before);
  });

  test('are taken so often and not more often, and the page says when there is room again', async () => {
    const { path } = await atFileField();
    city.clock.pass({ hours: 1 });
    const limits = { 'sign-in': few, filing: few, upload: few, tracking: few };
    const narrow = createBrowser(await createHttp(city.app, { limits }));
    await narrow.signIn('resident-1');
    const csrf = tokenIn(await (await narrow.send(path)).text());
    const before = (await kept()) ?? 0;
    let last = 0;
    for (let n = 0; n < 7; n += 1) last = (await filesOf(narrow, { path, csrf })).status;
    expect(last).toBe(422);
    expect(await kept()).toBe(before + few.hits);
  });
});
const few = { hits: 5, seconds: 600 };

describe('a draft begun under older rules', () => {
  test('is shown what changed, keeps its answers, asks only what is new, and is filed under the new rules', async () => {
    const applicant = city.resident('entrepreneur-1');
    const draftId = await city.beginOffice(applicant);
    const before = (await city.app.applications.getDraft(applicant, draftId)).draft;
    const folder = newerPack();
    const newer = await testCity({ pack: folder, database: city.database });
    const { applications } = newer.app;
    const { outdated } = await applications.getDraft(applicant, draftId);
    expect(outdated?.newlyAsked.map(({ id }) => id)).toEqual(['object.parking-places']);
    await expect(applications.file(applicant, { draftId, language: 'ru' })).rejects.toThrow(
      'applications/outdated-draft',
    );
    await applications.acceptNewVersion(applicant, draftId);
    const view = await applications.review(applicant, draftId);
    expect(view.outdated).toBeUndefined();
    expect(view.errors.map(({ field }) => field)).toEqual(['object.parking-places']);
    expect(view.draft.content.answers).toEqual(before.content.answers);
    await fillForm({
      app: newer.app,
      actor: applicant,
      draftId,
      today: newer.today(),
      answers: { 'object.parking-places': 12 },
    });
    const filed = await applications.file(applicant, { draftId, language: 'ru' });
    expect(filed.packVersion).toBe(newer.app.catalogue.packVersion);
    const { answers } = await applications.getFiling(filed.id);
    expect(answers['object.parking-places']).toBe(12);
    // The city that still runs the older rules reads what was filed under the newer ones.
    expect((await city.app.applications.follow(applicant, filed.id)).number).toBe(filed.number);
    await newer.close();
    rmSync(folder, { recursive: true });
  });
});

/** Kazan with one more question of the urban plan. */
function newerPack(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'berdem-pack-')), 'kazan');
  cpSync(join(import.meta.dirname, '../../cities/kazan'), folder, { recursive: true });
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
  edit('city.yaml', (text) => text.replace('version: "2026.1"', 'version: "2026.2"'));
  edit(
    'elements/object.yaml',
    (text) => `${text}
- id: object.parking-places
  type: integer
  page: object-size
  label: { ru: Сколько машино-мест, tt: Ничә машина урыны, en: Parking places }
  why: { ru: От них зависит план участка., tt: Участок планы аларга бәйле., en: The plan of the plot depends on them. }
  min: 0
`,
  );
  edit('services/urban-plan/service.yaml', (text) =>
    text.replace('inputs:\n', 'inputs:\n  - { element: object.parking-places }\n'),
  );
  return folder;
}
