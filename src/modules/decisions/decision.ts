import { Problem } from '#kernel/problem.ts';
import type { Outcome } from '#modules/cases/index.ts';

/** What a decision says; a draft may be sent back and written again until it is signed. */
export type DecisionContent = Readonly<{
  outcome: Outcome;
  /** Grounds of a refusal, ids of the pack. */
  grounds: readonly string[];
  /** The decision in words, as the applicant will read it. */
  text: string;
  /** Fields of the register record that the officer enters. */
  fields: Readonly<Record<string, readonly string[]>>;
}>;

export type DecisionPhase =
  | Readonly<{ status: 'drafted' }>
  | Readonly<{ status: 'sentBack'; comment: string; by: string }>
  | Readonly<{
      status: 'signed';
      signedBy: string;
      on: string;
      number: string;
      documentId: string;
      verifyCode: string;
      record?: RecordRef;
    }>;

/** The register record that a decision entered. */
export type RecordRef = Readonly<{ id: string; registerId: string; number: string }>;

/** How one case ends: drafted by an officer, signed by a second person. */
export type DecisionState = Readonly<{
  id: string;
  caseId: string;
  applicationId: string;
  departmentId: string;
  draftedBy: string;
  content: DecisionContent;
  phase: DecisionPhase;
  since: string;
}>;

export type DecisionEvent =
  | Readonly<{
      type: 'DecisionWritten';
      at: string;
      id: string;
      caseId: string;
      applicationId: string;
      departmentId: string;
      draftedBy: string;
      content: DecisionContent;
    }>
  | Readonly<{ type: 'DecisionSentBack'; at: string; comment: string; by: string }>
  | Readonly<{ type: 'DecisionSigned'; at: string } & Omit<Extract<DecisionPhase, { status: 'signed' }>, 'status'>>;

/** The state after an event. */
export function evolve(state: DecisionState | undefined, event: DecisionEvent): DecisionState {
  if (event.type === 'DecisionWritten') {
    const { type: _type, at, ...written } = event;
    return { ...written, phase: { status: 'drafted' }, since: at };
  }
  if (state === undefined) throw new Error(`${event.type} before DecisionWritten`);
  const { type: _type, at, ...rest } = event;
  if (event.type === 'DecisionSentBack')
    return { ...state, phase: { status: 'sentBack', comment: event.comment, by: event.by }, since: at };
  return {
    ...state,
    phase: { status: 'signed', ...(rest as Omit<Extract<DecisionPhase, { status: 'signed' }>, 'status'>) },
    since: at,
  };
}

/** Refuses a signature by the one who drafted: a decision is seen by two people. */
export function assertMaySign(state: DecisionState, employeeId: string): void {
  if (state.phase.status !== 'drafted') throw new Problem('decisions/nothing-to-sign');
  if (state.draftedBy === employeeId) throw new Problem('decisions/own-draft');
}

/** Refuses a draft without what its outcome needs. `allowed` are the ground ids of the service. */
export function assertComplete(content: DecisionContent, allowed: ReadonlySet<string>): void {
  if (content.outcome === 'refused' && content.grounds.length === 0) throw new Problem('decisions/no-grounds');
  const unknown = content.grounds.find((ground) => !allowed.has(ground));
  if (unknown !== undefined) throw new Problem('decisions/unknown-ground', { ground: unknown });
}
