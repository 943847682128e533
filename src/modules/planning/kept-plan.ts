import type { Localized } from '#kernel/language.ts';
import type { Pack, Situation } from '#modules/catalogue/index.ts';
import type { Plan, PlanItem } from './plan.ts';
import { type EvidenceRef, type PreparedItem, prepare } from './prepared.ts';

/** A document of a kept plan: which one, and whether it was certain. */
type KeptRef = Readonly<{ id: string; certain?: false }>;
type KeptItem = Omit<PlanItem, 'reason' | 'documents'> &
  Readonly<{
    /** Place of the reason among those that the pack gives for this item. */
    reason: number;
    documents: Readonly<Record<keyof PlanItem['documents'], readonly KeptRef[]>>;
  }>;

/**
 * A plan as it is kept with what was filed: whatever depends on the answers and the day, and of the pack's texts only
 * which ones they were. Two thirds of a plan are texts, and the pack it was made by is kept too.
 */
export type KeptPlan = Omit<Plan, 'items'> & Readonly<{ items: readonly KeptItem[] }>;

/** The rules a plan was made by. */
type MadeBy = Readonly<{ pack: Pack; situation: Situation }>;

/** The plan without the texts of the pack that it was made by. Throws if a reason is none of that pack's. */
export function withoutTexts(plan: Plan, by: MadeBy): KeptPlan {
  const reasons = reasonsOf(by);
  return {
    ...plan,
    items: plan.items.map(({ reason, documents, ...item }) => {
      const place = (reasons.get(item.key) ?? []).indexOf(reason);
      if (place < 0) throw new Error(`the pack gives no such reason for ${item.key}`);
      const { bring, cityGets } = documents;
      return { ...item, reason: place, documents: { bring: bring.map(keptRef), cityGets: cityGets.map(keptRef) } };
    }),
  };
}

/** A kept plan with the texts of its pack. One that was kept whole, as plans were before, is returned as it is. */
export function withTexts(plan: KeptPlan | Plan, by: MadeBy): Plan {
  if (isWhole(plan)) return plan;
  const reasons = reasonsOf(by);
  const { items, sourceOf } = prepare(by.pack, by.situation);
  const prepared = new Map(items.map((item) => [item.key, item]));
  return {
    ...plan,
    items: plan.items.map((item) => {
      const reason = reasons.get(item.key)?.[item.reason];
      if (reason === undefined) throw new Error(`the pack gives no reason ${item.reason} for ${item.key}`);
      const whole = ({ id, certain }: KeptRef): EvidenceRef => {
        const ref = documentsOf(prepared.get(item.key)).get(id) ?? sourceOf(id).evidence;
        return certain === undefined ? ref : { ...ref, certain };
      };
      const { bring, cityGets } = item.documents;
      return { ...item, reason, documents: { bring: bring.map(whole), cityGets: cityGets.map(whole) } };
    }),
  };
}

const keptRef = ({ id, certain }: EvidenceRef): KeptRef => (certain ? { id } : { id, certain });

const isWhole = (plan: KeptPlan | Plan): plan is Plan => typeof plan.items[0]?.reason !== 'number';

/** Every text that may be the reason of an item, in the pack's order. A situation may name one service twice. */
function reasonsOf({ pack, situation }: MadeBy): ReadonlyMap<string, readonly Localized[]> {
  const { items } = prepare(pack, situation);
  const grouped = Map.groupBy(items, ({ key }) => key);
  return new Map([...grouped].map(([key, ofKey]) => [key, ofKey.flatMap(textsOf)]));
}

const textsOf = ({ item: { reason, because = [] } }: PreparedItem): Localized[] => [
  reason,
  ...because.map(({ text }) => text),
];

const documentsOf = (item: PreparedItem | undefined): ReadonlyMap<string, EvidenceRef> =>
  new Map([...(item?.bring ?? []), ...(item?.cityGets ?? [])].map(({ evidence }) => [evidence.id, evidence]));
