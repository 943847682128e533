import type { CaseState } from '#modules/cases/index.ts';
import { answersOfCase, type ChangedAnswer, changedAnswers } from './answers-of-case.ts';
import { type ApplicationFile, packOfCase } from './read-application.ts';

/** What the applicant added to a case unasked. */
export type Addition = Readonly<{
  id: string;
  /** ISO instant. */
  at: string;
  note: string;
  documentIds: readonly string[];
  /** Answers that it corrected, with what the case rested on before. */
  changed: readonly ChangedAnswer[];
}>;

/** What was added to a case unasked, oldest first, each against what stood there at that moment. Pure. */
export function additionsOf(file: ApplicationFile, state: CaseState): Addition[] {
  const { filing, supplements, packs } = file;
  return supplements.flatMap((one, at) => {
    const { id, kind, caseId, filedAt, note = '', documentIds = [] } = one;
    if (kind !== 'added' || caseId !== state.id) return [];
    const before = answersOfCase({ filing, packs, supplements: supplements.slice(0, at) }, state).answers;
    const after = { ...before, ...one.answers };
    const changed = changedAnswers(packOfCase(file, state), state.serviceId, { before, after });
    return { id, at: filedAt, note, documentIds, changed };
  });
}
