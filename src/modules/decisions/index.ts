import type { Actor } from '#kernel/actor.ts';
import type { DraftDecision, SendBackDecision, SignDecision } from './commands.ts';
import { findByCase, listByApplication } from './decision-store.ts';
import { draftDecision, sendBackDecision } from './draft-decision.ts';
import type { DecisionsDeps } from './rules.ts';
import { signDecision } from './sign-decision.ts';

export type Decisions = ReturnType<typeof createDecisions>;

/** How cases end: drafted by an officer, signed by a second person, issued as a document and, where the law says so, a record. */
export function createDecisions(deps: DecisionsDeps) {
  return {
    draft: (actor: Actor, input: DraftDecision) => draftDecision(deps, actor, input),
    sendBack: (actor: Actor, input: SendBackDecision) => sendBackDecision(deps, actor, input),
    sign: (actor: Actor, input: SignDecision) => signDecision(deps, actor, input),
    /** The newest decision of a case; the caller has asked whether the actor may read the case. */
    findByCase: (caseId: string) => findByCase(deps.db, caseId),
    /** The newest decision of each case of an application; the caller has asked whether the actor may read it. */
    listByApplication: (applicationId: string) => listByApplication(deps.db, applicationId),
  };
}

export * from './commands.ts';
export type { DecisionContent, DecisionPhase, DecisionState } from './decision.ts';
export { decisionStream } from './decision-stream.ts';
export { problems } from './problems.ts';
export type { DecisionRules, FiledApplication, ServiceRules } from './rules.ts';
