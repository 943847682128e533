import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { type CaseState, caseStream, decide as decideCase, employeeOf } from '#modules/cases/index.ts';
import { authorise } from '#modules/people/index.ts';
import type { RegisterRecord } from '#modules/registers/index.ts';
import { inTransaction, type Tx } from '#platform/db/index.ts';
import { append, change } from '#platform/journal/index.ts';
import type { SignDecision } from './commands.ts';
import { assertMaySign, type DecisionState } from './decision.ts';
import { nextDecisionNumber } from './decision-store.ts';
import { decisionStream } from './decision-stream.ts';
import { getVersionedDecision } from './draft-decision.ts';
import type { DecisionsDeps } from './rules.ts';

/** What is known while a signature is being made. */
type Signing = Readonly<{
  at: Temporal.Instant;
  on: Temporal.PlainDate;
  employeeId: string;
  state: CaseState;
  decision: DecisionState;
}>;

/**
 * A second person signs: in one transaction the PDF is issued, the register record entered, the case closed, and the
 * cases that waited for its output start. Throws `decisions/own-draft` for the one who drafted.
 */
export async function signDecision(
  deps: DecisionsDeps,
  actor: Actor,
  { decisionId }: SignDecision,
): Promise<DecisionState> {
  return inTransaction(deps.db, async (tx) => {
    const before = await getVersionedDecision(tx, decisionId);
    const { departmentId, draftedBy, caseId } = before.state;
    authorise(actor, 'decision:sign', { departmentId, draftedBy });
    const employeeId = employeeOf(actor);
    assertMaySign(before.state, employeeId);
    const caseBefore = await deps.cases.getVersioned(tx, caseId);
    const at = deps.clock.now();
    const signing = { at, on: deps.rules.today(at), employeeId, state: caseBefore.state, decision: before.state };
    const issued = await issue(deps, tx, signing);
    const signed = change(decisionStream, before, [{ type: 'DecisionSigned', at: at.toString(), ...issued.signature }]);
    const moved = change(
      caseStream,
      caseBefore,
      decideCase(caseBefore.state, { type: 'signDecision', at: at.toString() }),
    );
    const released = await releasedBy(deps, tx, signing);
    await append(tx, { at, by: actorKey(actor) }, [signed, moved, ...issued.records, ...released]);
    for (const one of [moved, ...released]) await deps.cases.recordWork(tx, actor, one);
    return signed.state;
  });
}

/** Cases that waited for what a granted service produces. */
async function releasedBy(deps: DecisionsDeps, tx: Tx, { at, decision, state }: Signing) {
  if (decision.content.outcome !== 'granted') return [];
  return deps.cases.receiveOutputs(tx, { applicationId: state.applicationId, outputs: state.produces, at });
}

/** The signed document, and the record where the service ends in a register. */
async function issue(deps: DecisionsDeps, tx: Tx, signing: Signing) {
  const { at, on, employeeId, state, decision } = signing;
  const rules = await deps.rules.describe(state);
  const application = await deps.rules.application(tx, state.applicationId);
  const isEntered = decision.content.outcome === 'granted' && rules.register !== undefined;
  const fields = isEntered ? await deps.rules.recordFields(state, decision.content.fields) : [];
  const recordNumber =
    isEntered && rules.register ? await deps.registers.reserveNumber(tx, rules.register, on) : undefined;
  const number = `${on.year}-${String(await nextDecisionNumber(tx)).padStart(6, '0')}`;
  const { content } = decision;
  const document = await deps.documents.issue(tx, {
    kind: 'decision',
    number,
    issuedOn: on.toString(),
    language: application.language,
    title: rules.documentName,
    authority: rules.authority,
    department: rules.department,
    signer: await deps.rules.signer(employeeId),
    applicationNumber: application.number,
    caseNumber: state.number,
    applicantName: application.applicantName,
    service: rules.service,
    outcome: content.outcome,
    text: content.text,
    grounds: rules.grounds.filter(({ id }) => content.grounds.includes(id)),
    ...(recordNumber && rules.register
      ? { record: { register: rules.register.name, number: recordNumber, fields } }
      : {}),
    ...(application.place ? { place: application.place } : {}),
    owner: application.owner,
    applicationId: state.applicationId,
    caseId: state.id,
  });
  const { documentId, verifyCode } = document;
  const signature = { signedBy: employeeId, on: on.toString(), number, documentId, verifyCode };
  if (recordNumber === undefined || rules.register === undefined) return { signature, records: [] };
  const entered = deps.registers.enter(
    recordOf(
      signing,
      { registerId: rules.register.id, number: recordNumber, fields, documentId },
      application.place?.outline,
    ),
    at,
  );
  const record = { id: entered.state.id, registerId: rules.register.id, number: recordNumber };
  return { signature: { ...signature, record }, records: [entered] };
}

type Entered = Pick<RegisterRecord, 'registerId' | 'number' | 'fields' | 'documentId'>;

function recordOf({ state, on }: Signing, entered: Entered, place: RegisterRecord['place']) {
  const validUntil = entered.fields.find(({ id }) => id === 'validUntil')?.value;
  return {
    ...entered,
    caseId: state.id,
    applicationId: state.applicationId,
    departmentId: state.departmentId,
    enteredOn: on.toString(),
    ...(place ? { place } : {}),
    ...(typeof validUntil === 'string' ? { validUntil } : {}),
  };
}
