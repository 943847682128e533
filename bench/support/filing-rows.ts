import type { Database } from '#platform/db/index.ts';

/** Rows of one filed application by table, as the product wrote them; columns by name, values as text. */
export type FiledRows = readonly Readonly<{
  table: string;
  columns: readonly string[];
  rows: readonly (readonly (string | null)[])[];
}>[];

/**
 * Tables that one filing writes: what finds the rows of an application, and columns that the database fills itself. The
 * files of an application are given to it by writing their rows anew; the floor inserts as many.
 */
const written: readonly Readonly<{ table: string; where: string; own?: readonly string[] }>[] = [
  {
    table: 'platform.event',
    where: 'stream_id = $1 or stream_id in (select id from cases."case" where application_id = $1)',
    own: ['position'],
  },
  { table: 'applications.application', where: 'id = $1' },
  { table: 'applications.filing', where: 'application_id = $1' },
  { table: 'cases."case"', where: 'application_id = $1' },
  { table: 'documents.document', where: 'application_id = $1' },
  { table: 'audit.entry', where: 'application_id = $1', own: ['position'] },
  {
    table: 'graphile_worker._private_jobs',
    where: `payload ->> 'caseId' in (select id::text from cases."case" where application_id = $1)`,
    own: ['id', 'is_available'],
  },
];

/** The rows that the newest filing wrote. The draft, which it marks as filed, is left out. */
export async function rowsOfNewestFiling({ pool }: Database): Promise<FiledRows> {
  const newest = await pool.query<{ id: string }>(
    'select id from applications.application order by filed_at desc limit 1',
  );
  const found = [];
  for (const { table, where, own = [] } of written) {
    const { fields, rows } = await pool.query({
      text: `select * from ${table} where ${where}`,
      values: [newest.rows[0]?.id],
      types: { getTypeParser: () => String },
    });
    const columns = fields.map(({ name }) => name).filter((name) => !own.includes(name));
    found.push({ table, columns, rows: rows.map((row) => columns.map((name) => row[name])) });
  }
  return found;
}

/** How much it is: rows and bytes, in all and by table. */
export function describeRows(filed: FiledRows): string {
  const bytesOf = ({ rows }: FiledRows[number]) => rows.flat().reduce((sum, value) => sum + (value?.length ?? 0), 0);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const tables = filed.map((one) => `${one.table} ${one.rows.length} (${kilobytes(bytesOf(one))})`);
  return `${sum(filed.map(({ rows }) => rows.length))} rows, ${kilobytes(sum(filed.map(bytesOf)))}: ${tables.join(', ')}`;
}
