import { feelContext, isTrue, type RuleContext, type Truth } from '#modules/rules/index.ts';

/** What conditions of a pack may read, with ids as the pack writes them. Absent parts are not known yet. */
export type Answers = Readonly<{
  triage: Readonly<Record<string, unknown>>;
  place?: Readonly<Record<string, unknown>> | undefined;
  applicant?: Readonly<Record<string, unknown>> | undefined;
  answers?: Readonly<Record<string, unknown>> | undefined;
}>;

/** Asks whether a condition holds under fixed answers; no condition always holds. Each is evaluated once. */
export type Ask = (condition: string | undefined) => Truth;

export function askUnder({ triage, place, applicant, answers }: Answers): Ask {
  const context: RuleContext = feelContext({
    triage,
    ...(place && { place }),
    ...(applicant && { applicant }),
    ...(answers && { answers }),
  });
  const known = new Map<string, Truth>();
  return (condition) => {
    if (condition === undefined) return 'yes';
    const before = known.get(condition);
    if (before !== undefined) return before;
    const truth = isTrue(condition, context);
    known.set(condition, truth);
    return truth;
  };
}
