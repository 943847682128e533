import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#kernel/id.ts';
import { answersFor } from '#tests/support/answers.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { type ApiDocument, breachOf, operationsOf, schemaOf } from '#tests/support/contract.ts';
import { createBrowser } from '#tests/support/small-city.ts';
import { caseOf, grantCase } from '#tests/support/whole-life.ts';

let city: City;
let document: ApiDocument;
beforeAll(async () => {
  city = await testCity();
  document = await (await city.http.request('/api/v1/openapi.json')).json();
});
afterAll(() => city.close());

describe('the description of the API', () => {
  test('is an OpenAPI 3.1 document in which every operation says what it does and what it answers', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(document.info).toMatchObject({ title: 'Berdem', version: '1' });
    expect(document.servers).toEqual([{ url: '/api/v1' }]);
    for (const { path, operation } of operationsOf(document)) {
      expect(operation.summary).toMatch(/\w/);
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const described = (operation.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name);
      expect(described).toEqual(named);
      expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    }
  });

  test('names every route of the API, and none that is not there', () => {
    const routes = city.http.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/') && !path.endsWith('/openapi.json'))
      .map(({ method, path }) => `${method} ${path.slice('/api/v1'.length).replace(/:(\w+)/g, '{$1}')}`);
    const described = operationsOf(document).filter(({ server }) => server === '/api/v1');
    expect([...new Set(routes)].sort()).toEqual(described.map(({ method, path }) => `${method} ${path}`).sort());
  });

  test('holds only schemas that can be read, and examples that fit them', () => {
    const contents = operationsOf(document).flatMap(({ operation }) => [
      ...Object.values(operation.requestBody?.content ?? {}),
      ...Object.values(operation.responses).flatMap(({ content }) => Object.values(content ?? {})),
    ]);
    for (const { schema } of contents) expect(() => schemaOf(document, schema)).not.toThrow();
    const bodies = operationsOf(document).flatMap(({ operation }) =>
      Object.values(operation.requestBody?.content ?? {}),
    );
    for (const { schema, example } of bodies) {
      expect(example).toBeDefined();
      expect(schemaOf(document, schema).safeParse(example).error?.issues).toBeUndefined();
    }
  });
});

/** A program of a resident: asks the API and holds every answer against the description. */
async function program(subject?: string) {
  const browser = createBrowser(city.http);
  if (subject !== undefined) await browser.signIn(subject);
  const csrf = await csrfOf(browser);
  return async (method: string, path: string, json?: unknown) => {
    const response = await browser.send(`/api/v1${path}`, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', 'x-csrf-token': csrf },
      ...(json === undefined ? {} : { json }),
    });
    expect(await breachOf(document, { method, path: path.split('?')[0] ?? path }, response.clone())).toBeUndefined();
    return { status: response.status, body: response.status === 204 ? undefined : await response.json() };
  };
}

async function csrfOf(browser: ReturnType<typeof createBrowser>): Promise<string> {
  const html = await (await browser.send('/sign-out')).text();
  return /name="csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

describe('a program of the applicant', () => {
  test('goes the whole way as the pages do, and every answer is as described', async () => {
    const ask = await program('resident-1');
    expect((await ask('GET', '/services')).body.services.length).toBeGreaterThan(5);
    expect((await ask('GET', '/situations')).body.situations.map(({ id }: { id: string }) => id)).toContain(
      'build-office',
    );
    const unsure = await ask('POST', '/drafts', { situationId: 'build-office' });
    const office = `/drafts/${unsure.body.id}`;
    await ask('PUT', `${office}/triage`, { questionId: 'land', value: 'unsure' });
    const doWithout = (item: string) => ask('PUT', `${office}/left-out`, { item, leftOut: true });
    expect((await doWithout('plot-provision')).status).toBe(204);
    expect((await doWithout('urban-plan')).status).toBe(422);
    expect((await ask('GET', office)).body.plan.leftOut).toEqual(['plot-provision']);
    const { body } = await ask('POST', '/drafts', { serviceId: 'urban-plan' });
    const draft = `/drafts/${body.id}`;
    expect((await ask('PUT', `${draft}/place`, { cadastralNumber: '16:50:999999:9' })).status).toBe(422);
    expect((await ask('PUT', `${draft}/place`, { cadastralNumber: await city.plot() })).status).toBe(204);
    expect((await ask('PUT', `${draft}/applicant`, { applicant: 'self' })).status).toBe(204);
    expect((await ask('POST', '/applications', { draftId: body.id })).status).toBe(422);
    const actor = city.resident('resident-1');
    const filling = { app: city.app, actor, draftId: body.id as string, today: city.today() };
    for (;;) {
      const { body: shown } = await ask('GET', draft);
      if (!shown.next.startsWith('form/')) break;
      const pageId = shown.next.slice('form/'.length);
      const { form } = await city.app.applications.getDraft(actor, body.id);
      const page = form.pages.find(({ id }) => id === pageId);
      const saved = await ask('PUT', `${draft}/page`, {
        pageId,
        ...(await answersFor(page?.questions ?? [], filling)),
      });
      expect(saved.status).toBe(204);
    }
    const filed = await ask('POST', '/applications', { draftId: body.id, language: 'tt' });
    expect(filed.status).toBe(201);
    // The answer was lost: the program asks again.
    expect(await ask('POST', '/applications', { draftId: body.id, language: 'tt' })).toEqual(filed);
    expect((await ask('GET', `/applications/${filed.body.id}`)).body.parts).toHaveLength(1);
    expect((await ask('GET', `/track/${filed.body.number}`)).body.parts).toHaveLength(1);
    const added = await ask('POST', `/applications/${filed.body.id}/additions`, {
      caseId: (await caseOf(city, filed.body.id, 'urban-plan')).id,
    });
    const fields = [['addition.note', 'Прошу учесть.']];
    expect((await ask('PUT', `/drafts/${added.body.id}/page`, { pageId: 'addition', fields })).status).toBe(204);
    expect((await ask('POST', '/applications', { draftId: added.body.id })).body.id).toBe(filed.body.id);
    const [part] = (await ask('GET', `/applications/${filed.body.id}`)).body.parts;
    expect(part).toMatchObject({ additions: [{ note: 'Прошу учесть.' }], mayAdd: true });
    const { phase } = await grantCase(city, await caseOf(city, filed.body.id, 'urban-plan'));
    const code = phase.status === 'signed' ? phase.verifyCode : '';
    expect((await ask('GET', `/verify/${code}`)).body).toMatchObject({ status: 'valid', outcome: 'granted' });
    expect((await ask('GET', `/applications/${filed.body.id}`)).body.parts[0].status).toBe('signed');
  });

  test('is answered as described too where it may not, does not know, or sends nonsense', async () => {
    const mine = await program('resident-1');
    const nobody = await program();
    const other = await program('resident-2');
    const { body } = await mine('POST', '/drafts', { situationId: 'build-office' });
    for (const id of [body.id, newId()]) {
      expect((await other('GET', `/drafts/${id}`)).status).toBe(404);
      expect((await other('PUT', `/drafts/${id}/triage`, { questionId: 'land', value: 'own' })).status).toBe(404);
      expect((await other('POST', '/applications', { draftId: id })).status).toBe(404);
    }
    expect((await nobody('GET', `/drafts/${body.id}`)).status).toBe(401);
    expect((await nobody('POST', '/drafts', { situationId: 'build-office' })).status).toBe(401);
    expect((await nobody('POST', '/applications', { draftId: body.id })).status).toBe(401);
    expect((await nobody('GET', `/applications/${newId()}`)).status).toBe(404);
    expect((await mine('POST', '/drafts', { situationId: 'fly-to-the-moon' })).status).toBe(404);
    expect((await mine('POST', '/drafts', { wrong: true })).status).toBe(422);
    expect((await mine('PUT', `/drafts/${body.id}/triage`, { questionId: 'land', value: 'castle' })).status).toBe(422);
    expect((await mine('PUT', `/drafts/${body.id}/triage`, { questionId: 'moon', value: 'own' })).status).toBe(422);
    expect((await mine('PUT', `/drafts/${body.id}/applicant`, { applicant: newId() })).status).toBe(422);
    expect((await mine('PUT', `/drafts/${body.id}/place`, { address: 'а'.repeat(2_000_000) })).status).toBe(413);
    expect((await nobody('GET', '/track/2026-999999')).status).toBe(404);
    expect((await nobody('GET', '/verify/XXXXX')).status).toBe(404);
  });
});
