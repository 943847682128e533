import { sql } from 'kysely';
import { z } from 'zod';
import type { Executor } from '#platform/db/index.ts';

/** Keys of the demo provider: made once, the same in every web process. */
export type ProviderKeys = Readonly<{ jwks: { keys: JsonWebKey[] }; cookieKey: string; clientSecret: string }>;

export async function findKeys(db: Executor): Promise<ProviderKeys | undefined> {
  const { rows } = await sql<ProviderKeys>`
    select jwks, cookie_key as "cookieKey", client_secret as "clientSecret" from people.demo_provider_key`.execute(db);
  return rows[0];
}

/** Keeps the keys unless another process was first. */
export async function insertKeys(db: Executor, keys: ProviderKeys): Promise<void> {
  await sql`
    insert into people.demo_provider_key (id, jwks, cookie_key, client_secret)
    values (1, ${JSON.stringify(keys.jwks)}::jsonb, ${keys.cookieKey}, ${keys.clientSecret})
    on conflict (id) do nothing`.execute(db);
}

/** Somebody who can be chosen on the demo provider's page. */
export type Account = Readonly<{
  subject: string;
  personId: string | null;
  departmentId: string | null;
  roles: readonly string[] | null;
  lastName: string;
  firstName: string;
  patronymic: string | null;
  phone: string | null;
  email: string | null;
  snils: string | null;
  inn: string | null;
  ogrnip: string | null;
  registeredAddress: string | null;
  /** The company they speak for, or whoever gave them a mandate. */
  company: string | null;
  grantor: string | null;
}>;

const accounts = sql`
  select i.subject, i.person_id as "personId", e.department_id as "departmentId", e.roles,
    coalesce(p.last_name, e.last_name) as "lastName", coalesce(p.first_name, e.first_name) as "firstName",
    coalesce(p.patronymic, e.patronymic) as patronymic, coalesce(p.phone, e.phone) as phone,
    coalesce(p.email, e.email) as email, p.snils, p.inn, p.ogrnip, p.registered_address as "registeredAddress",
    (select o.name from people.position as s join people.organisation as o on o.id = s.organisation_id
      where s.person_id = p.id order by o.name limit 1) as company,
    (select coalesce(o.name, concat_ws(' ', g.last_name, g.first_name, g.patronymic)) from people.mandate as m
      left join people.person as g on g.id = m.grantor_person_id
      left join people.organisation as o on o.id = m.grantor_organisation_id
      where m.representative_id = p.id order by m.id limit 1) as grantor
  from people.identity as i
  left join people.person as p on p.id = i.person_id
  left join people.employee as e on e.id = i.employee_id`;

export async function listAccounts(db: Executor, issuer: string): Promise<Account[]> {
  const { rows } = await sql<Account>`${accounts} where i.issuer = ${issuer} order by i.subject`.execute(db);
  return rows;
}

export async function findAccount(db: Executor, issuer: string, subject: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`${accounts} where i.issuer = ${issuer} and i.subject = ${subject}`.execute(db);
  return rows[0];
}

/** Entries of the provider are its own words; only what they must be to be kept is checked. */
const Payload = z.record(z.string(), z.unknown());

type EntryRow = { payload: unknown; consumed: number | null };

function readEntry(row: EntryRow | undefined): Record<string, unknown> | undefined {
  if (!row) return undefined;
  const payload = Payload.parse(row.payload);
  return row.consumed === null ? payload : { ...payload, consumed: row.consumed };
}

const entry = sql`select payload, extract(epoch from consumed_at)::int as consumed from people.demo_provider_entry`;

export async function findEntry(db: Executor, model: string, id: string) {
  const { rows } = await sql<EntryRow>`
    ${entry} where model = ${model} and id = ${id} and (expires_at is null or expires_at > now())`.execute(db);
  return readEntry(rows[0]);
}

export async function findEntryByUid(db: Executor, model: string, uid: string) {
  const { rows } = await sql<EntryRow>`
    ${entry} where model = ${model} and uid = ${uid} and (expires_at is null or expires_at > now())`.execute(db);
  return readEntry(rows[0]);
}

type NewEntry = Readonly<{
  model: string;
  id: string;
  payload: Readonly<Record<string, unknown>>;
  expiresIn: number | null;
}>;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Writes an entry and sweeps what is over. */
export async function upsertEntry(db: Executor, { model, id, payload, expiresIn }: NewEntry): Promise<void> {
  await sql`
    with swept as (delete from people.demo_provider_entry where expires_at < now() - interval '1 hour')
    insert into people.demo_provider_entry (model, id, payload, grant_id, uid, expires_at)
    values (${model}, ${id}, ${JSON.stringify(payload)}::jsonb, ${textOf(payload.grantId)}, ${textOf(payload.uid)},
      now() + make_interval(secs => ${expiresIn}::float8))
    on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid,
      expires_at = excluded.expires_at`.execute(db);
}

export async function consumeEntry(db: Executor, model: string, id: string): Promise<void> {
  await sql`update people.demo_provider_entry set consumed_at = now() where model = ${model} and id = ${id}`.execute(
    db,
  );
}

export async function deleteEntry(db: Executor, model: string, id: string): Promise<void> {
  await sql`delete from people.demo_provider_entry where model = ${model} and id = ${id}`.execute(db);
}

export async function deleteEntriesOfGrant(db: Executor, grantId: string): Promise<void> {
  await sql`delete from people.demo_provider_entry where grant_id = ${grantId}`.execute(db);
}
