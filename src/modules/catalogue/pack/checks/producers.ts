import { feelContext, isTrue, parse, type RuleContext } from '#modules/rules/index.ts';
import type { PackDraft } from '../pack-draft.ts';
import type { Findings, Placed } from '../pack-error.ts';
import type { Situation, SituationItem } from '../situations.ts';
import { namesOfSituation, type ReadableNames } from './names.ts';

/** More combinations of answers than this are not tried; the pair is then reported as possibly overlapping. */
const mostCombinations = 5_000;

/** Every combination of the answers two conditions read; undefined when one of them has no short list of values. */
function combinationsOf(reads: readonly string[], names: ReadableNames): RuleContext[] | undefined {
  let combinations: Record<string, unknown>[] = [{}];
  for (const name of reads) {
    const readable = names.get(name);
    const values = readable?.texts ?? (typeof readable?.sample === 'boolean' ? [true, false] : undefined);
    // A list answer has as many values as subsets; a number has no end. Such names stay unanswered: unknown.
    if (!values || Array.isArray(readable?.sample)) continue;
    combinations = combinations.flatMap((combination) => values.map((value) => ({ ...combination, [name]: value })));
    if (combinations.length > mostCombinations) return undefined;
  }
  return combinations.map((combination) => {
    const parts: Record<string, Record<string, unknown>> = {};
    for (const [name, value] of Object.entries(combination)) {
      const [root = '', ...rest] = name.split('.');
      parts[root] ??= {};
      parts[root][rest.join('.')] = value;
    }
    return feelContext(parts);
  });
}

const readsOf = (condition: string | undefined): readonly string[] => {
  const parsed = condition === undefined ? undefined : parse(condition);
  return parsed?.ok ? parsed.value.reads : [];
};

/** Whether two items can stand in one plan: some answers make neither condition false. */
function canMeet(left: SituationItem, right: SituationItem, names: ReadableNames): boolean {
  const [first, second] = [left.when, right.when];
  if (first === undefined || second === undefined) return true;
  const combinations = combinationsOf([...new Set([...readsOf(first), ...readsOf(second)])], names);
  if (!combinations) return true;
  return combinations.some((context) => isTrue(first, context) !== 'no' && isTrue(second, context) !== 'no');
}

function producedBy(draft: PackDraft): ReadonlyMap<string, readonly string[]> {
  return new Map([...draft.services, ...draft.steps].map(({ value }) => [value.id, value.produces]));
}

const idOf = (item: SituationItem): string => ('service' in item ? item.service : item.step);

function checkSituation({ value, origin }: Placed<Situation>, draft: PackDraft, findings: Findings): void {
  const outputs = producedBy(draft);
  const names = namesOfSituation(draft, value);
  for (const [index, item] of value.items.entries()) {
    for (const earlier of value.items.slice(0, index)) {
      const shared = outputs.get(idOf(item))?.find((output) => outputs.get(idOf(earlier))?.includes(output));
      if (shared === undefined || !canMeet(earlier, item, names)) continue;
      const message = `${idOf(earlier)} and ${idOf(item)} can both stand in one plan and both produce ${shared}`;
      const hint = 'give them conditions of which only one can hold';
      findings.warn(origin, ['items', index], { code: 'produced-twice', message, hint });
    }
  }
}

/** Within a situation an output has one producer, or producers whose conditions exclude each other. */
export function checkProducers(draft: PackDraft, findings: Findings): void {
  for (const situation of draft.situations) checkSituation(situation, draft, findings);
}
