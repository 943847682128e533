import type { Form } from '#modules/forms/index.ts';
import { fieldTypes, questionsOf, rawForQuestion } from '#modules/forms/index.ts';
import type { ReceivedDocument } from '#modules/forms/ui.ts';
import type { PageRequest } from '#ui/page.ts';

type Given = Readonly<{
  answers: Readonly<Record<string, unknown>>;
  raw?: Readonly<Record<string, readonly string[]>>;
}>;

/** Files received for a form so far, as pairs of id and what is said about each. */
export async function documentsOf(
  { app }: Pick<PageRequest, 'app'>,
  form: Form,
  given: Given,
): Promise<[string, ReceivedDocument][]> {
  const ids = questionsOf(form)
    .filter(({ element }) => fieldTypes[element.type].takesFiles)
    .flatMap((question) => rawForQuestion(question, given.answers, given.raw ?? {}));
  const found = await app.documents.list(ids);
  return found.map(({ id, name, size }) => [id, { name, size, href: `/documents/${id}` }]);
}
