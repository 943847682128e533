import { sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import type { Localized } from '#kernel/language.ts';
import { type Clause, type Executor, type Tx, writes } from '#platform/db/index.ts';
import type { Confirmation, StoredDocument } from './document.ts';

type Row = {
  id: string;
  name: string;
  type: string;
  size: string;
  digest: string;
  origin: StoredDocument['origin'];
  person_id: string | null;
  guest_key: string | null;
  employee_id: string | null;
  department_id: string | null;
  draft_id: string | null;
  application_id: string | null;
  case_id: string | null;
  created_at: Date;
};

const present = <T extends Record<string, string | null>>(row: T) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

const read = (row: Row): StoredDocument => ({
  id: row.id,
  name: row.name,
  type: row.type,
  size: Number(row.size),
  digest: row.digest,
  origin: row.origin,
  createdAt: row.created_at.toISOString(),
  ...present({
    personId: row.person_id,
    guestKey: row.guest_key,
    employeeId: row.employee_id,
    departmentId: row.department_id,
    draftId: row.draft_id,
    applicationId: row.application_id,
    caseId: row.case_id,
  }),
});

export async function insertDocument(db: Executor, one: StoredDocument): Promise<void> {
  await sql`
    insert into documents.document (id, name, type, size, digest, origin, person_id, guest_key, employee_id, department_id,
      draft_id, application_id, case_id, created_at)
    values (${one.id}, ${one.name}, ${one.type}, ${one.size}, ${one.digest}, ${one.origin}, ${one.personId ?? null},
      ${one.guestKey ?? null}, ${one.employeeId ?? null}, ${one.departmentId ?? null}, ${one.draftId ?? null},
      ${one.applicationId ?? null}, ${one.caseId ?? null}, ${one.createdAt})
  `.execute(db);
}

export async function findDocument(db: Executor, id: string): Promise<StoredDocument | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Row>`select * from documents.document where id = ${id}`.execute(db);
  return rows.map(read)[0];
}

export async function listDocuments(db: Executor, ids: readonly string[]): Promise<StoredDocument[]> {
  const { rows } = await sql<Row>`select * from documents.document where id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map(read);
}

/** Files of a draft become files of the application that was filed from it: a clause of the statement that files it. */
export const attachedTo = (applicationId: string, ids: readonly string[]): Clause =>
  writes(sql`
    update documents.document set application_id = ${applicationId}
    where id = any(${[...ids]}::uuid[]) and application_id is null
  `);

/** A document of the city with what anybody may confirm of it. */
export async function insertIssued(
  tx: Tx,
  documentId: string,
  one: Omit<Confirmation, 'later'> & { kind: string },
): Promise<void> {
  await sql`
    insert into documents.issued (document_id, verify_code, kind, number, issued_on, outcome, service, department, title,
      record_number, digest, status)
    values (${documentId}, ${one.verifyCode}, ${one.kind}, ${one.number}, ${one.issuedOn}, ${one.outcome},
      ${JSON.stringify(one.service)}::jsonb, ${JSON.stringify(one.department)}::jsonb, ${JSON.stringify(one.title)}::jsonb,
      ${one.recordNumber ?? null}, ${one.digest}, ${one.status})
  `.execute(tx);
}

type IssuedRow = {
  document_id: string;
  case_id: string | null;
  verify_code: string;
  number: string;
  issued_on: string;
  outcome: Confirmation['outcome'];
  title: Localized;
  service: Localized;
  department: Localized;
  record_number: string | null;
  digest: string;
  status: Confirmation['status'];
};

/** An issued document as it was confirmed on its day, with the case it ended. */
export type Issued = Readonly<{
  documentId: string;
  caseId: string | undefined;
  confirmed: Omit<Confirmation, 'later'>;
}>;

/** What is known of an issued document by its code or its digest. */
export async function findIssued(
  db: Executor,
  by: { verifyCode: string } | { digest: string },
): Promise<Issued | undefined> {
  const which = 'verifyCode' in by ? sql`i.verify_code = ${by.verifyCode}` : sql`i.digest = ${by.digest}`;
  const { rows } = await sql<IssuedRow>`
    select i.document_id, d.case_id, i.verify_code, i.number, i.issued_on::text, i.outcome, i.title, i.service, i.department,
      i.record_number, i.digest, i.status
    from documents.issued i join documents.document d on d.id = i.document_id where ${which}
  `.execute(db);
  return rows.map(
    (row): Issued => ({
      documentId: row.document_id,
      caseId: row.case_id ?? undefined,
      confirmed: {
        verifyCode: row.verify_code,
        number: row.number,
        issuedOn: row.issued_on,
        outcome: row.outcome,
        title: row.title,
        service: row.service,
        department: row.department,
        ...(row.record_number === null ? {} : { recordNumber: row.record_number }),
        digest: row.digest,
        status: row.status,
      },
    }),
  )[0];
}

/** Numbers of issued documents by their ids. */
export async function numbersOf(db: Executor, documentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; number: string }>`
    select document_id as id, number from documents.issued where document_id = any(${[...documentIds]}::uuid[])
  `.execute(db);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
