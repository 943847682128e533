import type { Localized } from '#kernel/language.ts';
import type { Term } from '#kernel/term.ts';
import { type Calendar, type Day, dueDay } from '#modules/calendar/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import type { Ask } from './conditions.ts';
import type { PreparedItem } from './prepared.ts';

/** What is paid, and by which rule or why nothing. */
export type PlanFee = Readonly<{ amount: number; currency: string; reason?: Localized | undefined }>;

/** Term and fee of an item under the answers given so far. */
export type Settled = Readonly<{
  term: Term;
  /** The case in which this term holds, where it is not the usual one. */
  termCase?: Localized;
  fee: PlanFee;
  /** What answers not given yet may still shorten or lower: until then the longest term and the highest fee stand. */
  open?: readonly ('term' | 'fee')[];
}>;

type Case = Readonly<{ when: string; label: Localized }>;
type Rule<R> = R & Readonly<{ cases?: readonly (R & Case)[] | undefined }>;

/** The first alternative whose condition holds; before it, those that are not decided yet. Never empty. */
function possible<R extends object>(rule: Rule<R>, ask: Ask): readonly (R & Partial<Case>)[] {
  const undecided: (R & Case)[] = [];
  for (const one of rule.cases ?? []) {
    const holds = ask(one.when);
    if (holds === 'yes') return [...undecided, one];
    if (holds === 'unknown') undecided.push(one);
  }
  return [...undecided, rule];
}

const highest = <T>(all: readonly T[], rank: (one: T) => number): T =>
  all.reduce((best, one) => (rank(one) > rank(best) ? one : best));

type Around = Readonly<{ ask: Ask; calendar: Calendar; startsOn: Day }>;

/** Chooses among the alternatives of an item; of terms not decided, the one that ends last when begun on `startsOn`. */
export function settle({ term, fee }: PreparedItem, { ask, calendar, startsOn }: Around): Settled {
  const terms = possible<Term>(term, ask);
  const fees = possible<PlanFee>(fee, ask);
  const [first, second] = terms;
  const chosen: Term & Partial<Case> =
    second === undefined ? (first ?? term) : highest(terms, (one) => dueDay(calendar, one, startsOn));
  const { amount, unit, from, roll, label } = chosen;
  const paid = highest(fees, (one) => one.amount);
  const open = [...(terms.length > 1 ? (['term'] as const) : []), ...(fees.length > 1 ? (['fee'] as const) : [])];
  return {
    term: { amount, unit, from, roll },
    ...(label && terms.length === 1 && { termCase: label }),
    fee: { amount: paid.amount, currency: paid.currency, ...(paid.reason && { reason: paid.reason }) },
    ...(open.length > 0 && { open }),
  };
}

/** Whether a service of a plan has another term or fee in some cases, so that the answers of the form decide it. */
export function hasAlternatives(pack: Pack, items: readonly Readonly<{ serviceId?: string }>[]): boolean {
  const ids = new Set(items.flatMap(({ serviceId }) => serviceId ?? []));
  return pack.services.some(({ id, term, fee }) => ids.has(id) && (term.cases ?? fee.cases) !== undefined);
}
