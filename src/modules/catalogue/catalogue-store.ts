import { sql } from 'kysely';
import type { Executor, Tx } from '#platform/db/index.ts';
import type { Pack } from './pack/pack.ts';

/** `publishedBy`: a name, or an employee as the journal names one; undefined: nobody was named. */
export type VersionRow = Readonly<{ id: string; pack: Pack; publishedBy: string | undefined }>;

/** One process at a time keeps a version; the lock ends with the transaction. */
export async function lockVersions(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('catalogue.version'))`.execute(tx);
}

/** Keeps a version of the rules; one that is kept already is left as it is. */
export async function insertVersion(db: Executor, { id, pack, publishedBy }: VersionRow): Promise<void> {
  const { city, hash } = pack;
  await sql`
    insert into catalogue.version (id, city_id, version, hash, effective, content, published_by)
    values (${id}, ${city.id}, ${city.version}, ${hash}, ${city.effective}::date, ${JSON.stringify(pack)}::jsonb,
      ${publishedBy ?? null})
    on conflict do nothing
  `.execute(db);
}

/** A city other than this one whose rules the database keeps. */
export async function findOtherCity(db: Executor, cityId: string): Promise<string | undefined> {
  const { rows } = await sql<{ cityId: string }>`
    select city_id as "cityId" from catalogue.version where city_id <> ${cityId} limit 1
  `.execute(db);
  return rows[0]?.cityId;
}

/** The rules kept under a version id. */
export async function findVersion(db: Executor, id: string): Promise<Pack | undefined> {
  const { rows } = await sql<{ content: Pack }>`select content from catalogue.version where id = ${id}`.execute(db);
  return rows[0]?.content;
}

/** A version of the rules that was ever in force here, or will be. */
export type KeptVersion = Readonly<{
  id: string;
  /** What people call it: `2026.1`. */
  version: string;
  /** First day of the pack, an ISO date. */
  effective: string;
  /** When a process first loaded it, an ISO instant. */
  loadedAt: string;
  /** A name as it was given at the start, or an employee as the journal names one; null: nobody was named. */
  publishedBy: string | null;
}>;

/** Kept versions, the newest first. */
export async function listVersions(db: Executor): Promise<KeptVersion[]> {
  const { rows } = await sql<Omit<KeptVersion, 'loadedAt'> & { loadedAt: Date }>`
    select id, version, effective::text as effective, loaded_at as "loadedAt", published_by as "publishedBy"
    from catalogue.version order by loaded_at desc, id
  `.execute(db);
  return rows.map((row) => ({ ...row, loadedAt: row.loadedAt.toISOString() }));
}
