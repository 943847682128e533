/** The floor of the filing benchmark: the rows of one filing, inserted by `pg` alone in one transaction. */
import pg from 'pg';
import { newId } from '#kernel/id.ts';

/** Rows of one filed application by table, as the product wrote them; columns by name, values as text. */
export type FloorRows = readonly Readonly<{
  table: string;
  columns: readonly string[];
  rows: readonly (string | null)[][];
}>[];
export type FloorOrder = Readonly<{
  url: string;
  rows: FloorRows;
  topics: readonly string[];
  connections: number;
  seconds: number;
}>;
export type FloorResult = Readonly<{ transactions: number; seconds: number; statements: number; rows: number }>;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** A statement with its values; each column that must differ is made anew for every transaction. */
function prepare({ table, columns, rows }: FloorRows[number], types: ReadonlyMap<string, string>) {
  let next = 0;
  const places = rows.map(
    (row) => `(${row.map((_, index) => `$${++next}::${types.get(`${table}.${columns[index]}`)}`).join(', ')})`,
  );
  const names = columns.map((column) => `"${column}"`).join(', ');
  return { name: table, text: `insert into ${table} (${names}) values ${places.join(', ')}`, values: rows.flat() };
}

/** Ids and numbers that are keys must be new each time; the texts around them stay as long as they were. */
function renewed(value: string | null, column: string, ids: Map<string, string>, count: number): string | null {
  if (value === null) return null;
  if (column === 'number') return `${value}~${count}`;
  if (column === 'key') return `${value}~${count}`;
  if (!/(^|_)id$/.test(column) || !uuid.test(value)) return value;
  uuid.lastIndex = 0;
  const known = ids.get(value) ?? newId();
  ids.set(value, known);
  return known;
}

async function floor({ url, rows, topics, connections, seconds }: FloorOrder): Promise<FloorResult> {
  const types = await columnTypes(url);
  const statements = rows.map((one) => ({ ...prepare(one, types), columns: one.columns }));
  let transactions = 0;
  let count = 0;
  const run = Date.now().toString(36);
  const began = performance.now();
  const until = began + seconds * 1000;
  const work = async (client: pg.Client) => {
    while (performance.now() < until) {
      const ids = new Map<string, string>();
      const own = ++count;
      await client.query('begin');
      for (const { name, text, values, columns } of statements) {
        const fresh = values.map((value, index) => renewed(value, columns[index % columns.length] ?? '', ids, own));
        await client.query({ name, text, values: fresh.map((v) => (v?.endsWith(`~${own}`) ? `${v}-${run}` : v)) });
      }
      await client.query({
        name: 'tell',
        text: `select pg_notify('berdem_live', t) from unnest($1::text[]) as t`,
        values: [topics],
      });
      await client.query('commit');
      transactions += 1;
    }
    await client.end();
  };
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  await Promise.all(clients.map(work));
  const size = rows.reduce((sum, one) => sum + one.rows.length, 0);
  return { transactions, seconds: (performance.now() - began) / 1000, statements: statements.length + 1, rows: size };
}

async function columnTypes(url: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string; type: string }>(
    `select format('%I.%I.%s', n.nspname, c.relname, a.attname) as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  );
  await client.end();
  return new Map(rows.map(({ name, type }) => [name, type]));
}

process.on('message', async (order: FloorOrder) => process.send?.(await floor(order)));
process.on('disconnect', () => process.exit());
