import { sql } from 'kysely';
import type { Executor } from '#platform/db/index.ts';

/** Whom a provider means by a subject. */
export type Identity = Readonly<{ kind: 'person'; personId: string } | { kind: 'employee'; employeeId: string }>;

type Key = Readonly<{ issuer: string; subject: string }>;

export async function findIdentity(db: Executor, { issuer, subject }: Key): Promise<Identity | undefined> {
  const { rows } = await sql<{ personId: string | null; employeeId: string | null }>`
    select person_id as "personId", employee_id as "employeeId" from people.identity
    where issuer = ${issuer} and subject = ${subject}`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return row.personId === null
    ? { kind: 'employee', employeeId: row.employeeId ?? '' }
    : { kind: 'person', personId: row.personId };
}

/** Links a subject to somebody unless it is linked already; says whether it did. */
export async function insertIdentity(db: Executor, key: Key, identity: Identity, at: string): Promise<boolean> {
  const personId = identity.kind === 'person' ? identity.personId : null;
  const employeeId = identity.kind === 'employee' ? identity.employeeId : null;
  const { numAffectedRows } = await sql`
    insert into people.identity (issuer, subject, person_id, employee_id, linked_at)
    values (${key.issuer}, ${key.subject}, ${personId}, ${employeeId}, ${at})
    on conflict (issuer, subject) do nothing`.execute(db);
  return numAffectedRows === 1n;
}

export async function markSignedIn(db: Executor, { issuer, subject }: Key, at: string): Promise<void> {
  await sql`update people.identity set signed_in_at = ${at} where issuer = ${issuer} and subject = ${subject}`.execute(
    db,
  );
}
