import { Readable } from 'node:stream';
import type { Actor } from '#kernel/actor.ts';
import { type Element, type Form, fieldTypes, questionsOf } from '#modules/forms/index.ts';
import type { App } from '../../src/app.ts';
import type { FieldExample } from '../../src/modules/forms/field-types/field-ui.ts';

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

async function examplesOf(type: string): Promise<unknown[]> {
  const file = new URL(`../../src/modules/forms/field-types/${type}/examples.ts`, import.meta.url).href;
  const { examples }: { examples: readonly FieldExample[] } = await import(/* @vite-ignore */ file);
  return examples.map(({ value }) => value);
}

/** Values worth trying for an element, the likeliest first. */
async function candidates(element: Element, today: Temporal.PlainDate): Promise<unknown[]> {
  const limits = [element.min, element.max].filter((limit) => typeof limit === 'number');
  const days = [30, 0, -30, 400, -400].map((days) => today.add({ days }).toString());
  const chosen = element.choices?.map(({ value }) => value) ?? [];
  const own = element.type === 'choices' ? chosen.map((value) => [value]) : chosen;
  const example = element.example === undefined ? [] : [element.example];
  const dates = element.type === 'date' ? days : [];
  return [...own, ...example, ...dates, ...(await examplesOf(element.type)), ...limits, 'Офис'];
}

/** A valid value of an element: the one given, the one known, or one made up. */
export async function validValue(
  element: Element,
  { today, given, known }: { today: Temporal.PlainDate; given?: unknown; known?: unknown },
): Promise<unknown> {
  const type = fieldTypes[element.type];
  const tried = given === undefined ? [known, ...(await candidates(element, today))] : [given];
  const fits = tried.find((value) => {
    const parsed = type.value.safeParse(value);
    return parsed.success && type.validate(parsed.data, element, { today }).length === 0;
  });
  if (fits === undefined) throw new Error(`no valid value is known for ${element.id} (${element.type})`);
  return fits;
}

const valueFor = ({ element, prefill }: Question, { today, answers = {} }: Filling) =>
  validValue(element, { today, given: answers[element.id], known: prefill?.value });

/** The controls of a question as a browser posts them. */
function controlsOf({ element }: Question, value: unknown): [string, string][] {
  const type = fieldTypes[element.type];
  const raw = type.write(type.value.parse(value));
  return raw.map((text, index): [string, string] => {
    const part = type.parts[index];
    return [part === undefined ? element.id : `${element.id}:${part}`, text];
  });
}

/** A valid answer to every question of a page; a file field gets a document really received. */
export async function answersFor(questions: readonly Question[], filling: Filling): Promise<FilledPage> {
  const fields: [string, string][] = [];
  const received: Record<string, string[]> = {};
  for (const question of questions) {
    const { id, type } = question.element;
    if (filling.answers?.[id] === null) continue;
    if (!fieldTypes[type].takesFiles) fields.push(...controlsOf(question, await valueFor(question, filling)));
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
