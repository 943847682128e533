import type { Actor } from '#kernel/actor.ts';
import { type Applications, actingFor } from '#modules/applications/index.ts';
import type { Audit } from '#modules/audit/index.ts';
import type { Decisions } from '#modules/decisions/index.ts';
import type { StoredDocument } from '#modules/documents/index.ts';
import type { People, Subject } from '#modules/people/index.ts';
import type { Registers } from '#modules/registers/index.ts';
import type { Db } from '#platform/db/index.ts';

type Deps = Readonly<{
  db: Db;
  audit: Audit;
  people: People;
  registers: Registers;
  applications: () => Applications;
  decisions: () => Decisions;
}>;

/** Who may read a document follows from the application it belongs to; what an employee reads is audited. */
export const documentAccess = ({ db, audit, people, registers, applications, decisions }: Deps) => ({
  async subjectOf(document: StoredDocument): Promise<Subject> {
    if (document.applicationId !== undefined) return applications().subjectOf(document.applicationId);
    const { personId, guestKey, departmentId } = document;
    return {
      ...(personId ? { filedBy: personId } : {}),
      ...(guestKey ? { guestKey } : {}),
      ...(departmentId ? { departmentId } : {}),
    };
  },
  actingFor: (actor: Actor, { onBehalfOf }: Subject): Promise<Actor> => actingFor(people, actor, onBehalfOf),
  /** The decision that ended the case names the record that its document entered or changed. */
  async changesSince({ documentId, caseId }: Readonly<{ documentId: string; caseId: string }>) {
    const decision = await decisions().findByCase(caseId);
    const record = decision?.phase.status === 'signed' ? decision.phase.record : undefined;
    return record ? registers.amendmentsSince(record.id, documentId) : [];
  },
  async recordRead(actor: Actor, { id, applicationId }: StoredDocument): Promise<void> {
    if (actor.kind !== 'employee') return;
    await audit.record(db, actor, [
      { action: 'documents.read', subject: 'document', subjectId: id, ...(applicationId ? { applicationId } : {}) },
    ]);
  },
});
