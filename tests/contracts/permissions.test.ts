import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, anonymous } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { ApplicationState } from '#modules/applications/index.ts';
import type { CaseState } from '#modules/cases/index.ts';
import { demoId } from '#modules/people/index.ts';
import { pdfFile } from '#tests/support/answers.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { createBrowser } from '#tests/support/small-city.ts';
import { acceptCase, caseOf, draftGrant, recordFieldsOf } from '#tests/support/whole-life.ts';

let city: City;
let application: ApplicationState;
let plan: CaseState;
let fileId: string;
const actors = new Map<string, Actor>();
const who = (name: string): Actor => actors.get(name) ?? anonymous;

beforeAll(async () => {
  city = await testCity();
  const residents = ['resident-1', 'resident-2', 'entrepreneur-1', 'representative-1'];
  for (const name of residents) actors.set(name, city.resident(name));
  const seats = ['officer-uaig', 'head-uaig', 'officer-kvb', 'head-kvb', 'officer-kzio', 'head-kzio'];
  for (const name of [...seats, 'lean-1', 'gis-1', 'auditor-1', 'administrator-1'])
    actors.set(name, await city.employee(name));
  application = await city.fileOffice(who('resident-1'));
  plan = await caseOf(city, application.id, 'urban-plan');
  fileId = await firstFile(application.id);
});
afterAll(() => city.close());

async function firstFile(applicationId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select id from documents.document where application_id = ${applicationId} order by id limit 1
  `.execute(city.app.db);
  return rows[0]?.id ?? '';
}

/** 'may', or the code of the refusal. */
async function outcome(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'may';
  } catch (refusal) {
    if (refusal instanceof Problem) return refusal.code;
    throw refusal;
  }
}

const signIn = 'people/sign-in-needed';
const not = 'people/not-allowed';
const none = (what: 'application' | 'case' | 'document') =>
  ({
    application: 'applications/unknown-application',
    case: 'cases/unknown-case',
    document: 'documents/unknown-document',
  })[what];

// Reading: the application with what was answered, a case of the architects, a file, the architects' queue.
const readers: [name: string, application: string, aCase: string, file: string, queue: string][] = [
  ['nobody signed in', signIn, signIn, signIn, signIn],
  ['resident-1', 'may', none('case'), 'may', not],
  ['resident-2', none('application'), none('case'), none('document'), not],
  ['entrepreneur-1', none('application'), none('case'), none('document'), not],
  ['representative-1', none('application'), none('case'), none('document'), not],
  ['officer-uaig', 'may', 'may', 'may', 'may'],
  ['head-uaig', 'may', 'may', 'may', 'may'],
  // Its department has a case in the same application.
  ['officer-kvb', 'may', 'may', 'may', not],
  // Its department has none: own land.
  ['officer-kzio', none('application'), none('case'), none('document'), not],
  ['lean-1', none('application'), 'may', none('document'), 'may'],
  ['gis-1', none('application'), none('case'), none('document'), not],
  ['auditor-1', 'may', 'may', 'may', 'may'],
  ['administrator-1', none('application'), none('case'), none('document'), not],
];

describe('reading', () => {
  test.each(readers)('%s: application %s, case %s, file %s, queue %s', async (name, ...expected) => {
    const { app } = city;
    const actor = who(name);
    expect([
      await outcome(() => app.applications.readApplication(actor, application.id)),
      await outcome(() => app.cases.getCase(actor, plan.id)),
      await outcome(() => app.documents.open(actor, fileId)),
      await outcome(() => app.cases.listQueue(actor, { departmentId: 'uaig', list: 'open' })),
    ]).toEqual(expected);
  });

  test('an application of another looks exactly like one that does not exist', async () => {
    const { app } = city;
    const other = who('resident-2');
    for (const id of [application.id, newId()]) {
      expect(await outcome(() => app.applications.follow(other, id))).toBe(none('application'));
      expect(await outcome(() => app.applications.assertMayRead(other, id))).toBe(none('application'));
      const report = { applicationId: id, stepId: 'sketch', documentIds: [] };
      expect(await outcome(() => app.applications.reportStep(other, report))).toBe(none('application'));
      expect(await outcome(() => app.documents.open(other, id))).toBe(none('document'));
      expect(await outcome(() => app.cases.getCase(other, id))).toBe(none('case'));
    }
    for (const draftId of [application.draftId, newId()]) {
      expect(await outcome(() => app.applications.getDraft(other, draftId))).toBe('applications/unknown-draft');
      expect(await outcome(() => app.applications.file(other, { draftId, language: 'ru' }))).toBe(
        'applications/unknown-draft',
      );
    }
  });

  test('also over HTTP: a guessed id is answered as an unknown one', async () => {
    const browser = createBrowser(city.http);
    await browser.signIn('resident-2');
    const paths = (id: string) => [`/api/v1/applications/${id}`, `/documents/${id}`, `/live?topic=application:${id}`];
    for (const [index, path] of paths(application.id).entries()) {
      const guessed = await browser.send(path, { headers: { accept: 'application/json' } });
      const unknown = await browser.send(paths(newId())[index] ?? '', { headers: { accept: 'application/json' } });
      expect(guessed.status).toBe(404);
      expect(unknown.status).toBe(404);
      const [a, b] = [await guessed.json(), await unknown.json()];
      expect(a.code).toBe(b.code);
      expect(a.title).toBe(b.title);
    }
  });

  test('a queue may be counted, asked requests listed, by the same people', async () => {
    const { app } = city;
    for (const [name, , , , queue] of readers) {
      expect(await outcome(() => app.cases.countQueue(who(name), 'uaig'))).toBe(queue);
      expect(await outcome(() => app.requests.listQueue(who(name), { departmentId: 'uaig' }))).toBe(queue);
    }
  });

  test('the audit trail is for the auditor, whose look is noted too', async () => {
    const { app } = city;
    for (const [name] of readers) {
      const refusal = name === 'nobody signed in' ? signIn : not;
      const expected = name === 'auditor-1' ? 'may' : refusal;
      expect(await outcome(() => app.applications.auditTrail(who(name), application.number))).toBe(expected);
    }
  });
});

describe('working', () => {
  const strangers = readers.map(([name]) => name).filter((name) => !['officer-uaig', 'head-uaig'].includes(name));

  test('only the department takes its case, and only the officer who has it goes on', async () => {
    const { app } = city;
    for (const name of strangers) {
      const refusal = name === 'nobody signed in' ? signIn : not;
      expect([name, await outcome(() => app.cases.take(who(name), { caseId: plan.id }))]).toEqual([name, refusal]);
    }
    await app.cases.take(who('officer-uaig'), { caseId: plan.id });
    for (const name of strangers) {
      const refusal = name === 'nobody signed in' ? signIn : not;
      const rejection = { caseId: plan.id, grounds: ['c1'], comment: '' };
      expect(await outcome(() => app.cases.accept(who(name), { caseId: plan.id }))).toBe(refusal);
      expect(await outcome(() => app.cases.reject(who(name), rejection))).toBe(refusal);
      expect(await outcome(() => app.cases.giveBack(who(name), { caseId: plan.id }))).toBe(refusal);
    }
    expect(await outcome(() => app.cases.accept(who('head-uaig'), { caseId: plan.id }))).toBe('cases/not-yours');
    await app.cases.accept(who('officer-uaig'), { caseId: plan.id });
  });

  test('only the asked department answers a request, and others may not even read it', async () => {
    const { app } = city;
    const ask = { caseId: plan.id, to: 'kzio', question: 'Чей участок?', documentIds: [] };
    for (const name of strangers)
      expect(await outcome(() => app.requests.send(who(name), ask))).toBe(name === 'nobody signed in' ? signIn : not);
    const { id: requestId } = await app.requests.send(who('officer-uaig'), ask);
    const answer = { requestId, text: 'Городской.', documentIds: [] };
    for (const name of ['resident-1', 'officer-uaig', 'officer-kvb', 'lean-1', 'gis-1', 'auditor-1', 'administrator-1'])
      expect(await outcome(() => app.requests.answer(who(name), answer))).toBe(not);
    // That there is such a request is nobody else's business.
    for (const name of ['officer-kvb', 'resident-1'])
      expect(await outcome(() => app.requests.getRequest(who(name), requestId))).toBe('requests/unknown-request');
    expect(await outcome(() => app.requests.answer(who('officer-kzio'), answer))).toBe('may');
    // Whoever is asked sees what it is about.
    expect(await outcome(() => app.applications.readApplication(who('officer-kzio'), application.id))).toBe('may');
    expect(await outcome(() => app.documents.open(who('officer-kzio'), fileId))).toBe('may');
  });

  test('a decision is drafted by its officer and signed by the head of the department, never by who wrote it', async () => {
    const { app } = city;
    const content = { outcome: 'granted' as const, grounds: [], text: 'Выдать.', fields: {} };
    for (const name of strangers) {
      const refusal = name === 'nobody signed in' ? signIn : not;
      expect(await outcome(() => app.decisions.draft(who(name), { caseId: plan.id, ...content }))).toBe(refusal);
    }
    const { id: decisionId } = await draftGrant(city, plan);
    for (const name of [...strangers, 'officer-uaig']) {
      const refusal = name === 'nobody signed in' ? signIn : not;
      expect(await outcome(() => app.decisions.sign(who(name), { decisionId }))).toBe(refusal);
      expect(await outcome(() => app.decisions.sendBack(who(name), { decisionId, comment: 'Нет.' }))).toBe(refusal);
    }
    expect(await outcome(() => app.decisions.sign(who('head-uaig'), { decisionId }))).toBe('may');
    expect(await outcome(() => app.decisions.sign(who('head-uaig'), { decisionId }))).toBe('decisions/nothing-to-sign');
  });

  test('a head who works a case like an officer cannot sign the own draft', async () => {
    const { app } = city;
    const conditions = await caseOf(city, application.id, 'storm-water-conditions');
    const head = who('head-kvb');
    await app.cases.take(head, { caseId: conditions.id });
    await app.cases.accept(head, { caseId: conditions.id });
    const fields = recordFieldsOf(city, conditions.serviceId);
    const content = { outcome: 'granted' as const, grounds: [], text: 'Выдать.', fields };
    const { id: decisionId } = await app.decisions.draft(head, { caseId: conditions.id, ...content });
    expect(await outcome(() => app.decisions.sign(head, { decisionId }))).toBe('decisions/own-draft');
  });
});

describe('a representative', () => {
  test('files for who gave the mandate, both follow it and open what is issued, until the mandate ends', async () => {
    const { app, clock } = city;
    const representative = who('representative-1');
    const filed = await city.fileOffice(representative, { applicant: demoId('mandate-1') });
    expect(filed).toMatchObject({
      filedBy: demoId('representative-1'),
      onBehalfOf: { kind: 'person', personId: demoId('resident-1') },
    });
    const one = await caseOf(city, filed.id, 'urban-plan');
    await acceptCase(city, one);
    const { id: decisionId } = await draftGrant(city, one);
    const signed = await app.decisions.sign(who('head-uaig'), { decisionId });
    const documentId = signed.phase.status === 'signed' ? signed.phase.documentId : '';
    const reading = async (actor: Actor) => [
      await outcome(() => app.applications.follow(actor, filed.id)),
      await outcome(() => app.documents.open(actor, documentId)),
    ];
    expect(await reading(representative)).toEqual(['may', 'may']);
    expect(await reading(who('resident-1'))).toEqual(['may', 'may']);
    expect(await reading(who('resident-2'))).toEqual([none('application'), none('document')]);
    const unfiled = await city.beginOffice(representative, { applicant: demoId('mandate-1') });
    clock.pass({ hours: 24 * 400 });
    // Filled in under the mandate, it cannot be filed after its end.
    const file = () => app.applications.file(representative, { draftId: unfiled, language: 'ru' });
    expect(await outcome(file)).toBe('people/no-mandate');
    expect(await reading(representative)).toEqual([none('application'), none('document')]);
    expect(await reading(who('resident-1'))).toEqual(['may', 'may']);
    expect((await app.applications.listMine(who('resident-1'))).applications.map(({ id }) => id)).toContain(filed.id);
    expect((await app.applications.listMine(representative)).applications.map(({ id }) => id)).not.toContain(filed.id);
  });

  test('without a mandate cannot choose for whom to apply', async () => {
    const stranger = who('resident-2');
    const { id: draftId } = await city.app.applications.createDraft(stranger, { situationId: 'build-office' });
    for (const applicant of [demoId('mandate-1'), demoId('company-1'), demoId('resident-1')])
      expect(await city.app.applications.chooseApplicant(stranger, { draftId, applicant })).toMatchObject({
        ok: false,
      });
  });
});

describe("a stranger's file", () => {
  test('cannot be attached to the own draft, and so not be read through it', async () => {
    const { app } = city;
    const other = who('resident-2');
    const { id: draftId } = await app.applications.createDraft(other, { situationId: 'build-office' });
    const foreign = await app.documents.receive(who('resident-1'), pdfFile(), { name: 'паспорт.pdf' });
    const page = { draftId, pageId: 'site', fields: [], received: { 'site.photo': [foreign.id] } };
    expect(await outcome(() => app.applications.savePage(other, page))).toBe(none('document'));
    expect(await outcome(() => app.documents.open(other, foreign.id))).toBe(none('document'));
  });
});

describe('what an employee sees of a person', () => {
  test('is noted in the audit: who, what and when, and never the content', async () => {
    const { app } = city;
    await app.applications.readApplication(who('auditor-1'), application.id);
    await app.documents.open(who('officer-uaig'), fileId);
    await app.applications.follow(who('resident-1'), application.id);
    const trail = await app.applications.auditTrail(who('auditor-1'), application.number);
    const entries = trail?.entries ?? [];
    const by = (name: string) => entries.filter((entry) => entry.by.includes(demoId(name)));
    expect(by('auditor-1').map(({ action }) => action)).toContain('applications.read');
    expect(by('officer-uaig').map(({ action }) => action)).toContain('documents.read');
    expect(by('officer-kvb').map(({ action }) => action)).toContain('applications.read');
    // Who was refused saw nothing, and who follows the own application is not watched.
    expect(by('gis-1')).toEqual([]);
    expect(by('resident-1').map(({ action }) => action)).not.toContain('applications.read');
    expect(JSON.stringify(entries)).not.toMatch(/Сафина|9000000/);
  });

  test('is noted once for a page that refreshes itself, and again when somebody comes back to it', async () => {
    const { app } = city;
    const looks = async () => {
      const trail = await app.applications.auditTrail(who('auditor-1'), application.number);
      const of = demoId('officer-uaig');
      return trail?.entries.filter(({ by, action }) => action === 'applications.read' && by.includes(of)).length ?? 0;
    };
    const look = () => app.applications.readApplication(who('officer-uaig'), application.id);
    city.clock.pass({ minutes: 16 });
    const before = await looks();
    await look();
    city.clock.pass({ minutes: 5 });
    await look();
    expect(await looks()).toBe(before + 1);
    city.clock.pass({ minutes: 16 });
    await look();
    expect(await looks()).toBe(before + 2);
  });
});
