import type { FieldError } from '#kernel/result.ts';
import { elementOfControl } from '#modules/forms/index.ts';
import type { PageSubmission } from '#ui/page.ts';
import { once } from '../once.ts';

type Uploads = Readonly<{
  fields: [string, string][];
  /** Ids of received documents by element. */
  received: Record<string, string[]>;
  /** Files that were refused, as mistakes at their fields. */
  refused: FieldError[];
}>;

/** Reads a posted page with its files; each file is stored as it arrives and never held in memory. */
export async function receiveUploads(request: PageSubmission): Promise<Uploads> {
  const { app, actor, param, readMultipart, explain, isMultipart } = request;
  if (!isMultipart) return { fields: await request.fields(), received: {}, refused: [] };
  const mayBring = once(() => app.applications.getDraft(actor, param('draft')));
  const received: Record<string, string[]> = {};
  const refused: FieldError[] = [];
  const { fields } = await readMultipart(request.body, async ({ field, name, content }) => {
    const element = elementOfControl(field);
    // A file for a draft of somebody else is read over; saving the page then says that there is no such draft.
    if (!(await mayBring())) return;
    try {
      await request.count('upload');
      const document = await app.documents.receive(actor, content, { name, draftId: param('draft') });
      received[element] = [...(received[element] ?? []), document.id];
    } catch (error) {
      const problem = explain(error);
      if (problem === undefined || problem.status === 401) throw error;
      refused.push({ field: element, code: problem.code, params: { text: `${problem.title}. ${problem.whatToDo}` } });
    }
  });
  return {
    fields: fields.filter(([name]) => name !== 'csrf').map(([name, value]) => [name, value]),
    received,
    refused,
  };
}
