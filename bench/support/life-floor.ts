/** The floor of a step: what every step of a case writes, by `pg` alone in one transaction with prepared statements. */
import pg from 'pg';

export type Floor = Readonly<{ steps: number; seconds: number }>;

type Row = Readonly<{ id: string; application_id: string; state: string; version: number }>;

/**
 * Reads a case, writes an event, its next state and an audit entry, and tells: over and over, each connection on cases of
 * its own. The cases are left as they were but for their versions: nothing may read them afterwards.
 */
export async function stepFloor({
  url,
  caseIds,
  connections,
  seconds,
}: Readonly<{ url: string; caseIds: readonly string[]; connections: number; seconds: number }>): Promise<Floor> {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const began = performance.now();
  const work = async (client: pg.Client, lane: number): Promise<number> => {
    const own = caseIds.filter((_, at) => at % connections === lane);
    let steps = 0;
    for (; performance.now() < began + seconds * 1000; steps += 1) await step(client, own[steps % own.length] ?? '');
    return steps;
  };
  const done = await Promise.all(clients.map(work));
  const spent = (performance.now() - began) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return { steps: done.reduce((sum, steps) => sum + steps, 0), seconds: spent };
}

async function step(client: pg.Client, id: string): Promise<void> {
  const ask = (name: string, text: string, values: readonly unknown[]) =>
    client.query<Row>({ name, text, values: [...values] });
  await client.query('begin');
  const { rows } = await ask(
    'read',
    'select id, application_id, state::text, version from cases."case" where id = $1',
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`no case ${id}`);
  await ask(
    'event',
    `insert into platform.event (stream, stream_id, seq, type, body, at, by)
     values ('case', $1, $2, 'CaseTaken', '{"type":"CaseTaken"}', now(), 'employee:bench')`,
    [id, row.version + 1],
  );
  await ask('state', 'update cases."case" set version = $2, state = $3::jsonb where id = $1 and version = $2 - 1', [
    id,
    row.version + 1,
    row.state,
  ]);
  await ask(
    'audit',
    `insert into audit.entry (at, by, action, subject, subject_id, application_id)
     values (now(), 'employee:bench', 'cases.CaseTaken', 'case', $1, $2)`,
    [id, row.application_id],
  );
  await ask('tell', `select pg_notify('berdem_live', $1)`, [`{"topic":"case:${id}","payload":{}}`]);
  await client.query('commit');
}
