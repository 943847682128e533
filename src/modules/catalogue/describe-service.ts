import type { Localized } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { FeeRule, TermRule } from './pack/alternatives.ts';
import type { Element } from './pack/elements.ts';
import { indexPack, type PackIndex } from './pack/index-pack.ts';
import type { Pack } from './pack/pack.ts';
import type { Evidence, Ground, Service, UsualRequest } from './pack/services.ts';
import type { LegalBasis } from './pack/words.ts';

/**
 * A fact of a service and what of it nobody has checked against a source: paths inside the value, `*` for all of it,
 * empty when everything is verified.
 */
export type Marked<T> = Readonly<{ value: T; unverified: readonly string[] }>;

/** A name with the id it leads to. */
export type Link = Readonly<{ id: string; name: Localized }>;

/** A service as the designer and the lawyer read it: every fact, and whether it is verified. */
export type ServicePassport = Readonly<{
  id: string;
  row: number | undefined;
  version: number;
  effective: string;
  until: string | undefined;
  name: Marked<Localized>;
  summary: Marked<Localized>;
  department: Marked<Link>;
  digital: Marked<boolean>;
  applicants: Marked<Service['applicants']>;
  legalBasis: readonly Marked<LegalBasis>[];
  term: Marked<TermRule>;
  target: Marked<TermRule> | undefined;
  fee: Marked<FeeRule>;
  inputs: readonly Marked<Readonly<{ element: Element; required: boolean; when: string | undefined }>>[];
  evidence: readonly Marked<EvidenceLine>[];
  requests: readonly Marked<Readonly<{ request: UsualRequest; to: 'district' | readonly Link[] }>>[];
  grounds: readonly Marked<Ground>[];
  produces: readonly Link[];
  document: Marked<Localized>;
  register: Link | undefined;
  situations: readonly Link[];
  /** How many facts of the passport are not verified. */
  unverifiedCount: number;
}>;

/** A document the service rests on and where it comes from. */
export type EvidenceLine = Readonly<{
  name: Localized;
  provider: Evidence['provider'];
  required: boolean;
  when: string | undefined;
  /** Who holds it (agency), or what produces it (output). */
  from: readonly Link[];
}>;

/** Marks that concern the fact at `place`, as paths inside that fact. */
function marksAt(marks: readonly string[], place: string): string[] {
  return marks.flatMap((mark) => {
    if (mark === '*' || mark === place || place.startsWith(`${mark}.`)) return ['*'];
    return mark.startsWith(`${place}.`) ? [mark.slice(place.length + 1)] : [];
  });
}

const link = (found: { id: string; name: Localized } | undefined, id: string): Link =>
  found ? { id: found.id, name: found.name } : { id, name: { ru: id, tt: id, en: id } };

/** The name of an entry of the pack; its id where the pack has none. */
export const linkTo = (entries: ReadonlyMap<string, { id: string; name: Localized }>, id: string): Link =>
  link(entries.get(id), id);

function evidenceLine(evidence: Evidence, index: PackIndex): EvidenceLine {
  const { provider, required, when, id } = evidence;
  const line = { provider, required, when };
  if (evidence.provider === 'applicant') return { ...line, name: evidence.name, from: [] };
  if (evidence.provider === 'agency') {
    return { ...line, name: evidence.name, from: [link(index.departments.get(evidence.from), evidence.from)] };
  }
  const makers = index.producers.get(id) ?? [];
  const from = makers.map((maker) => link(index.services.get(maker) ?? index.steps.get(maker), maker));
  return { ...line, name: evidence.name ?? link(index.outputs.get(id), id).name, from };
}

/** Entries of a list with the marks of the service and their own. */
function entries<T, V>(
  service: Service,
  list: keyof Service,
  { items, show }: { items: readonly T[]; show: (item: T) => V },
): Marked<V>[] {
  return items.map((item, position) => {
    const { id, unverified = [] } = item as { id?: string; unverified?: readonly string[] };
    const names = id === undefined ? [`${list}.${position}`] : [`${list}.${position}`, `${list}.${id}`];
    const ofService = names.flatMap((name) => marksAt(service.unverified, name));
    return { value: show(item), unverified: [...new Set([...ofService, ...unverified])] };
  });
}

/** The facts of a service that may be unverified. */
function factsOf(service: Service, index: PackIndex) {
  const marked = <T>(value: T, place: string): Marked<T> => ({ value, unverified: marksAt(service.unverified, place) });
  return {
    name: marked(service.name, 'name'),
    summary: marked(service.summary, 'summary'),
    department: marked(link(index.departments.get(service.department), service.department), 'department'),
    digital: marked(service.digital, 'digital'),
    applicants: marked(service.applicants, 'applicants'),
    legalBasis: entries(service, 'legalBasis', { items: service.legalBasis, show: (basis) => basis }),
    term: marked(service.term, 'term'),
    target: service.target && marked(service.target, 'target'),
    fee: marked(service.fee, 'fee'),
    inputs: service.inputs.flatMap(({ element: elementId, required, when }, position) => {
      const element = index.elements.get(elementId);
      if (!element) return [];
      const unverified = [...marksAt(service.unverified, `inputs.${position}`), ...(element.unverified ?? [])];
      return [{ value: { element, required, when }, unverified }];
    }),
    evidence: entries(service, 'evidence', { items: service.evidence, show: (each) => evidenceLine(each, index) }),
    requests: entries(service, 'requests', {
      items: service.requests,
      show: (request) => ({
        request,
        to:
          request.to === 'district'
            ? ('district' as const)
            : request.to.map((to) => link(index.departments.get(to), to)),
      }),
    }),
    grounds: entries(service, 'grounds', { items: service.grounds, show: (ground) => ground }),
    document: marked(service.result.document, 'result.document'),
  };
}

const unverifiedIn = (facts: ReturnType<typeof factsOf>): number =>
  Object.values(facts)
    .flat()
    .reduce((sum, fact) => sum + (fact?.unverified.length ?? 0), 0);

const counted = new WeakMap<Pack, Map<string, number>>();

/** How many facts of a service's passport are not verified; counted once for each pack. */
export function countUnverified(pack: Pack, service: Service): number {
  const known = counted.get(pack) ?? new Map<string, number>();
  counted.set(pack, known);
  const count = known.get(service.id) ?? unverifiedIn(factsOf(service, indexPack(pack)));
  known.set(service.id, count);
  return count;
}

/** The passport of a service with its unverified facts marked. Throws `catalogue/unknown-service`. */
export function describeService(pack: Pack, id: string): ServicePassport {
  const index = indexPack(pack);
  const service = index.services.get(id);
  if (!service) throw new Problem('catalogue/unknown-service', { service: id });
  const facts = factsOf(service, index);
  const { register } = service.result;
  return {
    id,
    row: service.row,
    version: service.version,
    effective: service.effective,
    until: service.until,
    ...facts,
    produces: service.produces.map((output) => link(index.outputs.get(output), output)),
    register: register === undefined ? undefined : link(index.registers.get(register), register),
    situations: (index.situationsOfService.get(id) ?? []).map((situation) => link(situation, situation.id)),
    unverifiedCount: unverifiedIn(facts),
  };
}
