import { alternativesOf, type FeeRule } from '../alternatives.ts';
import type { PackDraft } from '../pack-draft.ts';
import type { Findings, Origin } from '../pack-error.ts';

function checkFee(fee: FeeRule, origin: Origin, findings: Findings): void {
  for (const { rule, path } of alternativesOf<Omit<FeeRule, 'cases'>>(fee)) {
    if (rule.reason) continue;
    const message = rule.amount === 0 ? 'nothing says why it is free' : 'nothing says which law sets the fee';
    const hint = 'a person reads the reason beside the sum: add reason: {ru: …, tt: …, en: …}';
    findings.warn(origin, ['fee', ...path], { code: 'fee-without-reason', message, hint });
  }
}

/** Whatever is paid, even nothing, is explained. */
export function checkFees(draft: PackDraft, findings: Findings): void {
  for (const { value, origin } of [...draft.services, ...draft.nextServices]) checkFee(value.fee, origin, findings);
  for (const { value, origin } of draft.steps) {
    if (value.kind === 'outside' && value.fee) checkFee(value.fee, origin, findings);
  }
}
