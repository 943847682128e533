import { type CaseState, standstillsOf } from '#modules/cases/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import { calendarNamed } from '#modules/planning/index.ts';
import { type EndCause, standingCause } from './application.ts';

type Owner = ReturnType<typeof standstillsOf>[number]['owner'];
type Around = Readonly<{ cases: readonly CaseState[]; current: Pack; today: Temporal.PlainDate }>;

/**
 * Pure: causes with the days for which a clock stood told apart and booked to whose move it was. What is left is the
 * department's: nothing, where it was in time, and less than nothing where it was quicker than its term. The sum stays.
 */
export function standingApart(causes: readonly EndCause[], { cases, current, today }: Around): EndCause[] {
  return causes.flatMap((cause) => {
    const found = cases.find(({ itemKey }) => itemKey === cause.key);
    if (found === undefined) return cause;
    const stood = standstillsOf(calendarNamed(current, found.calendarId), found, today)
      .filter(({ days }) => days > 0)
      .map(({ owner, days }) => ({ key: standingKey(owner, cause.key), ownerId: idOf(owner), days }));
    const left = stood.reduce((days, one) => days - one.days, cause.days);
    return [...stood, ...(left === 0 ? [] : [{ ...cause, days: left }])];
  });
}

function idOf(owner: Owner): string {
  if (owner.kind === 'applicant') return 'applicant';
  return owner.kind === 'city' ? owner.departmentId : owner.agencyId;
}

const standingKey = (owner: Owner, key: string): string => `${standingCause}${key}@${idOf(owner)}`;

/** The item whose clock stood. */
export const standingItem = (key: string): string => key.slice(standingCause.length).split('@')[0] ?? '';
