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
}>;

export type ApplicationEvent =
  | Readonly<{ type: 'ApplicationFiled' } & ApplicationState>
  | Readonly<{ type: 'StepReported'; key: string; report: StepReport }>;

/** The state after an event. */
export function evolve(state: ApplicationState | undefined, event: ApplicationEvent): ApplicationState {
  if (event.type === 'ApplicationFiled') {
    const { type: _type, ...filed } = event;
    return filed;
  }
  if (state === undefined) throw new Error('StepReported before ApplicationFiled');
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
  if (!isOpen(step, available)) throw new Problem('applications/step-too-early', { step: command.stepId });
  return [{ type: 'StepReported', key: step.key, report: command.report }];
}

/** Whether a step can begin: everything it rests on exists. */
export const isOpen = (step: ApplicationStep, available: ReadonlySet<string>): boolean =>
  step.awaits.every((output) => available.has(output));

/** Outputs of the steps reported so far. */
export const outputsOfSteps = (state: ApplicationState): string[] =>
  state.steps.flatMap((step) => (step.report === undefined ? [] : step.produces));
