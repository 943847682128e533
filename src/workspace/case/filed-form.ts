import { elementsOf, indexPack, type Pack } from '#modules/catalogue/index.ts';
import { type Answers, type Form, formOfElements } from '#modules/forms/index.ts';

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
  const form = (isAsked: (elementId: string) => boolean) =>
    formOfElements(pack, { isAsked, isRequired: false })(answers);
  return {
    own: form((id) => own.has(id) && isAnswered(id)),
    other: form((id) => !own.has(id) && isAnswered(id)),
  };
}
