/** A stream of chances that is the same on every machine for the same words. */
export type Random = Readonly<{
  /** A number in [0, 1). */
  next(): number;
  /** A number in [from, to). */
  within(from: number, to: number): number;
  isLikely(share: number): boolean;
  /** One of the keys, each as likely as its weight. */
  pick<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K;
}>;

/** mulberry32, seeded by the FNV-1a hash of `words`. */
export function random(words: string): Random {
  let state = 0x811c9dc5;
  for (const letter of words) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <K extends string>(weights: Readonly<Partial<Record<K, number>>>): K => {
    const entries = Object.entries(weights) as [K, number][];
    let rest = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      rest -= weight;
      if (rest < 0) return key;
    }
    throw new RangeError('pick() of nothing');
  };
  return { next, pick, within: (from, to) => from + next() * (to - from), isLikely: (share) => next() < share };
}
