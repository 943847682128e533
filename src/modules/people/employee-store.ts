import { sql } from 'kysely';
import type { Executor } from '#platform/db/index.ts';
import type { Employee } from './profile.ts';

const columns = sql`id, department_id as "departmentId", roles, last_name as "lastName", first_name as "firstName",
  patronymic, title, phone, email`;

/** An employee, also one who left: old cases still name them. */
export async function findEmployee(db: Executor, id: string): Promise<Employee | undefined> {
  const { rows } = await sql<Employee>`select ${columns} from people.employee where id = ${id}`.execute(db);
  return rows[0];
}

/** Whoever works in the department on the day `on`. */
export async function listEmployees(db: Executor, departmentId: string, on: string): Promise<Employee[]> {
  const { rows } = await sql<Employee>`
    select ${columns} from people.employee
    where department_id = ${departmentId} and (left_on is null or left_on > ${on}::date)
    order by last_name, first_name, id`.execute(db);
  return rows;
}

/** Whether the employee works here on the day `on`. */
export async function isEmployed(db: Executor, id: string, on: string): Promise<boolean> {
  const { rows } = await sql<{ employed: boolean }>`
    select left_on is null or left_on > ${on}::date as employed from people.employee where id = ${id}`.execute(db);
  return rows[0]?.employed ?? false;
}

/** Names of people, organisations and employees by id; ids of none are left out. */
export async function listNames(db: Executor, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = sql`any(${[...new Set(ids)]}::uuid[])`;
  const { rows } = await sql<{ id: string; name: string }>`
    select id, concat_ws(' ', last_name, first_name, patronymic) as name from people.person where id = ${wanted}
    union all
    select id, concat_ws(' ', last_name, first_name, patronymic) from people.employee where id = ${wanted}
    union all
    select id, name from people.organisation where id = ${wanted}`.execute(db);
  return new Map(rows.map((row) => [row.id, row.name]));
}
