import { newId } from '#kernel/id.ts';
import type { Tx } from '#platform/db/index.ts';
import type { DocumentsDeps } from './deps.ts';
import { type IssueInput, newVerifyCode } from './document.ts';
import { insertDocument, insertIssued } from './document-store.ts';
import { renderLetter } from './letter.ts';
import { signPdf } from './sign-pdf.ts';

/** What an issued document is known by. */
export type Issued = Readonly<{ documentId: string; verifyCode: string; digest: string }>;

/**
 * Issues a document of the city inside the caller's transaction: a PDF with the city's signature over the whole file and
 * a code that leads to its public confirmation. If the transaction fails, nothing refers to the file and it is harmless.
 */
export async function issue(deps: DocumentsDeps, tx: Tx, input: IssueInput): Promise<Issued> {
  const now = deps.clock.now();
  const verifyCode = newVerifyCode();
  const url = new URL(`/verify/${verifyCode}`, deps.publicUrl).toString();
  const letter = await renderLetter(input, { url, code: verifyCode });
  const about = {
    name: input.authority.ru,
    reason: `${input.title.ru} № ${input.number}`,
    at: new Date(now.epochMilliseconds),
  };
  const pdf = await signPdf(letter, deps.signer, about);
  const { digest, size } = await deps.files.put(once(pdf), Number.POSITIVE_INFINITY);
  const documentId = newId(now.epochMilliseconds);
  await insertDocument(tx, {
    id: documentId,
    name: `${input.number}.pdf`,
    type: 'application/pdf',
    size,
    digest,
    origin: 'issued',
    personId: input.owner.personId,
    applicationId: input.applicationId,
    caseId: input.caseId,
    createdAt: now.toString(),
  });
  const { kind, number, issuedOn, outcome, title, service, department, record } = input;
  const confirmed = {
    kind,
    verifyCode,
    number,
    issuedOn,
    outcome,
    title,
    service,
    department,
    digest,
    status: 'valid' as const,
  };
  await insertIssued(tx, documentId, { ...confirmed, ...(record ? { recordNumber: record.number } : {}) });
  return { documentId, verifyCode, digest };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
