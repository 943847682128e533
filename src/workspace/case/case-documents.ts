import type { ApplicationFile } from '#modules/applications/index.ts';
import { type Answers, type Form, fieldTypes, rawForQuestion } from '#modules/forms/index.ts';
import type { ReceivedDocument } from '#modules/forms/ui.ts';
import type { PageRequest } from '#ui/page.ts';

/** A document of an application with where it comes from. */
export type CaseDocument = ReceivedDocument & Readonly<{ id: string; origin: 'brought' | 'request' | 'decision' }>;

/** All documents of an application: what the applicant brought, what requests brought, what the city issued. */
export async function documentsOf(
  app: PageRequest['app'],
  { application, requests, decisions, supplements }: ApplicationFile,
  { forms, answers }: Readonly<{ forms: readonly Form[]; answers: Answers }>,
): Promise<CaseDocument[]> {
  const questions = forms.flatMap(({ pages }) => pages.flatMap((page) => page.questions));
  const attached = questions
    .filter(({ element }) => fieldTypes[element.type].takesFiles)
    .flatMap((question) => rawForQuestion(question, answers, {}));
  const reported = application.steps.flatMap(({ report }) => report?.documentIds ?? []);
  const added = supplements.flatMap(({ documentIds = [] }) => documentIds);
  const asked = requests.flatMap(({ documentIds, phase }) => [
    ...documentIds,
    ...(phase.status === 'completed' ? phase.documentIds : []),
  ]);
  const issued = decisions.flatMap(({ phase }) => (phase.status === 'signed' ? [phase.documentId] : []));
  const origins = new Map<string, CaseDocument['origin']>([
    ...[...attached, ...reported, ...added].map((id) => [id, 'brought'] as const),
    ...asked.map((id) => [id, 'request'] as const),
    ...issued.map((id) => [id, 'decision'] as const),
  ]);
  const found = await app.documents.list([...origins.keys()]);
  return found.map(({ id, name, size }) => ({
    id,
    name,
    size,
    href: `/documents/${id}`,
    origin: origins.get(id) ?? 'brought',
  }));
}
