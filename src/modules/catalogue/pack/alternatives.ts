import { z } from 'zod';
import { Localized } from '#kernel/language.ts';
import { Term } from '#kernel/term.ts';
import { Condition, Fee, type Frozen, Unverified } from './words.ts';

/** What an alternative has beside its rule: when it holds, and how people read that. The last has neither. */
const inCase = {
  when: Condition.optional().describe('The alternative holds if this does and none before it; the last has none.'),
  label: Localized.optional().describe('In which case, as people read it: "in an emergency".'),
  unverified: Unverified,
};

/** When an alternative holds instead of the usual rule. */
type InCase = { when: string; label: Localized; unverified: string[] };

/** A list of alternatives ends in the one that holds otherwise: every application has a term and a fee. */
function endsInTheUsual(
  alternatives: readonly Readonly<{ when?: unknown; label?: unknown }>[],
  context: z.core.$RefinementCtx,
): void {
  for (const [index, { when, label }] of alternatives.entries()) {
    const isLast = index === alternatives.length - 1;
    const isRight = isLast ? when === undefined && label === undefined : when !== undefined && label !== undefined;
    if (isRight) continue;
    const message = isLast
      ? 'the last alternative holds when no other does: it stands without when and label'
      : 'every alternative but the last says when it holds, in FEEL, and as its label in words';
    context.addIssue({ code: 'custom', path: [index], message });
  }
}

/** A rule and the cases in which another holds instead, in the order in which they are tried. */
type WithCases<Rule> = Rule & { cases?: (Rule & InCase)[] };

function withCases<Rule extends object>(read: Rule | Rule[]): WithCases<Rule> {
  if (!Array.isArray(read)) return read;
  // The shape was just proven: all but the last are cases, and the last is the rule alone.
  return { ...(read.at(-1) as Rule), cases: read.slice(0, -1) as (Rule & InCase)[] };
}

/** A legal term, or a list: the first whose `when` holds, the last otherwise. */
export const TermRule = z
  .union([Term, z.array(Term.extend(inCase)).min(2).superRefine(endsInTheUsual)])
  .transform((read) => withCases<z.infer<typeof Term>>(read));
export type TermRule = Frozen<z.infer<typeof TermRule>>;

/** A fee, or a list: the first whose `when` holds, the last otherwise. */
export const FeeRule = z
  .union([Fee, z.array(Fee.extend(inCase)).min(2).superRefine(endsInTheUsual)])
  .transform((read) => withCases<z.infer<typeof Fee>>(read));
export type FeeRule = Frozen<z.infer<typeof FeeRule>>;

/** Every alternative of a rule with where it is written below the rule: by its number in a list, or the rule itself. */
export function alternativesOf<R extends object>(
  rule: R & Readonly<{ cases?: readonly (R & Readonly<{ when: string }>)[] | undefined }>,
): readonly Readonly<{ rule: R; when?: string; path: readonly number[] }>[] {
  const cases = rule.cases ?? [];
  if (cases.length === 0) return [{ rule, path: [] }];
  return [...cases.map((one, index) => ({ rule: one, when: one.when, path: [index] })), { rule, path: [cases.length] }];
}

/** The conditions of a service's or step's alternatives, with where each is written below it. */
export function conditionsOfAlternatives({
  term,
  fee,
}: Readonly<{ term?: TermRule | undefined; fee?: FeeRule | undefined }>): readonly Readonly<{
  when: string;
  path: readonly (string | number)[];
}>[] {
  return (['term', 'fee'] as const).flatMap((key) => {
    const cases = (key === 'term' ? term?.cases : fee?.cases) ?? [];
    return cases.map(({ when }, index) => ({ when, path: [key, index, 'when'] }));
  });
}
