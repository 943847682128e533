import type { CaseState } from './case.ts';
import { isEnded } from './case-end.ts';

/** Whether a case ended without giving what it was opened for: refused, or not taken up. */
export const hasFailed = ({ phase }: Pick<CaseState, 'phase'>): boolean =>
  phase.status === 'rejected' || (phase.status === 'signed' && phase.outcome === 'refused');

/** The cases of an application that count: of a service that was applied for again, only the newest. */
export function currentCases<T extends Pick<CaseState, 'id' | 'again'>>(cases: readonly T[]): T[] {
  const replaced = new Set(cases.flatMap(({ again }) => again?.caseId ?? []));
  return cases.filter(({ id }) => !replaced.has(id));
}

/** Outputs that come only if the applicant applies again, each with the case that failed to give it. */
export const outputsToApplyFor = (cases: readonly CaseState[]): ReadonlyMap<string, CaseState> =>
  new Map(
    currentCases(cases)
      .filter(hasFailed)
      .flatMap((one) => one.produces.map((output) => [output, one] as const)),
  );

/** Something that waits for outputs and gives others: a case, or a step of the applicant or an agency. */
type Link = Readonly<{ awaits: readonly string[]; produces: readonly string[] }>;

/**
 * The cases that end when the applicant withdraws one of them, or all: the case itself if it has not ended, and those
 * that wait for what it would have given, directly or through other cases and `steps`. Pure; a case that is not the
 * application's gives none.
 */
export function withdrawalOf(
  cases: readonly CaseState[],
  { caseId, steps = [] }: Readonly<{ caseId?: string | undefined; steps?: readonly Link[] }>,
): CaseState[] {
  const open = currentCases(cases).filter((one) => !isEnded(one));
  if (caseId === undefined) return open;
  const reached = new Set<Link>(currentCases(cases).filter(({ id }) => id === caseId));
  for (const { produces } of reached) {
    const waits = ({ awaits }: Link) => awaits.some((output) => produces.includes(output));
    for (const other of [...open, ...steps]) if (waits(other)) reached.add(other);
  }
  return open.filter((one) => reached.has(one));
}
