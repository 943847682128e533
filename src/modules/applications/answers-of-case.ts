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
 * its own answers, and then what was supplied when its officer asked or added unasked. Pure.
 */
export function answersOfCase(
  { filing, supplements, packs }: Filed,
  { id, serviceId, packVersion }: Pick<CaseState, 'id' | 'serviceId' | 'packVersion'>,
): Pick<Filing, 'answers' | 'provenance'> {
  const ofCase = supplements.filter(({ caseId }) => caseId === id);
  const again = ofCase.find(({ kind }) => kind === 'again');
  const base = again ? { filing, again, own: ownElements(packs.get(packVersion), serviceId) } : undefined;
  const added = ofCase.filter(({ kind }) => kind !== 'again');
  const first = base ? replaced(base) : filing;
  return {
    answers: Object.assign({}, first.answers, ...added.map(({ answers }) => answers)),
    provenance: Object.assign({}, first.provenance, ...added.map(({ provenance }) => provenance)),
  };
}

function ownElements(pack: Pack | undefined, serviceId: string): ReadonlySet<string> {
  const service = pack && indexPack(pack).services.get(serviceId);
  return service ? elementsOf(service) : new Set<string>();
}

type Replacing = Readonly<{ filing: Filed['filing']; again: Supplement; own: ReadonlySet<string> }>;

/** What was filed for other services, with what was filed again for the own. */
function replaced({ filing, again, own }: Replacing): Filed['filing'] {
  const others = <T>(kept: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(kept).filter(([element]) => !own.has(element)));
  return {
    answers: { ...others(filing.answers), ...again.answers },
    provenance: { ...others(filing.provenance), ...again.provenance },
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
  const own = ownElements(pack, serviceId);
  const value = (answers: Filing['answers'], id: string) => answers[id] ?? null;
  return pack.elements
    .filter(({ id }) => own.has(id) && JSON.stringify(value(before, id)) !== JSON.stringify(value(after, id)))
    .map((element) => {
      const [was, is] = [value(before, element.id), value(after, element.id)];
      return { element, ...(was === null ? {} : { before: was }), ...(is === null ? {} : { after: is }) };
    });
}
