import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { createDatabase } from '#platform/db/index.ts';
import { migratedSnapshot } from '#platform/db/template.ts';

/**
 * Writes db/types.ts, Kysely's picture of all tables and views, from a freshly migrated embedded database.
 * With `--check` it changes nothing and fails if the file is not what it would write.
 */
const target = join(import.meta.dirname, '../db/types.ts');

const head = `// Written by tools/db-types.ts from db/migrations; changes are overwritten.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** A moment; written as an ISO string or a Date. */
type Timestamp = ColumnType<Date, Date | string, Date | string>;
`;

type Column = Readonly<{
  relation: string;
  isView: boolean;
  name: string;
  type: string;
  isArray: boolean;
  isRequired: boolean;
  hasDefault: boolean;
  isAlways: boolean;
}>;

const columnsOfOwnRelations = `
  select n.nspname || '.' || c.relname as relation, c.relkind in ('v', 'm') as "isView", a.attname as name,
    coalesce(e.typname, t.typname) as type, e.oid is not null as "isArray", a.attnotnull as "isRequired",
    a.atthasdef or a.attidentity <> '' as "hasDefault", a.attidentity = 'a' or a.attgenerated <> '' as "isAlways"
  from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'graphile_worker')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by relation, a.attnum`;

/** As src/platform/db/column-types.ts and pg read them. */
const programTypes: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  oid: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  bytea: 'Buffer',
  timestamptz: 'Timestamp',
};

function typeOf({ type, isArray, isRequired, hasDefault, isAlways, isView }: Column): string {
  const single = programTypes[type] ?? 'string';
  const listed = isArray ? `${single === 'Timestamp' ? 'Date' : single}[]` : single;
  // A view's columns are never known to be filled, yet nearly all are: the store that reads it knows.
  const value = isRequired || isView || listed === 'unknown' ? listed : `${listed} | null`;
  if (isAlways) return `GeneratedAlways<${value}>`;
  return hasDefault ? `Generated<${value}>` : value;
}

async function typesText(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Column>(columnsOfOwnRelations);
  const tables = [...Map.groupBy(rows, (row) => row.relation)].map(([relation, columns]) => {
    const lines = columns.map((column) => `    ${column.name}: ${typeOf(column)};\n`);
    return `  '${relation}': {\n${lines.join('')}  };\n`;
  });
  const used = (name: string): string =>
    tables.some((one) => one.includes(`${name}<`)) || name === 'ColumnType' ? name : '';
  const imported = ['ColumnType', 'Generated', 'GeneratedAlways'].map(used).filter((name) => name !== '');
  return `${head.replace('ColumnType, Generated, GeneratedAlways', imported.join(', '))}\nexport interface DB {\n${tables.join('')}}\n`;
}

const database = await createDatabase({ snapshot: await migratedSnapshot() });
try {
  const text = await typesText(database.pool);
  if (!process.argv.includes('--check')) {
    writeFileSync(target, text);
  } else if (readFileSync(target, 'utf8') !== text) {
    console.error('db/types.ts does not show the migrated database: write it anew with `npm run db:types`');
    process.exitCode = 1;
  }
} finally {
  await database.close();
}
