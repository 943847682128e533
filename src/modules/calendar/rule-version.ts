import { Problem } from '#kernel/problem.ts';
import type { Calendar } from './calendar.ts';
import { type Deadline, deadlineOf, type TermFacts, type TermRule } from './deadline.ts';
import type { RuleChoice } from './derivation.ts';

/** A version of a term: law from `effective`; `openCases` says what it does to cases already open that day. */
export type RuleVersion = TermRule & Readonly<{ effective: Temporal.PlainDate; openCases: RuleChoice['policy'] }>;

/**
 * The deadline under the version that governs a case as of `facts.asOf`: the version in force on the day of the event,
 * replaced by each later one that says so. `moreFavourable` compares due dates: the earlier is better for the
 * applicant; on a tie nothing changes. The derivation names the policy and what was weighed.
 * Throws `calendar/no-rule-in-force` and what `deadlineOf` throws.
 */
export function deadlineUnderVersions(
  calendar: Calendar,
  versions: readonly RuleVersion[],
  facts: TermFacts & Readonly<{ asOf: Temporal.PlainDate }>,
): Deadline {
  const known = versions.toSorted((a, b) => Temporal.PlainDate.compare(a.effective, b.effective));
  const upTo = (day: Temporal.PlainDate) =>
    known.filter(({ effective }) => Temporal.PlainDate.compare(effective, day) <= 0);
  let governing = upTo(facts.event.on).at(-1);
  if (governing === undefined) throw new Problem('calendar/no-rule-in-force', { date: facts.event.on.toString() });
  let deadline = deadlineOf(calendar, governing, facts);
  for (const later of upTo(facts.asOf).slice(known.indexOf(governing) + 1)) {
    const weighed = [governing, later];
    if (later.openCases === 'newCases') {
      deadline = chosen(
        deadline,
        'newCases',
        weighed.map(({ version }) => ({ version })),
      );
      continue;
    }
    const other = deadlineOf(calendar, later, facts);
    const dues = [deadline, other].map(({ derivation }, index) => ({
      version: weighed[index]?.version ?? '',
      due: derivation.due,
    }));
    const replaced = later.openCases === 'allOpenCases' || other.derivation.due < deadline.derivation.due;
    if (replaced) governing = later;
    deadline = chosen(replaced ? other : deadline, later.openCases, dues);
  }
  return deadline;
}

function chosen(deadline: Deadline, policy: RuleChoice['policy'], weighed: RuleChoice['weighed']): Deadline {
  const { derivation } = deadline;
  return { ...deadline, derivation: { ...derivation, rule: { ...derivation.rule, choice: { policy, weighed } } } };
}

/** The legal end of a case and, apart from it, the service's own target; extensions move only the legal one. */
export function caseDeadlines(
  calendar: Calendar,
  { legal, target }: Readonly<{ legal: TermRule; target?: TermRule }>,
  facts: TermFacts,
): Readonly<{ legal: Deadline; target?: Deadline }> {
  const { extensions: _, ...unextended } = facts;
  return {
    legal: deadlineOf(calendar, legal, facts),
    ...(target && { target: deadlineOf(calendar, target, unextended) }),
  };
}
