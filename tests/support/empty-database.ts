import type pg from 'pg';
import type { Database } from '#platform/db/index.ts';

/** What a database looked like when it was fresh: its tables, and the rows that migrations wrote. */
export type Likeness = Readonly<{ schema: string; seeds: readonly Seed[] }>;
type Seed = Readonly<{ table: string; rows: unknown }>;

const records = new Set(['platform.migration', 'graphile_worker.migrations']);

const ownTables = `
  select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by name`;

const schemaText = `
  select coalesce(string_agg(concat_ws(' ', c.oid, c.relkind, a.attname, a.atttypid, a.attnotnull), ',' order by c.oid, a.attnum), '') as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
  where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`;

async function filledTables(client: pg.Pool | pg.PoolClient): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(ownTables);
  const own = tables.filter(({ name }) => !records.has(name));
  if (own.length === 0) return [];
  const checks = own.map(({ name }) => `select '${name}' as name where exists (select from ${name})`);
  const { rows } = await client.query<{ name: string }>(checks.join(' union all '));
  return rows.map(({ name }) => name);
}

async function schemaOf(client: pg.Pool | pg.PoolClient): Promise<string> {
  const { rows } = await client.query<{ text: string }>(schemaText);
  return rows[0]?.text ?? '';
}

/** Remembers a fresh database. */
export async function likenessOf(pool: pg.Pool): Promise<Likeness> {
  const seeds: Seed[] = [];
  for (const table of await filledTables(pool)) {
    const { rows } = await pool.query<{ rows: unknown }>(`select jsonb_agg(to_jsonb(t)) as rows from ${table} t`);
    seeds.push({ table, rows: rows[0]?.rows });
  }
  return { schema: await schemaOf(pool), seeds };
}

/** Makes a database fresh again; `false` if it cannot be (tables were changed, or a connection is still in use). */
export async function emptiedLike(fresh: Likeness, { pool }: Database): Promise<boolean> {
  if (pool.ended || pool.totalCount !== pool.idleCount) return false;
  const client = await pool.connect();
  try {
    if ((await schemaOf(client)) !== fresh.schema) return false;
    await client.query('begin');
    // Triggers that keep the journal from being emptied must not fire here.
    await client.query('set local session_replication_role = replica');
    const filled = await filledTables(client);
    if (filled.length > 0) await client.query(`truncate ${filled.join(', ')} restart identity cascade`);
    for (const { table, rows } of fresh.seeds) {
      await client.query(
        `insert into ${table} overriding system value select * from jsonb_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(rows)],
      );
    }
    await client.query(`
      select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
      from pg_sequences where last_value is not null`);
    await client.query('commit');
    return true;
  } catch {
    return false;
  } finally {
    client.release();
  }
}
