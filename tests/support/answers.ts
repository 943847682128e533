import { Readable } from 'node:stream';
import type { Actor } from '#kernel/actor.ts';
import { type Form, fieldTypes, questionsOf } from '#modules/forms/index.ts';
import type { App } from '../../src/app.ts';
import { typedPage } from '../../src/demo/typed-answers.ts';

type Question = Form['pages'][number]['questions'][number];

/** What a browser sends for one page of the form, with the documents received for it. */
export type FilledPage = Readonly<{ fields: [string, string][]; received: Record<string, string[]> }>;

export type Filling = Readonly<{
  app: App;
  actor: Actor;
  draftId: string;
  today: Temporal.PlainDate;
  /** Answers that matter to a test, by element; null leaves one out, all others are made up. */
  answers?: Readonly<Record<string, unknown>>;
}>;

const aPdf = '%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n';

/** A small file of a kind that every field takes. */
export const pdfFile = (): AsyncIterable<Uint8Array> => Readable.from([Buffer.from(aPdf, 'latin1')]);

/** The answer a test gives, as it would be typed. */
function typedAnswer({ element }: Question, value: unknown): Record<string, readonly string[]> {
  const type = fieldTypes[element.type];
  return { [element.id]: type.write(type.value.parse(value)) };
}

/** A valid answer to every question of a page; a file field gets a document really received. */
export async function answersFor(questions: readonly Question[], filling: Filling): Promise<FilledPage> {
  const fields: [string, string][] = [];
  const received: Record<string, string[]> = {};
  const { today } = filling;
  const { city } = filling.app.catalogue.current;
  for (const question of questions) {
    const { id, type } = question.element;
    if (filling.answers?.[id] === null) continue;
    const given = filling.answers?.[id];
    const wanted = given === undefined ? {} : typedAnswer(question, given);
    if (!fieldTypes[type].takesFiles) fields.push(...typedPage([question], { today, city, wanted }));
    else if (question.required)
      received[id] = [await receiveFile(filling, `${id}.${question.element.accept?.[0] ?? 'pdf'}`)];
  }
  return { fields, received };
}

async function receiveFile({ app, actor, draftId }: Filling, name: string): Promise<string> {
  const named = name.endsWith('.sig') ? name : name.replace(/\.\w+$/, '.pdf');
  return (await app.documents.receive(actor, pdfFile(), { name: named, draftId })).id;
}

/** Fills page after page, as they come and go with the answers, until nothing is asked any more. */
export async function fillForm(filling: Filling): Promise<void> {
  const { app, actor, draftId } = filling;
  const saved = new Set<string>();
  for (;;) {
    const { form } = await app.applications.getDraft(actor, draftId);
    const page = form.pages.find(({ id }) => !saved.has(id)) ?? (await unansweredPage(filling, form));
    if (page === undefined) return;
    const before = questionsOf(form).length;
    const filled = await answersFor(page.questions, filling);
    const result = await app.applications.savePage(actor, { draftId, pageId: page.id, ...filled });
    if (!result.ok && saved.has(page.id)) throw new Error(`${page.id}: ${JSON.stringify(result.error)}`);
    saved.add(page.id);
    if (before === 0) return;
  }
}

/** A page on which an answer made a new question appear after it was saved. */
async function unansweredPage({ app, actor, draftId }: Filling, form: Form) {
  const { next } = await app.applications.getDraft(actor, draftId);
  return form.pages.find(({ id }) => next === `form/${id}`);
}
