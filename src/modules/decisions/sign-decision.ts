import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import { type CaseState, caseStream, decide as decideCase, employeeOf } from '#modules/cases/index.ts';
import type { IssueInput } from '#modules/documents/index.ts';
import { authorise } from '#modules/people/index.ts';
import type { RecordField, RegisterRecord } from '#modules/registers/index.ts';
import { inTransaction, type Tx } from '#platform/db/index.ts';
import { append, change } from '#platform/journal/index.ts';
import type { SignDecision } from './commands.ts';
import { assertMaySign, type DecisionState } from './decision.ts';
import { nextDecisionNumber } from './decision-store.ts';
import { decisionStream } from './decision-stream.ts';
import { getVersionedDecision } from './draft-decision.ts';
import type { DecisionRules, DecisionsDeps, FiledApplication, ServiceRules } from './rules.ts';

/** Everything a signature rests on that no longer changes; read before the transaction begins. */
type Signing = Readonly<{
  at: Temporal.Instant;
  on: Temporal.PlainDate;
  employeeId: string;
  state: CaseState;
  decision: DecisionState;
  rules: ServiceRules;
  application: FiledApplication;
  signer: Awaited<ReturnType<DecisionRules['signer']>>;
  fields: readonly RecordField[];
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
  const signing = await prepareSigning(deps, actor, decisionId);
  const { at } = signing;
  return inTransaction(deps.db, async (tx) => {
    const before = await getVersionedDecision(tx, decisionId);
    assertMaySign(before.state, signing.employeeId);
    const caseBefore = await deps.cases.getVersioned(tx, before.state.caseId);
    const issued = await issue(deps, tx, signing);
    const signed = change(decisionStream, before, [{ type: 'DecisionSigned', at: at.toString(), ...issued.signature }]);
    const signature = { type: 'signDecision', at: at.toString() } as const;
    const moved = change(caseStream, caseBefore, decideCase(caseBefore.state, signature));
    const released = await releasedBy(deps, tx, signing);
    await append(tx, { at, by: actorKey(actor) }, [signed, moved, ...issued.records, ...released]);
    for (const one of [moved, ...released]) await deps.cases.recordWork(tx, actor, one);
    return signed.state;
  });
}

async function prepareSigning(deps: DecisionsDeps, actor: Actor, decisionId: string): Promise<Signing> {
  const { state: decision } = await getVersionedDecision(deps.db, decisionId);
  const { departmentId, draftedBy, caseId, content } = decision;
  authorise(actor, 'decision:sign', { departmentId, draftedBy });
  const employeeId = employeeOf(actor);
  assertMaySign(decision, employeeId);
  const { state } = await deps.cases.getVersioned(deps.db, caseId);
  const at = deps.clock.now();
  const rules = await deps.rules.describe(state);
  const isEntered = content.outcome === 'granted' && rules.register !== undefined;
  return {
    at,
    on: deps.rules.today(at),
    employeeId,
    state,
    decision,
    rules,
    application: await deps.rules.application(state.applicationId),
    signer: await deps.rules.signer(employeeId),
    fields: isEntered ? await deps.rules.recordFields(state, content.fields) : [],
  };
}

/** Cases that waited for what a granted service produces. */
async function releasedBy(deps: DecisionsDeps, tx: Tx, { at, decision, state }: Signing) {
  if (decision.content.outcome !== 'granted') return [];
  return deps.cases.receiveOutputs(tx, { applicationId: state.applicationId, outputs: state.produces, at });
}

/** The signed document, and the record where the service ends in a register. */
async function issue(deps: DecisionsDeps, tx: Tx, signing: Signing) {
  const { at, on, decision, employeeId, rules } = signing;
  const number = `${on.year}-${String(await nextDecisionNumber(tx)).padStart(6, '0')}`;
  const register = decision.content.outcome === 'granted' ? rules.register : undefined;
  const recordNumber = register && (await deps.registers.reserveNumber(tx, register, on));
  const { documentId, verifyCode } = await deps.documents.issue(tx, letterOf(signing, { number, recordNumber }));
  const signature = { signedBy: employeeId, on: on.toString(), number, documentId, verifyCode };
  if (register === undefined || recordNumber === undefined) return { signature, records: [] };
  const entered = deps.registers.enter(
    recordOf(signing, { registerId: register.id, number: recordNumber, documentId }),
    at,
  );
  const record = { id: entered.state.id, registerId: register.id, number: recordNumber };
  return { signature: { ...signature, record }, records: [entered] };
}

type Numbers = Readonly<{ number: string; recordNumber: string | undefined }>;

/** What the decision's document says. */
function letterOf(
  { on, state, decision, rules, application, signer, fields }: Signing,
  { number, recordNumber }: Numbers,
): IssueInput {
  const { content } = decision;
  const { register } = rules;
  return {
    kind: 'decision',
    number,
    issuedOn: on.toString(),
    language: application.language,
    title: rules.documentName,
    authority: rules.authority,
    department: rules.department,
    signer,
    applicationNumber: application.number,
    caseNumber: state.number,
    applicantName: application.applicantName,
    service: rules.service,
    outcome: content.outcome,
    text: content.text,
    grounds: rules.grounds.filter(({ id }) => content.grounds.includes(id)),
    ...(recordNumber && register ? { record: { register: register.name, number: recordNumber, fields } } : {}),
    ...(application.place ? { place: application.place } : {}),
    owner: application.owner,
    applicationId: state.applicationId,
    caseId: state.id,
  };
}

type Entered = Pick<RegisterRecord, 'registerId' | 'number' | 'documentId'>;

function recordOf({ state, on, fields, application }: Signing, entered: Entered) {
  const validUntil = fields.find(({ id }) => id === 'validUntil')?.value;
  const outline = application.place?.outline;
  return {
    ...entered,
    fields,
    caseId: state.id,
    applicationId: state.applicationId,
    departmentId: state.departmentId,
    enteredOn: on.toString(),
    ...(outline ? { place: outline } : {}),
    ...(typeof validUntil === 'string' ? { validUntil } : {}),
  };
}
