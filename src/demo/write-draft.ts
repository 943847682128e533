import type { Actor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import type { ChoosePlace } from '#modules/applications/index.ts';
import { firstUnanswered } from '#modules/forms/index.ts';
import { dateIn } from '#platform/clock.ts';
import type { App } from '../app.ts';
import { filesWanted, type Typing, typedPage } from './typed-answers.ts';

/** What somebody wants of the city: a situation or a single service, with the answers that matter. */
export type Wish = Readonly<{
  subject: Readonly<{ situationId: string } | { serviceId: string }>;
  triage?: Readonly<Record<string, string>>;
  place: Omit<ChoosePlace, 'draftId'>;
  /** `self`, or the id of an organisation or a mandate. */
  applicant?: string;
  wanted?: Typing['wanted'];
}>;

/** More pages than any form has: whoever turns so many goes in a circle. */
const mostPages = 200;

/** A plan, as small as a PDF can be that readers open. */
const paper = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/**
 * A draft that can be filed, written as a person writes it: through the same use cases, page by page, with files.
 * For demonstrations, tests and benchmarks; what is typed is invented. Throws when the city asks what cannot be invented.
 */
export async function writeDraft(app: App, actor: Actor, wish: Wish): Promise<{ draftId: string }> {
  const { applications } = app;
  const { id: draftId } = await applications.createDraft(actor, wish.subject);
  const { pack } = await applications.getDraft(actor, draftId);
  const today = dateIn(pack.city.timeZone, app.clock.now());
  const typing: Typing = { today, city: pack.city, ...(wish.wanted ? { wanted: wish.wanted } : {}) };
  expectSaved('place', await applications.choosePlace(actor, { draftId, ...wish.place }));
  expectSaved('applicant', await applications.chooseApplicant(actor, { draftId, applicant: wish.applicant ?? 'self' }));
  await answerTriage(app, actor, { draftId, triage: wish.triage ?? {} });
  await answerForm(app, actor, { draftId, typing });
  return { draftId };
}

async function answerTriage(
  { applications }: App,
  actor: Actor,
  { draftId, triage }: { draftId: string; triage: Readonly<Record<string, string>> },
): Promise<void> {
  for (;;) {
    const { unanswered, questions } = await applications.getDraft(actor, draftId);
    if (unanswered === undefined) return;
    const options = questions.find(({ id }) => id === unanswered)?.options ?? [];
    const value = triage[unanswered] ?? options[0]?.value ?? '';
    expectSaved(unanswered, await applications.answerTriage(actor, { draftId, questionId: unanswered, value }));
  }
}

/** An answer may bring questions on pages before: pages are answered until none is left. */
async function answerForm(
  app: App,
  actor: Actor,
  { draftId, typing }: { draftId: string; typing: Typing },
): Promise<void> {
  for (let turn = 0; turn < mostPages; turn += 1) {
    const { form, draft } = await app.applications.getDraft(actor, draftId);
    const page = firstUnanswered(form, draft.content.answers);
    if (page === undefined) return;
    const received: Record<string, string[]> = {};
    for (const { id } of filesWanted(page.questions))
      if (draft.content.answers[id] == null) received[id] = [await attach(app, actor, draftId)];
    const fields = typedPage(page.questions, typing);
    expectSaved(page.id, await app.applications.savePage(actor, { draftId, pageId: page.id, fields, received }));
  }
  throw new Error('the form asks without end');
}

async function attach({ documents }: App, actor: Actor, draftId: string): Promise<string> {
  const content = (async function* () {
    yield paper;
  })();
  return (await documents.receive(actor, content, { draftId, name: 'план.pdf' })).id;
}

function expectSaved(what: string, saved: Result<void>): void {
  if (!saved.ok) throw new Error(`${what}: ${JSON.stringify(saved.error)}`);
}
