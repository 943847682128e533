import { sql } from 'kysely';
import type { Party } from '#kernel/actor.ts';
import { type Executor, kept } from '#platform/db/index.ts';
import type { SignInClaims } from './claims.ts';
import type { Mandate, OrganisationProfile, PersonProfile } from './profile.ts';

export async function findPerson(db: Executor, id: string): Promise<PersonProfile | undefined> {
  const { rows } = await sql<PersonProfile>`
    ${kept} select id, last_name as "lastName", first_name as "firstName", patronymic, phone, email, snils, inn, ogrnip,
      registered_address as "registeredAddress"
    from people.person where id = ${id}`.execute(db);
  return rows[0];
}

/** Companies that the person speaks for by position on the day `on`. */
export async function listOrganisationsOf(db: Executor, personId: string, on: string): Promise<OrganisationProfile[]> {
  const { rows } = await sql<OrganisationProfile>`
    ${kept} select o.id, o.name, o.inn, o.ogrn, o.legal_address as "legalAddress", p.title as position
    from people.position as p join people.organisation as o on o.id = p.organisation_id
    where p.person_id = ${personId} and p.since <= ${on}::date and (p.until is null or p.until >= ${on}::date)
    order by o.name`.execute(db);
  return rows;
}

type MandateRow = Omit<Mandate, 'grantor'> & { personId: string | null; organisationId: string | null };

/** Mandates of the representative that hold on the day `on`. */
export async function listMandatesOf(db: Executor, personId: string, on: string): Promise<Mandate[]> {
  const { rows } = await sql<MandateRow>`
    ${kept} select m.id, m.grantor_person_id as "personId", m.grantor_organisation_id as "organisationId",
      coalesce(o.name, concat_ws(' ', p.last_name, p.first_name, p.patronymic)) as "grantorName",
      m.number, m.issued_on as "issuedOn", m.scope, m.valid_from as "validFrom", m.valid_to as "validTo"
    from people.mandate as m
    left join people.person as p on p.id = m.grantor_person_id
    left join people.organisation as o on o.id = m.grantor_organisation_id
    where m.representative_id = ${personId} and m.valid_from <= ${on}::date and m.valid_to >= ${on}::date
      and (m.revoked_on is null or m.revoked_on > ${on}::date)
    order by "grantorName", m.valid_to desc`.execute(db);
  return rows.map(({ personId: grantorId, organisationId, ...mandate }) => ({
    ...mandate,
    grantor: grantorOf(grantorId, organisationId ?? ''),
  }));
}

const grantorOf = (personId: string | null, organisationId: string): Party =>
  personId === null ? { kind: 'organisation', organisationId } : { kind: 'person', personId };

/** A company as its register has it, whoever asks; `position` of nobody. */
export async function findOrganisation(db: Executor, id: string): Promise<OrganisationProfile | undefined> {
  const { rows } = await sql<OrganisationProfile>`
    select id, name, inn, ogrn, legal_address as "legalAddress", null::text as position
    from people.organisation where id = ${id}`.execute(db);
  return rows[0];
}

type NewPerson = Readonly<{ id: string; claims: SignInClaims; lastName: string; firstName: string; at: string }>;

export async function insertPerson(db: Executor, { id, claims, lastName, firstName, at }: NewPerson): Promise<void> {
  await sql`
    insert into people.person (id, last_name, first_name, patronymic, phone, email, snils, inn, ogrnip,
      registered_address, created_at, updated_at)
    values (${id}, ${lastName}, ${firstName}, ${claims.middle_name ?? null}, ${claims.phone_number ?? null},
      ${claims.email ?? null}, ${claims.snils ?? null}, ${claims.inn ?? null}, ${claims.ogrnip ?? null},
      ${claims.address?.formatted ?? null}, ${at}, ${at})`.execute(db);
}

/** Takes over what the provider says now; what it does not say stays. */
export async function updatePerson(db: Executor, id: string, claims: SignInClaims, at: string): Promise<void> {
  await sql`
    update people.person set
      last_name = coalesce(${claims.family_name ?? null}, last_name),
      first_name = coalesce(${claims.given_name ?? null}, first_name),
      patronymic = coalesce(${claims.middle_name ?? null}, patronymic),
      phone = coalesce(${claims.phone_number ?? null}, phone),
      email = coalesce(${claims.email ?? null}, email),
      snils = coalesce(${claims.snils ?? null}, snils),
      inn = coalesce(${claims.inn ?? null}, inn),
      ogrnip = coalesce(${claims.ogrnip ?? null}, ogrnip),
      registered_address = coalesce(${claims.address?.formatted ?? null}, registered_address),
      updated_at = ${at}
    where id = ${id}`.execute(db);
}

export async function deletePerson(db: Executor, id: string): Promise<void> {
  await sql`delete from people.person where id = ${id}`.execute(db);
}
