import type { Actor } from '#kernel/actor.ts';
import { actorKey } from '#kernel/actor-key.ts';
import type { Localized } from '#kernel/language.ts';
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
import { getVersionedDecision, soughtBy } from './draft-decision.ts';
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
  const isWritten = content.outcome === 'granted' && (rules.register ?? rules.change) !== undefined;
  return {
    at,
    on: deps.rules.today(at),
    employeeId,
    state,
    decision,
    rules,
    application: await deps.rules.application(state.applicationId),
    signer: await deps.rules.signer(employeeId),
    fields: isWritten ? await deps.rules.recordFields(state, content.fields) : [],
  };
}

/** Cases that waited for what a granted service produces. */
async function releasedBy(deps: DecisionsDeps, tx: Tx, { at, decision, state }: Signing) {
  if (decision.content.outcome !== 'granted') return [];
  return deps.cases.receiveOutputs(tx, { applicationId: state.applicationId, outputs: state.produces, at });
}

/** The signed document, and the record where the service ends in a register. */
async function issue(deps: DecisionsDeps, tx: Tx, signing: Signing) {
  const { on, decision, employeeId } = signing;
  const number = `${on.year}-${String(await nextDecisionNumber(tx)).padStart(6, '0')}`;
  const entry = decision.content.outcome === 'granted' ? await entryOf(deps, tx, signing) : undefined;
  const { documentId, verifyCode } = await deps.documents.issue(tx, letterOf(signing, { number, entry }));
  const signature = { signedBy: employeeId, on: on.toString(), number, documentId, verifyCode };
  if (entry === undefined) return { signature, records: [] };
  const written = entry.write(documentId);
  const record = { id: written.state.id, registerId: written.state.registerId, number: entry.number };
  return { signature: { ...signature, record }, records: [written] };
}

/** What a granted service writes into a register, once its document has an id. */
type Entry = Readonly<{
  register: Localized;
  number: string;
  write(documentId: string): ReturnType<DecisionsDeps['registers']['enter']>;
}>;

/** A new record, or a new state of one; nothing where the service ends in none. */
async function entryOf(deps: DecisionsDeps, tx: Tx, signing: Signing): Promise<Entry | undefined> {
  const { at, on, rules, state } = signing;
  if (rules.register !== undefined) {
    const { id: registerId, name: register } = rules.register;
    const number = await deps.registers.reserveNumber(tx, rules.register, on);
    const write = (documentId: string) =>
      deps.registers.enter(recordOf(signing, { registerId, number, documentId }), at);
    return { register, number, write };
  }
  const sought = soughtBy(rules, state);
  const before = sought && (await deps.registers.findToAmend(tx, sought));
  const named = rules.change?.registers.find(({ id }) => id === before?.state.registerId);
  if (before === undefined || rules.change === undefined || named === undefined) return undefined;
  const { act } = rules.change;
  const write = (documentId: string) => deps.registers.amend(before, { act, at, documentId, ...amendingBy(signing) });
  return { register: named.name, number: before.state.number, write };
}

const amendingBy = (signing: Signing) => ({
  on: signing.on.toString(),
  caseId: signing.state.id,
  applicationId: signing.state.applicationId,
  fields: signing.fields,
  ...validUntilOf(signing),
});

function validUntilOf({ fields }: Signing): { validUntil?: string } {
  const validUntil = fields.find(({ id }) => id === 'validUntil')?.value;
  return typeof validUntil === 'string' ? { validUntil } : {};
}

type Numbers = Readonly<{ number: string; entry: Entry | undefined }>;

/** What the decision's document says. */
function letterOf(
  { on, state, decision, rules, application, signer, fields }: Signing,
  { number, entry }: Numbers,
): IssueInput {
  const { content } = decision;
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
    ...(entry ? { record: { register: entry.register, number: entry.number, fields } } : {}),
    ...(application.place ? { place: application.place } : {}),
    owner: application.owner,
    applicationId: state.applicationId,
    caseId: state.id,
  };
}

type Entered = Pick<RegisterRecord, 'registerId' | 'number' | 'documentId'>;

function recordOf(signing: Signing, entered: Entered) {
  const { state, on, fields, application } = signing;
  const outline = application.place?.outline;
  return {
    ...entered,
    fields,
    caseId: state.id,
    applicationId: state.applicationId,
    departmentId: state.departmentId,
    enteredOn: on.toString(),
    ...(outline ? { place: outline } : {}),
    ...validUntilOf(signing),
  };
}
