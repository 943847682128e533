import type { Term } from '#kernel/term.ts';
import type { Pack, Situation } from '#modules/catalogue/index.ts';
import { type PreparedItem, prepare } from './prepared.ts';

/** A service or step of a situation, with everything that may join it to others, whatever the answers. */
export type GraphItem = Readonly<{
  key: string;
  kind: PreparedItem['kind'];
  /** Department, agency or `applicant`. */
  ownerId: string;
  term: Term;
  /** The term is a guess, not law. */
  estimated: boolean;
  /** FEEL: part of the plan if it holds; always if undefined. */
  when: string | undefined;
  /** FEEL: an officer will check whether it is needed. */
  uncertain: string | undefined;
  /** Items whose outputs it rests on, with these outputs and whether it cannot do without one of them. */
  needs: readonly Readonly<{ key: string; outputs: readonly string[]; required: boolean }>[];
}>;

/** A situation as a graph of all its services and steps: an edge where one rests on what another gives. */
export function graphOf(pack: Pack, situation: Situation): GraphItem[] {
  const { items } = prepare(pack, situation);
  return items.map((one) => ({
    key: one.key,
    kind: one.kind,
    ownerId: one.ownerId,
    term: one.term,
    estimated: one.estimated,
    when: one.item.when,
    uncertain: one.item.uncertain,
    needs: items.flatMap((maker) => {
      const rested = one.needs.filter(({ output }) => maker.key !== one.key && maker.produces.includes(output));
      if (rested.length === 0) return [];
      const outputs = [...new Set(rested.map(({ output }) => output))];
      return { key: maker.key, outputs, required: rested.some(({ required }) => required) };
    }),
  }));
}
