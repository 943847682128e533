/** The floor of the filing benchmark: the rows of one filing, inserted by `pg` alone in one transaction. */
import pg from 'pg';
import { newId } from '#kernel/id.ts';
import type { FiledRows } from './filing-rows.ts';
import { processorTime } from './processor-time.ts';

export type FloorOrder = Readonly<{
  url: string;
  rows: FiledRows;
  topics: readonly string[];
  connections: number;
  seconds: number;
}>;
/** Times of the processor in milliseconds. */
export type FloorResult = Readonly<{ transactions: number; seconds: number; clientTime: number; databaseTime: number }>;

type Statement = Readonly<{
  name: string;
  text: string;
  values: readonly (string | null)[];
  columns: readonly string[];
}>;

/** One statement inserts all rows of a table. */
function statementOf({ table, columns, rows }: FiledRows[number], types: ReadonlyMap<string, string>): Statement {
  let next = 0;
  const place = (column: string | undefined) => `$${++next}::${types.get(`${table}.${column}`)}`;
  const places = rows.map((row) => `(${row.map((_, index) => place(columns[index])).join(', ')})`);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const text = `insert into ${table} (${names}) values ${places.join(', ')}`;
  return { name: table, text, values: rows.flat(), columns };
}

/** Keys must be new each time; everything else stays as it was written. */
function renewed({ values, columns }: Statement, ids: Map<string, string>, suffix: string): (string | null)[] {
  return values.map((value, index) => {
    const column = columns[index % columns.length] ?? '';
    if (value === null) return null;
    if (column === 'number' || column === 'key') return `${value}${suffix}`;
    if (!/(^|_)id$/.test(column) || !/^[0-9a-f]{8}-/.test(value)) return value;
    const known = ids.get(value) ?? newId();
    ids.set(value, known);
    return known;
  });
}

async function floor({ url, rows, topics, connections, seconds }: FloorOrder): Promise<FloorResult> {
  const clients = await Promise.all(Array.from({ length: connections }, () => connected(url)));
  const [first] = clients;
  const types = first === undefined ? new Map<string, string>() : await columnTypes(first);
  const statements = rows.map((one) => statementOf(one, types));
  const tell = { name: 'tell', text: `select pg_notify('berdem_live', t) from unnest($1::text[]) as t` };
  const run = Date.now().toString(36);
  let transactions = 0;
  const pids = await Promise.all(clients.map(pidOf));
  const used = () => pids.reduce((sum, pid) => sum + processorTime(pid), 0);
  const [databaseBefore, clientBefore, began] = [used(), process.cpuUsage(), performance.now()];
  const work = async (client: pg.Client) => {
    while (performance.now() < began + seconds * 1000) {
      const ids = new Map<string, string>();
      const suffix = `${run}-${++transactions}`;
      await client.query('begin');
      for (const one of statements)
        await client.query({ name: one.name, text: one.text, values: renewed(one, ids, suffix) });
      await client.query({ ...tell, values: [topics] });
      await client.query('commit');
    }
  };
  await Promise.all(clients.map(work));
  const result = { transactions, seconds: (performance.now() - began) / 1000, databaseTime: used() - databaseBefore };
  const { user, system } = process.cpuUsage(clientBefore);
  await Promise.all(clients.map((client) => client.end()));
  return { ...result, clientTime: (user + system) / 1000 };
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

async function pidOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  return rows[0]?.pid ?? 0;
}

async function columnTypes(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select format('%I.%I.%s', n.nspname, c.relname, a.attname) as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

process.on('message', async (order: FloorOrder) => process.send?.(await floor(order)));
process.on('disconnect', () => process.exit());
