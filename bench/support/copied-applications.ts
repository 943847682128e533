import { sql } from 'kysely';
import type { Db } from '#platform/db/index.ts';

/** Stands for the number of the copy in every id and number of a template: twelve places, as at the end of a UUID. */
const token = '############';

/**
 * What stands around an application, table by table, and columns that the database fills itself. The rows of the last
 * five are found by their key alone, however many there are: they are written for one copy of ten.
 */
const tables: readonly Readonly<{ name: string; isSeldom: boolean }>[] = [
  { name: 'applications.application', isSeldom: false },
  { name: 'cases.case', isSeldom: false },
  { name: 'requests.agency_request', isSeldom: false },
  { name: 'decisions.decision', isSeldom: false },
  { name: 'registers.record', isSeldom: false },
  { name: 'platform.event', isSeldom: true },
  { name: 'applications.filing', isSeldom: true },
  { name: 'applications.supplement', isSeldom: true },
  { name: 'documents.document', isSeldom: true },
  { name: 'documents.issued', isSeldom: true },
];
const own = new Set(['position']);
const seldom = 10;

/** A set of applications that was filed and worked on through the use cases, ready to be copied. */
export type Templates = Readonly<{ cases: number; records: number; caseIds: readonly string[] }>;

/** Everything that is now in the database becomes the templates, in the table `pg_temp.template` of this connection. */
export async function keepTemplates(db: Db): Promise<Templates> {
  const renamed = await newNames(db);
  const named = new RegExp([...renamed.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');
  await sql`create temp table template (of text, is_seldom boolean, row text)`.execute(db);
  const counts = new Map<string, number>();
  for (const { name, isSeldom } of tables) {
    const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.table(name)} t`.execute(db);
    const texts = rows.map(({ row }) => row.replace(named, (found) => renamed.get(found) ?? found));
    await sql`insert into template select ${name}, ${isSeldom}, t from unnest(${texts}::text[]) as t`.execute(db);
    counts.set(name, rows.length);
  }
  const { rows } = await sql<{ id: string }>`select id from cases."case" order by id`.execute(db);
  const caseIds = rows.map(({ id }) => renamed.get(id) ?? id);
  return { cases: counts.get('cases.case') ?? 0, records: counts.get('registers.record') ?? 0, caseIds };
}

/** The id or number of a template in its n-th copy. */
export const inCopy = (text: string, n: number): string => text.replace(token, n.toString(16).padStart(12, '0'));

/** Every id and number of the templates by what it is called in copies: the same, with the token in it. */
async function newNames(db: Db): Promise<Map<string, string>> {
  const { rows: ids } = await sql<{ text: string }>`
    select id::text as text from applications.application union select draft_id::text from applications.application
    union select id::text from cases."case" union select id::text from requests.agency_request
    union select id::text from decisions.decision union select id::text from registers.record
    union select id::text from documents.document where application_id is not null
    union select id::text from applications.supplement order by 1
  `.execute(db);
  const { rows: numbers } = await sql<{ text: string }>`
    select number as text from applications.application union select number from cases."case"
    union select number from decisions.decision where number is not null union select number from registers.record
    union select verify_code from documents.issued
  `.execute(db);
  return new Map([
    ...ids.map(({ text }, at): [string, string] => [
      text,
      `${at.toString(16).padStart(8, '0')}-0000-8000-8000-${token}`,
    ]),
    ...numbers.map(({ text }): [string, string] => [text, `${text}-${token}`]),
  ]);
}

/** Writes the copies `from` to `to`, as the product would have written them; `only` some tables if named. */
export async function copyTemplates(
  db: Db,
  { from, to, only }: Readonly<{ from: number; to: number; only?: string }>,
): Promise<void> {
  for (const { name, isSeldom } of tables) {
    if (only !== undefined && only !== name) continue;
    const columns = sql.join((await columnsOf(db, name)).map((column) => sql.ref(column)));
    await sql`
      insert into ${sql.table(name)} (${columns})
      select ${columns} from generate_series(${from}::int, ${to}::int) as n
      cross join template t
      cross join lateral jsonb_populate_record(
        null::${sql.table(name)}, replace(t.row, ${token}, lpad(to_hex(n), 12, '0'))::jsonb)
      where t.of = ${name} and (not ${isSeldom}::boolean or n % ${seldom} = 0)
    `.execute(db);
  }
}

async function columnsOf(db: Db, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
  `.execute(db);
  return rows.flatMap(({ name }) => (own.has(name) ? [] : [name]));
}
