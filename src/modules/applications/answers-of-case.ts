import type { CaseState } from '#modules/cases/index.ts';
import { type Element, elementsOf, indexPack, type Pack } from '#modules/catalogue/index.ts';
import type { Filing } from './draft-store.ts';
import type { Supplement } from './supplement-store.ts';

type Filed = Readonly<{
  filing: Pick<Filing, 'answers' | 'provenance'>;
  supplements: readonly Supplement[];
  packs: ReadonlyMap<string, Pack>;
}>;

/**
 * What a case rests on: what was filed, and for a service that was applied for again what was filed then in the place of
 * its own answers. Pure.
 */
export function answersOfCase(
  { filing, supplements, packs }: Filed,
  { id, serviceId, packVersion }: Pick<CaseState, 'id' | 'serviceId' | 'packVersion'>,
): Pick<Filing, 'answers' | 'provenance'> {
  const supplement = supplements.find(({ caseId }) => caseId === id);
  if (supplement === undefined) return filing;
  const pack = packs.get(packVersion);
  const service = pack && indexPack(pack).services.get(serviceId);
  const own = service ? elementsOf(service) : new Set<string>();
  const others = <T>(kept: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(kept).filter(([element]) => !own.has(element)));
  return {
    answers: { ...others(filing.answers), ...supplement.answers },
    provenance: { ...others(filing.provenance), ...supplement.provenance },
  };
}

/** An answer that is another than before; an absent one was not given. */
export type ChangedAnswer = Readonly<{ element: Element; before?: unknown; after?: unknown }>;

/** What differs between the answers a service was applied for with and those before, in the order of the form. Pure. */
export function changedAnswers(
  pack: Pack,
  serviceId: string,
  { before, after }: Readonly<Record<'before' | 'after', Filing['answers']>>,
): ChangedAnswer[] {
  const service = indexPack(pack).services.get(serviceId);
  const own = service ? elementsOf(service) : new Set<string>();
  const value = (answers: Filing['answers'], id: string) => answers[id] ?? null;
  return pack.elements
    .filter(({ id }) => own.has(id) && JSON.stringify(value(before, id)) !== JSON.stringify(value(after, id)))
    .map((element) => {
      const [was, is] = [value(before, element.id), value(after, element.id)];
      return { element, ...(was === null ? {} : { before: was }), ...(is === null ? {} : { after: is }) };
    });
}
