import type { Ask } from './conditions.ts';
import type { PreparedItem } from './prepared.ts';

/** Keys of the items of this plan that produce an output. */
export type Producers = ReadonlyMap<string, readonly string[]>;

type Around = Readonly<{ ask: Ask; producers: Producers }>;

/**
 * The items with the outputs each rests on. What is not compulsory is waited for where this very plan gives it and the
 * giver does not itself wait for the item: an order to dig for a building comes after the building's permit, one to
 * mend a pipe needs none.
 */
export function withRequired<T extends Readonly<{ prepared: PreparedItem }>>(
  items: readonly T[],
  { ask, producers }: Around,
): (T & Readonly<{ requires: readonly string[] }>)[] {
  const compulsory = new Map(items.map(({ prepared }) => [prepared.key, outputsOf(prepared, ask, true)]));
  const waitsFor = new Map([...compulsory].map(([key, outputs]) => [key, new Set(makersOf(outputs, producers))]));
  return items.map((one) => {
    const { key } = one.prepared;
    const given = outputsOf(one.prepared, ask, false).filter((output) => {
      const makers = makersOf([output], producers).filter((maker) => maker !== key);
      const isFree = makers.length > 0 && makers.every((maker) => !reaches(maker, key, waitsFor));
      if (isFree) for (const maker of makers) waitsFor.get(key)?.add(maker);
      return isFree;
    });
    return { ...one, requires: [...(compulsory.get(key) ?? []), ...given] };
  });
}

const outputsOf = ({ needs }: PreparedItem, ask: Ask, required: boolean): string[] =>
  needs.flatMap((need) => (need.required === required && ask(need.when) !== 'no' ? [need.output] : []));

const makersOf = (outputs: readonly string[], producers: Producers): string[] =>
  outputs.flatMap((output) => producers.get(output) ?? []);

/** Whether an item waits for another, directly or through others. */
function reaches(from: string, to: string, waitsFor: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (key === to) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...(waitsFor.get(key) ?? []));
  }
  return false;
}
