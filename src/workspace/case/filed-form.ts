import { elementsOf, indexPack, type Pack } from '#modules/catalogue/index.ts';
import type { Answers, Form } from '#modules/forms/index.ts';

/** A question as a form shows it. */
export type Question = Form['pages'][number]['questions'][number];

/**
 * What was answered, as a form to be read: first what the case's own service asks, then the rest of the application.
 * Only answers that were given stand in it: conditions were decided when it was filed. Pure.
 */
export function filedForm(
  pack: Pack,
  { answers, serviceId }: Readonly<{ answers: Answers; serviceId: string }>,
): Readonly<{ own: Form; other: Form }> {
  const service = indexPack(pack).services.get(serviceId);
  const own = service ? elementsOf(service) : new Set<string>();
  const isAnswered = (id: string) => answers[id] !== undefined && answers[id] !== null;
  return {
    own: formWith(pack, (id) => own.has(id) && isAnswered(id)),
    other: formWith(pack, (id) => !own.has(id) && isAnswered(id)),
  };
}

function formWith(pack: Pack, isShown: (elementId: string) => boolean): Form {
  const questions = pack.elements
    .filter(({ id }) => isShown(id))
    .map((element): Question => ({ element, required: false, askedBy: [] }));
  const pages = pack.pages
    .map(({ id, title }) => ({ id, title, questions: questions.filter(({ element }) => element.page === id) }))
    .filter((page) => page.questions.length > 0);
  return { version: pack.city.version, pages, services: [], hidden: [], askings: 0, askedOnceSavings: 0 };
}
