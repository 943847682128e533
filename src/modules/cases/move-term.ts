import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { Owner } from '#modules/calendar/index.ts';
import { dateIn } from '#platform/clock.ts';
import type { CaseState } from './case.ts';
import { decideTerm, type TermCommand } from './case-term.ts';
import type { ExtendCase, ResumeCase, SuspendCase } from './commands.ts';
import { calendarOfCase } from './term-rules.ts';
import { changeCase, getVersionedCase, type WorkDeps } from './work-on-case.ts';

export type TermDeps = WorkDeps;

/** The clock of a case stands from a day on; its date slides until it is resumed. */
export async function suspendCase(deps: TermDeps, actor: Actor, input: SuspendCase): Promise<CaseState> {
  const { state } = await getVersionedCase(deps.db, input.caseId);
  const owner = await ownerOf(deps, state, input);
  const { reason, evidence, documentIds } = input;
  return moveTerm(deps, actor, input.caseId, (at, today) => ({
    type: 'suspend',
    at,
    today,
    suspension: { from: input.from ?? today, reason, evidence, documentIds, owner },
  }));
}

/** The clock runs again. */
export const resumeCase = (deps: TermDeps, actor: Actor, { caseId, on }: ResumeCase): Promise<CaseState> =>
  moveTerm(deps, actor, caseId, (at, today) => ({ type: 'resume', at, today, on: on ?? today }));

/** More time, within the limits of the service's kind of extension. */
export async function extendCase(deps: TermDeps, actor: Actor, input: ExtendCase): Promise<CaseState> {
  const { state } = await getVersionedCase(deps.db, input.caseId);
  const kinds = await deps.rules.extensionsOf(state.packVersion, state.serviceId);
  const kind = kinds.find(({ id }) => id === input.kind);
  const { reason, evidence } = input;
  if (kind === undefined) throw new Problem('calendar/extension-not-allowed', { kind: input.kind, reason });
  const amount = input.amount ?? kind.amount;
  return moveTerm(deps, actor, input.caseId, (at, today) => ({
    type: 'extend',
    at,
    today,
    extension: { kind, amount, decidedOn: today, reason, evidence },
  }));
}

const moveTerm = (
  deps: TermDeps,
  actor: Actor,
  caseId: string,
  command: (at: string, today: string) => TermCommand,
): Promise<CaseState> =>
  changeCase(deps, actor, {
    caseId,
    permission: 'case:suspend',
    decide: (state, at) =>
      decideTerm(
        calendarOfCase(deps.rules, state),
        state,
        command(at.toString(), dateIn(deps.timeZone, at).toString()),
      ),
  });

async function ownerOf({ rules }: TermDeps, state: CaseState, { owner, agencyId }: SuspendCase): Promise<Owner> {
  if (owner === 'applicant') return { kind: 'applicant' };
  if (owner === 'city') return { kind: 'city', departmentId: state.departmentId };
  if (agencyId === undefined || !(await rules.isAgency(state.packVersion, agencyId)))
    throw new Problem('cases/unknown-agency');
  return { kind: 'thirdParty', agencyId };
}
