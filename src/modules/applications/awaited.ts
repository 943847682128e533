import type { CaseState } from '#modules/cases/index.ts';
import type { ApplicationFile } from './read-application.ts';

/** Whether something that has not ended cannot go on without what the case gives. */
export function isAwaitedByOthers(
  { cases, application }: Pick<ApplicationFile, 'cases' | 'application'>,
  { produces }: CaseState,
) {
  const waiting = [
    ...cases.filter(({ phase }) => phase.status === 'waiting'),
    ...application.steps.filter(({ report }) => report === undefined),
  ];
  return waiting.some(({ awaits }) => awaits.some((output) => produces.includes(output)));
}
