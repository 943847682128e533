import { sql } from 'kysely';
import { isId } from '#kernel/id.ts';
import type { KeptPlan, Plan } from '#modules/planning/index.ts';
import { type Clause, calls, type Executor, isRefused, isUniqueViolation, kept, writes } from '#platform/db/index.ts';
import type { Draft, DraftContent } from './draft.ts';

type Row = {
  id: string;
  version: number;
  person_id: string | null;
  guest_key: string | null;
  subject: string;
  pack_version: string;
  content: DraftContent;
  application_id: string | null;
  updated_at: Date;
  cures_case_id: string | null;
};

const columns = sql`id, version, person_id, guest_key, subject, pack_version, content, application_id, updated_at,
  cures_case_id`;

const read = (row: Row): Draft => ({
  id: row.id,
  version: row.version,
  ...(row.person_id === null ? {} : { personId: row.person_id }),
  ...(row.guest_key === null ? {} : { guestKey: row.guest_key }),
  subject: row.subject,
  packVersion: row.pack_version,
  content: row.content,
  ...(row.application_id === null ? {} : { applicationId: row.application_id }),
  ...(row.cures_case_id === null ? {} : { curesCaseId: row.cures_case_id }),
  updatedAt: row.updated_at.toISOString(),
});

/** Keeps a new draft. Of two that would correct the same case, or supply the same answers, the first stays. */
export async function insertDraft(db: Executor, draft: Draft): Promise<void> {
  await sql`
    insert into applications.draft (id, version, person_id, guest_key, subject, pack_version, content, created_at, updated_at,
      cures_case_id)
    values (${draft.id}, ${draft.version}, ${draft.personId ?? null}, ${draft.guestKey ?? null}, ${draft.subject},
      ${draft.packVersion}, ${JSON.stringify(draft.content)}::jsonb, ${draft.updatedAt}, ${draft.updatedAt},
      ${draft.curesCaseId ?? null})
    on conflict do nothing
  `.execute(db);
}

export async function findDraft(db: Executor, id: string): Promise<Draft | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Row>`${kept} select ${columns} from applications.draft where id = ${id}`.execute(db);
  return rows.map(read)[0];
}

/** The draft that corrects a case, filed or not. */
export async function findDraftOfCase(db: Executor, caseId: string): Promise<Draft | undefined> {
  const { rows } = await sql<Row>`select ${columns} from applications.draft where cures_case_id = ${caseId}`.execute(
    db,
  );
  return rows.map(read)[0];
}

/** The draft and the next running number of applications, in one round trip: filing needs both. */
export async function findDraftToFile(db: Executor, id: string): Promise<(Draft & { seq: number }) | undefined> {
  if (!isId(id)) return undefined;
  const { rows } = await sql<Row & { seq: string }>`
    ${kept} select ${columns}, nextval('applications.number_seq') as seq from applications.draft where id = ${id}
  `.execute(db);
  return rows.map((row) => ({ ...read(row), seq: Number(row.seq) }))[0];
}

/** Writes the draft if it is still at the version it was read at and not filed; whether it was. */
export async function updateDraft(db: Executor, draft: Draft): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update applications.draft
    set version = version + 1, content = ${JSON.stringify(draft.content)}::jsonb, updated_at = ${draft.updatedAt},
      person_id = ${draft.personId ?? null}, guest_key = ${draft.guestKey ?? null}, pack_version = ${draft.packVersion}
    where id = ${draft.id} and version = ${draft.version} and application_id is null
  `.execute(db);
  return numAffectedRows === 1n;
}

/**
 * Clauses that mark the draft as filed and keep what was filed. The statement is undone with `isDraftGone` if the
 * draft is not at the version it was read at any more: what another window saved meanwhile is never left behind. Locks
 * the draft: of two filings at once the second waits and then finds it filed.
 */
export const filed = (draft: Pick<Draft, 'id' | 'version'>, filing: KeptFiling): Clause[] => [
  writes(
    sql`
      update applications.draft set application_id = ${filing.applicationId}, version = version + 1
      where id = ${draft.id} and version = ${draft.version} and application_id is null returning id
    `,
    'filed_draft',
  ),
  calls(sql`select platform.refuse_unless(count(*) = 1) from filed_draft`),
  writes(sql`
    insert into applications.filing (application_id, answers, provenance, applicant, place, plan, digest)
    values (${filing.applicationId}, ${JSON.stringify(filing.answers)}::jsonb, ${JSON.stringify(filing.provenance)}::jsonb,
      ${JSON.stringify(filing.applicant)}::jsonb, ${filing.place ? JSON.stringify(filing.place) : null}::jsonb,
      ${JSON.stringify(filing.plan)}::jsonb, ${filing.digest})
  `),
];

/** Somebody filed or changed the draft since it was read. */
export const isDraftGone = (error: unknown): boolean =>
  isRefused(error) || isUniqueViolation(error, 'application_draft_id_key');

/** What was filed, as it is kept for good. */
export type Filing = Readonly<
  Pick<DraftContent, 'answers' | 'provenance' | 'place'> & {
    applicationId: string;
    applicant: NonNullable<DraftContent['applicant']>;
    plan: Plan;
    digest: string;
  }
>;

/** A filing as its row holds it: without the texts of the pack, which `withTexts` puts back. */
export type KeptFiling = Omit<Filing, 'plan'> & Readonly<{ plan: KeptPlan | Plan }>;

export async function findFiling(db: Executor, applicationId: string): Promise<KeptFiling | undefined> {
  if (!isId(applicationId)) return undefined;
  const { rows } = await sql<Omit<KeptFiling, 'applicationId' | 'place'> & { place: Filing['place'] | null }>`
    select answers, provenance, applicant, place, plan, digest from applications.filing where application_id = ${applicationId}
  `.execute(db);
  return rows.map(({ place, ...row }) => ({ ...row, applicationId, ...(place ? { place } : {}) }))[0];
}

export async function deleteDraft(db: Executor, id: string): Promise<void> {
  await sql`delete from applications.draft where id = ${id} and application_id is null`.execute(db);
}

/** Drafts not filed yet, by the version of the rules they began under; `subjects` as drafts name them. */
export async function countDraftsByVersion(db: Executor, subjects: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ version: string; n: number }>`
    select pack_version as version, count(*)::int as n from applications.draft
    where application_id is null and subject = any(${[...subjects]}) group by 1
  `.execute(db);
  return new Map(rows.map(({ version, n }) => [version, n]));
}

/** Drafts of a person, and those the browser began before signing in, the newest first. */
export async function listDrafts(db: Executor, who: { personId?: string; guestKey?: string }): Promise<Draft[]> {
  const { rows } = await sql<Row>`
    select * from applications.draft
    where application_id is null and (person_id = ${who.personId ?? null} or (person_id is null and guest_key = ${who.guestKey ?? null}))
    order by updated_at desc limit 50
  `.execute(db);
  return rows.map(read);
}
