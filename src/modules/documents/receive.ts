import type { Actor } from '#kernel/actor.ts';
import type { FileKind } from '#kernel/file-kind.ts';
import { isId, newId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import { authorise } from '#modules/people/index.ts';
import type { DocumentsDeps } from './deps.ts';
import { cleanName, type DocumentOwner, type StoredDocument } from './document.ts';
import { insertDocument } from './document-store.ts';
import { agree, kindOfContent, kindOfName, mediaTypes } from './sniff.ts';

/** A file on its way in: its name, what it belongs to, and which kinds its field takes (all kinds, if it does not say). */
export type Incoming = Readonly<
  Pick<DocumentOwner, 'draftId' | 'applicationId' | 'caseId'> & { name: string; accept?: readonly FileKind[] }
>;

/**
 * Takes a file: streams it to the store up to the size limit, tells its kind from the content, and keeps it only if the
 * kind is taken and agrees with the name. What is acknowledged is on the disk.
 * Throws `documents/too-large`, `documents/type-not-allowed`, `documents/empty`.
 */
export async function receive(
  deps: DocumentsDeps,
  actor: Actor,
  content: AsyncIterable<Uint8Array>,
  incoming: Incoming,
): Promise<StoredDocument> {
  authorise(actor, 'document:upload');
  const { draftId, applicationId, caseId } = incoming;
  // A draft or case that cannot exist stands in an address somebody made up.
  const isPossible = [draftId, applicationId, caseId].every((id) => id === undefined || isId(id));
  if (!isPossible) throw new Problem('documents/unknown-document');
  const name = cleanName(incoming.name);
  const named = kindOfName(name);
  if (named === undefined) throw new Problem('documents/type-not-allowed', { name });
  const stored = await deps.files.put(content, deps.sizeLimit);
  if (stored.size === 0) throw new Problem('documents/empty', { name });
  const kind = await kindOfContent(stored.head);
  const isTaken = kind !== undefined && agree(named, kind) && (incoming.accept?.includes(named) ?? true);
  if (!isTaken) throw new Problem('documents/type-not-allowed', { name });
  const now = deps.clock.now();
  const document: StoredDocument = {
    id: newId(now.epochMilliseconds),
    name,
    type: mediaTypes[named],
    size: stored.size,
    digest: stored.digest,
    origin: 'received',
    createdAt: now.toString(),
    ...ownerOf(actor),
    ...(draftId ? { draftId } : {}),
    ...(applicationId ? { applicationId } : {}),
    ...(caseId ? { caseId } : {}),
  };
  await insertDocument(deps.db, document);
  return document;
}

/** Whose a file is that somebody brings. */
export function ownerOf(actor: Actor): DocumentOwner {
  if (actor.kind === 'employee') return { employeeId: actor.employeeId, departmentId: actor.departmentId };
  if (actor.kind === 'person') return { personId: actor.personId };
  return actor.kind === 'anonymous' && actor.guestKey ? { guestKey: actor.guestKey } : {};
}
