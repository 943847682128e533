import type { Party } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';

/** What the applicant says of a step done outside the city's services. */
export type StepReport = Readonly<{ at: string; on: string; number?: string; documentIds: readonly string[] }>;

/** A step of the plan that no department of the city does: another agency's service or the applicant's own work. */
export type ApplicationStep = Readonly<{
  key: string;
  stepId: string;
  /** Outputs of this plan without which the step cannot begin. */
  awaits: readonly string[];
  produces: readonly string[];
  report?: StepReport;
}>;

/** A service applied for again: what was filed for it stands in the supplement of the same id. */
export type Again = Readonly<{
  id: string;
  at: string;
  /** The case that failed, and the one that takes its place. */
  failedCaseId: string;
  caseId: string;
  /** SHA-256 of what was filed again, in hexadecimal. */
  digest: string;
}>;

/** A filed application. What was answered stands in its filing; its cases live on their own. */
export type ApplicationState = Readonly<{
  id: string;
  number: string;
  draftId: string;
  /** Id of the life situation, or `service:<id>` for a single service. */
  subject: string;
  packVersion: string;
  language: Language;
  filedBy: string;
  onBehalfOf?: Party;
  filedAt: string;
  /** Legal date of receipt: the next working day when filed outside office hours. */
  receivedOn: string;
  /** First date on which the whole bundle can lawfully end, as planned at filing. */
  endsOn: string;
  /** SHA-256 of what was filed, in hexadecimal. */
  digest: string;
  steps: readonly ApplicationStep[];
  /** Items of the plan that an officer would have checked and the applicant does without. */
  leftOut?: readonly string[];
  /** The end as last computed, when it is no longer the planned one, and what moved it since the filing. */
  end?: Readonly<{ on: string; causes: readonly EndCause[] }>;
  /** Services that failed, were corrected and applied for again, in that order. */
  again?: readonly Again[];
  /** When the applicant withdrew all that was left of it (ISO instant). */
  withdrawnAt?: string;
}>;

/**
 * An item of the plan that took longer (or shorter, negative) than planned, by so many calendar days. What the law moved
 * is nobody's: its key says whether days of the calendar or a version of a term did. `because` it failed and was, or must be,
 * applied for again.
 */
export type EndCause = Readonly<{ key: string; ownerId: string; days: number; because?: 'failed' | 'appliedAgain' }>;
export const lawOwner = '@law';
export const calendarCause = '@calendar';
/** Before the key of the item whose term changed. */
export const ruleCause = '@rule:';
/** Before the key of the item whose clock stood, and the key of its owner, for somebody outside its department. */
export const standingCause = '@standing:';

/** The end of an application moved. `causes` are what happened since the move before, `all` since the filing. */
export type PlanMoved = Readonly<{
  type: 'PlanMoved';
  at: string;
  from: string;
  to: string;
  causes: readonly EndCause[];
  all: readonly EndCause[];
}>;

export type ApplicationEvent =
  | Readonly<{ type: 'ApplicationFiled' } & ApplicationState>
  | Readonly<{ type: 'StepReported'; key: string; report: StepReport }>
  | Readonly<{ type: 'AppliedAgain' } & Again>
  | Readonly<{ type: 'ApplicationWithdrawn'; at: string }>
  | PlanMoved;

/** The state after an event. */
export function evolve(state: ApplicationState | undefined, event: ApplicationEvent): ApplicationState {
  if (event.type === 'ApplicationFiled') {
    const { type: _type, ...filed } = event;
    return filed;
  }
  if (state === undefined) throw new Error(`${event.type} before ApplicationFiled`);
  if (event.type === 'AppliedAgain') {
    const { type: _type, ...again } = event;
    return { ...state, again: [...(state.again ?? []), again] };
  }
  if (event.type === 'ApplicationWithdrawn') return { ...state, withdrawnAt: event.at };
  if (event.type === 'PlanMoved') return { ...state, end: { on: event.to, causes: event.all } };
  const steps = state.steps.map((step) => (step.key === event.key ? { ...step, report: event.report } : step));
  return { ...state, steps };
}

/**
 * The applicant reports a step. `available` are the outputs that exist by now.
 * A step reported already gives no events, so that a double click does no harm.
 */
export function reportStep(
  state: ApplicationState,
  command: { stepId: string; report: StepReport },
  available: ReadonlySet<string>,
): ApplicationEvent[] {
  const step = state.steps.find(({ stepId }) => stepId === command.stepId);
  if (step === undefined) throw new Problem('applications/unknown-step', { step: command.stepId });
  if (step.report !== undefined) return [];
  if (state.withdrawnAt !== undefined) throw new Problem('applications/withdrawn', { number: state.number });
  if (!isOpen(step, available)) throw new Problem('applications/step-too-early', { step: command.stepId });
  return [{ type: 'StepReported', key: step.key, report: command.report }];
}

/** Whether a step can begin: everything it rests on exists. */
export const isOpen = (step: ApplicationStep, available: ReadonlySet<string>): boolean =>
  step.awaits.every((output) => available.has(output));

/** Outputs of the steps reported so far. */
export const outputsOfSteps = (state: ApplicationState): string[] =>
  state.steps.flatMap((step) => (step.report === undefined ? [] : step.produces));

/** The end of the application as it is computed now, if it is another than the one noted last. Pure, idempotent. */
export function noteEnd(
  state: ApplicationState,
  now: Readonly<{ at: string; on: string; causes: readonly EndCause[] }>,
): PlanMoved[] {
  const before = state.end ?? { on: state.endsOn, causes: [] };
  if (before.on === now.on) return [];
  const causes = sinceThen(before.causes, now.causes);
  return [{ type: 'PlanMoved', at: now.at, from: before.on, to: now.on, causes, all: now.causes }];
}

/** What the causes of a later look have more or less than those of an earlier one, by item. */
function sinceThen(before: readonly EndCause[], now: readonly EndCause[]): EndCause[] {
  const keys = [...new Set([...now, ...before].map(({ key }) => key))];
  return keys.flatMap((key) => {
    const [was, is] = [before, now].map((causes) => causes.find((one) => one.key === key));
    const days = (is?.days ?? 0) - (was?.days ?? 0);
    const { ownerId = '', because } = is ?? was ?? {};
    return days === 0 ? [] : [{ key, ownerId, days, ...(because ? { because } : {}) }];
  });
}
