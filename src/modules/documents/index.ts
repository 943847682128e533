import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { authoriseOrHide } from '#modules/people/index.ts';
import type { Tx } from '#platform/db/index.ts';
import type { DocumentsDeps } from './deps.ts';
import { type Confirmation, type IssueInput, readVerifyCode, type StoredDocument } from './document.ts';
import { attachedTo, findDocument, findIssued, type Issued, listDocuments, numbersOf } from './document-store.ts';
import { issue } from './issue.ts';
import { type Incoming, ownerOf, receive } from './receive.ts';

export type Documents = ReturnType<typeof createDocuments>;

/** Files that come in and documents that go out. */
export function createDocuments(deps: DocumentsDeps) {
  return {
    /** Takes a file, see `receive.ts`. */
    receive: (actor: Actor, content: AsyncIterable<Uint8Array>, incoming: Incoming) =>
      receive(deps, actor, content, incoming),
    /** Issues a signed document inside the caller's transaction, see `issue.ts`. */
    issue: (tx: Tx, input: IssueInput) => issue(deps, tx, input),
    /** Gives files of a draft to the application: a clause of the statement that files it. */
    attachedTo,
    /** What the files are; the caller has asked whether the actor may read what they belong to. */
    list: (ids: readonly string[]): Promise<StoredDocument[]> =>
      ids.length === 0 ? Promise.resolve([]) : listDocuments(deps.db, ids),
    /** The content for somebody who may read it; a read by another than the owner is audited. */
    async open(
      actor: Actor,
      documentId: string,
    ): Promise<{ document: StoredDocument; content: NodeJS.ReadableStream }> {
      const document = await findDocument(deps.db, documentId);
      if (document === undefined) throw new Problem('documents/unknown-document');
      if (!isOwn(actor, document)) {
        const of = await deps.subjectOf(document);
        const acting = await deps.actingFor(actor, of);
        authoriseOrHide(acting, 'document:read', { of, unknown: 'documents/unknown-document' });
        await deps.recordRead(actor, document);
      }
      return { document, content: deps.files.read(document.digest) };
    },
    /** What anybody may confirm of a document by the code that is printed on it. */
    async verify(typed: string): Promise<Confirmation | undefined> {
      const verifyCode = readVerifyCode(typed);
      return verifyCode === undefined ? undefined : confirm(deps, await findIssued(deps.db, { verifyCode }));
    },
    /** The same by the SHA-256 of a file, for somebody who holds the file. */
    verifyDigest: async (digest: string): Promise<Confirmation | undefined> =>
      confirm(deps, await findIssued(deps.db, { digest: digest.toLowerCase() })),
  };
}

/** What the city confirms today: also what became of the record since, with no word about persons. */
async function confirm(deps: DocumentsDeps, issued: Issued | undefined): Promise<Confirmation | undefined> {
  if (issued === undefined) return undefined;
  const { documentId, caseId, confirmed } = issued;
  const hasRecord = confirmed.recordNumber !== undefined && caseId !== undefined;
  const changes = hasRecord ? await deps.changesSince({ documentId, caseId }) : [];
  const numbers = await numbersOf(
    deps.db,
    changes.map((change) => change.documentId),
  );
  return {
    ...confirmed,
    later: changes.map(({ act, on, documentId: by }) => ({ act, on, number: numbers.get(by) ?? '' })),
  };
}

function isOwn(actor: Actor, document: StoredDocument): boolean {
  const { personId, guestKey, employeeId } = ownerOf(actor);
  const isBrought = document.origin === 'received';
  return (
    (isBrought && personId !== undefined && personId === document.personId) ||
    (isBrought && employeeId !== undefined && employeeId === document.employeeId) ||
    (document.guestKey !== undefined && guestKey === document.guestKey)
  );
}

export type { Confirmation, DocumentOwner, IssueInput, RecordLater, StoredDocument } from './document.ts';
export { type FormReader, formReader, type Multipart } from './multipart.ts';
export { problems } from './problems.ts';
export { createDemoSigner, createSigner, type Signer } from './signer.ts';
