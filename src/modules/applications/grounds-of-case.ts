import type { CaseState } from '#modules/cases/index.ts';
import { type Ground, indexPack, type Pack } from '#modules/catalogue/index.ts';
import type { DecisionState } from '#modules/decisions/index.ts';

/** Why a case failed, and what was written about it. */
export type Failure = Readonly<{ grounds: readonly Ground[]; text: string }>;

/**
 * The grounds of a refusal (of the service or of its intake) in the words of the rules the case began with; none if the
 * case did not fail. Pure.
 */
export function failureOf(
  pack: Pack,
  { phase, id, serviceId }: Pick<CaseState, 'phase' | 'id' | 'serviceId'>,
  decisions: readonly DecisionState[],
): Failure | undefined {
  if (phase.status === 'rejected')
    return { grounds: pack.intakeGrounds.filter((one) => phase.grounds.includes(one.id)), text: phase.comment };
  if (phase.status !== 'signed' || phase.outcome !== 'refused') return undefined;
  const content = decisions.find(({ caseId }) => caseId === id)?.content;
  const grounds = indexPack(pack).services.get(serviceId)?.grounds ?? [];
  return { grounds: grounds.filter((one) => content?.grounds.includes(one.id)), text: content?.text ?? '' };
}
