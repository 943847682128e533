import type { Localized } from '#kernel/language.ts';
import type { CaseState } from '#modules/cases/index.ts';
import { type Ground, indexPack, type PackIndex } from '#modules/catalogue/index.ts';
import { failureOf } from './grounds-of-case.ts';
import { type ApplicationFile, packOfCase } from './read-application.ts';

/** A ground as the applicant reads it: in words, with its clause, the fields concerned and what would cure it. */
export type ShownGround = Readonly<
  Pick<Ground, 'text' | 'clause' | 'cure'> & { fields: readonly Readonly<{ id: string; label: Localized }>[] }
>;

/** How a part ended, if it has. */
export type PartResult = Readonly<{
  outcome: 'granted' | 'refused' | 'rejected';
  text: string;
  grounds: readonly ShownGround[];
  documentId?: string;
  verifyCode?: string;
  recordNumber?: string;
}>;

/** Pure: how a case ended; nothing while it has not, or when it was given up. */
export function resultOf(file: ApplicationFile, found: CaseState): PartResult | undefined {
  const pack = packOfCase(file, found);
  const failure = failureOf(pack, found, file.decisions);
  const grounds = (failure?.grounds ?? []).map((ground) => shownGround(indexPack(pack), ground));
  if (found.phase.status === 'rejected') return { outcome: 'rejected', text: failure?.text ?? '', grounds };
  const decision = file.decisions.find(({ caseId }) => caseId === found.id);
  if (decision === undefined || decision.phase.status !== 'signed') return undefined;
  const { documentId, verifyCode, record } = decision.phase;
  return {
    outcome: decision.content.outcome,
    text: decision.content.text,
    grounds,
    documentId,
    verifyCode,
    ...(record ? { recordNumber: record.number } : {}),
  };
}

/** A ground with the names of the fields it concerns. */
export function shownGround(
  { elements: known }: Pick<PackIndex, 'elements'>,
  { text, clause, cure, elements }: Ground,
): ShownGround {
  const fields = elements.flatMap((id) => {
    const element = known.get(id);
    return element === undefined ? [] : [{ id, label: element.label }];
  });
  return { text, clause, cure, fields };
}
