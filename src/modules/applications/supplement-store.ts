import { sql } from 'kysely';
import type { Executor, Tx } from '#platform/db/index.ts';
import type { Draft, DraftContent } from './draft.ts';

/** What was filed for one case after the filing of its application, as it is kept for good. */
export type Supplement = Readonly<
  Pick<DraftContent, 'answers' | 'provenance'> & {
    id: string;
    /** A service applied for again, answers an officer asked for, or what the applicant added unasked. */
    kind: 'again' | 'asked' | 'added';
    applicationId: string;
    caseId: string;
    digest: string;
    /** What the applicant says of an addition, and the documents it brings. */
    note?: string;
    documentIds?: readonly string[];
    /** ISO instant. */
    filedAt: string;
  }
>;

/**
 * Marks the draft as filed and keeps what was filed, as `insertFiling` does for an application: of two filings at once the
 * second waits here and then finds the draft filed. Whether this one may file.
 */
export async function insertSupplement(
  tx: Tx,
  draft: Pick<Draft, 'id' | 'version'>,
  supplement: Supplement,
): Promise<boolean> {
  const { id, kind, applicationId, caseId, answers, provenance, digest, filedAt, note, documentIds = [] } = supplement;
  const { numAffectedRows } = await sql`
    with filed as (
      update applications.draft set application_id = ${applicationId}, version = version + 1
      where id = ${draft.id} and version = ${draft.version} and application_id is null returning 1
    )
    insert into applications.supplement (id, kind, application_id, case_id, answers, provenance, digest, filed_at, note,
      document_ids)
    select ${id}::uuid, ${kind}, ${applicationId}::uuid, ${caseId}::uuid, ${JSON.stringify(answers)}::jsonb,
      ${JSON.stringify(provenance)}::jsonb, ${digest}::text, ${filedAt}::timestamptz, ${note ?? null}::text, ${[...documentIds]}::uuid[]
    from filed
  `.execute(tx);
  return numAffectedRows === 1n;
}

/** What was filed for single cases of an application after its filing, oldest first. */
export async function listSupplements(db: Executor, applicationId: string): Promise<Supplement[]> {
  const { rows } = await sql<Omit<Supplement, 'filedAt' | 'note'> & { filedAt: Date; note: string | null }>`
    select id, kind, application_id as "applicationId", case_id as "caseId", answers, provenance, digest, filed_at as "filedAt",
      note, document_ids as "documentIds"
    from applications.supplement where application_id = ${applicationId} order by filed_at
  `.execute(db);
  return rows.map(({ note, ...row }) => ({
    ...row,
    ...(note === null ? {} : { note }),
    filedAt: row.filedAt.toISOString(),
  }));
}
