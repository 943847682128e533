import type { Localized } from '#kernel/language.ts';
import {
  type Evidence,
  type FeeRule,
  indexPack,
  type Pack,
  type Service,
  type Situation,
  type SituationItem,
  type Step,
  type TermRule,
} from '#modules/catalogue/index.ts';

/** A document as a plan names it. */
export type EvidenceRef = Readonly<{
  id: string;
  name: Localized;
  /** Element in which the applicant attaches it. */
  element?: string;
  /** Department or agency the city gets it from. */
  from?: string;
  required: boolean;
  /** False when answers not given yet decide whether it is needed. */
  certain: boolean;
}>;

/** What of an item does not depend on answers: worked out once a pack. */
export type PreparedItem = Readonly<{
  key: string;
  kind: 'service' | 'outside' | 'own';
  serviceId?: string;
  stepId?: string;
  ownerId: string;
  item: SituationItem;
  /** With the cases in which another holds. */
  term: TermRule;
  /** The term is a guess, not law. */
  estimated: boolean;
  needs: readonly Readonly<{ output: string; when: string | undefined; required: boolean }>[];
  produces: readonly string[];
  bring: readonly Conditional[];
  cityGets: readonly Conditional[];
  asks: readonly Readonly<{ element: string; when: string | undefined }>[];
  fee: FeeRule;
}>;

/** A document with the condition under which it is needed. */
export type Conditional = Readonly<{ evidence: EvidenceRef; when: string | undefined }>;

/** A situation on a pack, ready to be planned. */
export type Prepared = Readonly<{
  items: readonly PreparedItem[];
  /** Who holds an output that no item of the plan produces: the city gets it there, or the applicant brings it. */
  sourceOf: (output: string) => { evidence: EvidenceRef; cityGets: boolean };
}>;

const ofPack = new WeakMap<Pack, WeakMap<Situation, Prepared>>();

/** The static part of plans for a situation, kept as long as the pack lives. */
export function prepare(pack: Pack, situation: Situation): Prepared {
  const situations = ofPack.get(pack) ?? new WeakMap<Situation, Prepared>();
  ofPack.set(pack, situations);
  const prepared = situations.get(situation) ?? prepareAnew(pack, situation);
  situations.set(situation, prepared);
  return prepared;
}

function prepareAnew(pack: Pack, situation: Situation): Prepared {
  const index = indexPack(pack);
  const items = situation.items.map((item) => {
    const service = 'service' in item ? index.services.get(item.service) : undefined;
    const step = 'step' in item ? index.steps.get(item.step) : undefined;
    if (service !== undefined) return ofService(item, service);
    if (step !== undefined) return ofStep(item, step);
    throw new Error(`situation ${situation.id} names what the pack does not have`);
  });
  const sources = new Map<string, ReturnType<Prepared['sourceOf']>>();
  const sourceOf = (output: string) => {
    const known = sources.get(output) ?? findSource(pack, output);
    sources.set(output, known);
    return known;
  };
  return { items, sourceOf };
}

function ofService(item: SituationItem, service: Service): PreparedItem {
  const bring: Conditional[] = [];
  const cityGets: Conditional[] = [];
  for (const each of service.evidence) {
    if (each.provider === 'applicant') bring.push({ evidence: refOf(each), when: each.when });
    if (each.provider === 'agency') cityGets.push({ evidence: refOf(each), when: each.when });
  }
  const attached = service.evidence.flatMap((each) =>
    each.provider === 'applicant' ? [{ element: each.element, when: each.when }] : [],
  );
  return {
    key: service.id,
    kind: 'service',
    serviceId: service.id,
    ownerId: service.department,
    item,
    term: service.term,
    estimated: false,
    needs: service.evidence.flatMap((each) =>
      each.provider === 'output' ? [{ output: each.id, when: each.when, required: each.required }] : [],
    ),
    produces: service.produces,
    bring,
    cityGets,
    asks: [...service.inputs.map(({ element, when }) => ({ element, when })), ...attached],
    fee: service.fee,
  };
}

const refOf = (each: Exclude<Evidence, { provider: 'output' }>): EvidenceRef => ({
  id: each.id,
  name: each.name,
  ...(each.provider === 'applicant' ? { element: each.element } : { from: each.from }),
  required: each.required,
  certain: true,
});

function ofStep(item: SituationItem, step: Step): PreparedItem {
  const outside = step.kind === 'outside';
  const law = outside ? step.term : undefined;
  const guess = step.estimate ?? { amount: 1, unit: 'workingDays' as const };
  const fee = outside ? step.fee : undefined;
  return {
    key: step.id,
    kind: step.kind,
    stepId: step.id,
    ownerId: outside ? step.agency : 'applicant',
    item,
    term: law ?? { ...guess, from: 'filing', roll: 'next' },
    estimated: law === undefined,
    needs: [
      ...step.requires.map((output) => ({ output, when: undefined, required: true })),
      ...(step.requiresIfPlanned ?? []).map((output) => ({ output, when: undefined, required: false })),
    ],
    produces: step.produces,
    bring: [],
    cityGets: [],
    asks: [],
    fee: fee ?? { amount: 0, currency: 'RUB' },
  };
}

/** A city's own or an agency's paper is got by the city (no one may ask for what another body holds, 210-FZ art. 7). */
function findSource(pack: Pack, output: string): ReturnType<Prepared['sourceOf']> {
  const service = pack.services.find(({ produces }) => produces.includes(output));
  const step = pack.steps.find(({ produces }) => produces.includes(output));
  const agency = step?.kind === 'outside' ? step.agency : undefined;
  const from = service?.department ?? agency;
  const name = pack.outputs.find(({ id }) => id === output)?.name ?? { ru: output, tt: output, en: output };
  const evidence = { id: output, name, ...(from !== undefined && { from }), required: true, certain: true };
  return { evidence, cityGets: from !== undefined };
}
