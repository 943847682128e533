import type { Form, FormAt } from './compose.ts';
import type { FormSource } from './prepare.ts';

type Chosen = Readonly<{ isAsked: (elementId: string) => boolean; isRequired: boolean }>;

/** A form of chosen elements on their pages, whatever the answers: to read what was answered, or to ask just these. */
export function formOfElements(source: FormSource, { isAsked, isRequired }: Chosen): FormAt {
  const questions = source.elements
    .filter(({ id }) => isAsked(id))
    .map((element) => ({ element, required: isRequired, askedBy: [] }));
  const pages = source.pages
    .map(({ id, title }) => ({ id, title, questions: questions.filter(({ element }) => element.page === id) }))
    .filter((page) => page.questions.length > 0);
  const form: Form = {
    version: source.city.version,
    pages,
    services: [],
    hidden: [],
    askings: questions.length,
    askedOnceSavings: 0,
  };
  return () => form;
}
