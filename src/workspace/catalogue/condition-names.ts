import type { Localized } from '#kernel/language.ts';
import type { Pack, Situation } from '#modules/catalogue/index.ts';
import { feelName } from '#modules/rules/index.ts';

/** What a name in a condition is called, and its values where they have names of their own. */
export type ConditionName = Readonly<{ label: Localized; values: Readonly<Record<string, Localized>> }>;
/** By the name as FEEL writes it: `triage.land`, `answers.excavation.onRoadway`. */
export type ConditionNames = Readonly<Record<string, ConditionName>>;

type Choices = readonly Readonly<{ value: string; label: Localized }>[];

const named = (label: Localized, choices: Choices = []): ConditionName => ({
  label,
  values: Object.fromEntries(choices.map((choice) => [choice.value, choice.label])),
});

/**
 * Names for the conditions of a service or situation: the questions of the situations given, and the elements of the
 * form. Where two situations ask the same thing, the words of the first stand.
 */
export function conditionNames(pack: Pack, situations: readonly Situation[]): ConditionNames {
  const questions = situations.flatMap(({ triage }) => triage).toReversed();
  return Object.fromEntries([
    ...pack.elements.map(({ id, label, choices }) => [`answers.${feelName(id)}`, named(label, choices)]),
    ...questions.map(({ id, label, options }) => [`triage.${feelName(id)}`, named(label, options)]),
  ]);
}
