import { sql } from 'kysely';
import { type Db, inTransaction, type Tx } from '#platform/db/index.ts';
import { demoCompany, demoEmployees, demoId, demoMandate, demoResidents } from './demo-people.ts';

export type DemoSeed = Readonly<{
  /** Ids of the city's own departments, in the order of the pack. */
  departmentIds: readonly string[];
  /** Issuer of the demo provider (`demoIssuer`); a city that moves to another address is seeded again. */
  issuer: string;
  /** Day from which the demo mandate holds for a year. */
  today: Temporal.PlainDate;
}>;

/** Puts the demo people into the database; run again it only brings them up to date. */
export async function seedDemoPeople(db: Db, seed: DemoSeed): Promise<void> {
  await inTransaction(db, async (tx) => {
    await seedResidents(tx);
    await seedCompany(tx);
    await seedMandate(tx, seed.today);
    await seedEmployees(tx, seed.departmentIds);
    await seedIdentities(tx, seed);
  });
}

async function seedResidents(tx: Tx): Promise<void> {
  const rows = demoResidents.map(({ subject, name: [lastName, firstName, patronymic], flat, ...person }) => ({
    ...person,
    id: demoId(subject),
    lastName,
    firstName,
    patronymic,
    email: `${subject}@example.org`,
    address: `ул. Вымышленная, д. 1, кв. ${flat}`,
  }));
  await sql`
    insert into people.person (id, last_name, first_name, patronymic, phone, email, snils, inn, ogrnip,
      registered_address, created_at, updated_at)
    select id, "lastName", "firstName", patronymic, phone, email, snils, inn, ogrnip, address, now(), now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "lastName" text, "firstName" text,
      patronymic text, phone text, email text, snils text, inn text, ogrnip text, address text)
    on conflict (id) do nothing`.execute(tx);
}

async function seedCompany(tx: Tx): Promise<void> {
  const { key, name, inn, kpp, ogrn, director, position } = demoCompany;
  await sql`
    insert into people.organisation (id, name, inn, kpp, ogrn, legal_address, updated_at)
    values (${demoId(key)}, ${name}, ${inn}, ${kpp}, ${ogrn}, 'ул. Вымышленная, д. 2, офис 5', now())
    on conflict (id) do nothing`.execute(tx);
  await sql`
    insert into people.position (person_id, organisation_id, title, since)
    values (${demoId(director)}, ${demoId(key)}, ${position}, '2020-01-01')
    on conflict do nothing`.execute(tx);
}

async function seedMandate(tx: Tx, today: Temporal.PlainDate): Promise<void> {
  const { key, grantor, representative, number } = demoMandate;
  const until = today.add({ years: 1 }).toString();
  await sql`
    insert into people.mandate (id, grantor_person_id, representative_id, number, issued_on, scope, valid_from, valid_to)
    values (${demoId(key)}, ${demoId(grantor)}, ${demoId(representative)}, ${number}, ${today.toString()}, '{*}',
      ${today.toString()}, ${until})
    on conflict (id) do update set valid_to = excluded.valid_to`.execute(tx);
}

async function seedEmployees(tx: Tx, departmentIds: readonly string[]): Promise<void> {
  const rows = demoEmployees(departmentIds).map(
    ({ subject, departmentId, roles, name: [lastName, firstName, patronymic] }) => ({
      id: demoId(subject),
      departmentId,
      roles,
      lastName,
      firstName,
      patronymic,
      email: `${subject}@example.org`,
    }),
  );
  await sql`
    insert into people.employee (id, department_id, roles, last_name, first_name, patronymic, email, updated_at)
    select id, "departmentId", roles, "lastName", "firstName", patronymic, email, now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, "departmentId" text, roles text[],
      "lastName" text, "firstName" text, patronymic text, email text)
    on conflict (id) do update set department_id = excluded.department_id, roles = excluded.roles,
      last_name = excluded.last_name, first_name = excluded.first_name, patronymic = excluded.patronymic`.execute(tx);
}

async function seedIdentities(tx: Tx, { issuer, departmentIds }: DemoSeed): Promise<void> {
  const persons = demoResidents.map(({ subject }) => ({ subject, personId: demoId(subject) }));
  const employees = demoEmployees(departmentIds).map(({ subject }) => ({ subject, employeeId: demoId(subject) }));
  await sql`
    insert into people.identity (issuer, subject, person_id, employee_id, linked_at)
    select ${issuer}, subject, "personId", "employeeId", now()
    from jsonb_to_recordset(${JSON.stringify([...persons, ...employees])}::jsonb)
      as r (subject text, "personId" uuid, "employeeId" uuid)
    on conflict (issuer, subject) do nothing`.execute(tx);
}
