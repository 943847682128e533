import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { migratedSnapshot } from '../db/template.ts';
import { type EmbeddedPostgres, openEmbeddedPostgres } from './index.ts';

let server: EmbeddedPostgres;
let pool: pg.Pool;
beforeAll(async () => {
  server = await openEmbeddedPostgres({ snapshot: await migratedSnapshot() });
  pool = new pg.Pool({ stream: () => server.connect(), max: 20 });
  pool.on('error', () => {});
  await pool.query('create table public.visit (id integer generated always as identity, who text not null)');
});
afterAll(async () => {
  await pool.end();
  await server.close();
});

const visitors = async () =>
  (await pool.query<{ who: string }>('select who from visit order by id')).rows.map(({ who }) => who);

describe('the embedded database behind many connections', () => {
  test('two transactions at once do not see or touch each other', async () => {
    const [one, two] = [await pool.connect(), await pool.connect()];
    await one.query('begin');
    await one.query('insert into visit (who) values ($1)', ['undone']);
    const second = (async () => {
      await two.query('begin');
      const { rowCount } = await two.query('select from visit where who = $1', ['undone']);
      await two.query('insert into visit (who) values ($1)', ['kept']);
      await two.query('commit');
      return rowCount;
    })();
    await one.query('rollback');
    expect(await second).toBe(0);
    expect(await visitors()).toEqual(['kept']);
    one.release();
    two.release();
  });

  test('two hundred questions with parameters over twenty connections each get their own answer', async () => {
    const asked = Array.from({ length: 200 }, (_, number) => `question ${number} ә`);
    const answers = await Promise.all(
      asked.map((text) => pool.query<{ text: string }>('select $1::text as text', [text])),
    );
    expect(answers.map(({ rows }) => rows[0]?.text)).toEqual(asked);
  });

  test('interleaved transactions lose no update', async () => {
    await pool.query('create table public.counter as select 0 as value');
    const add = async () => {
      const client = await pool.connect();
      await client.query('begin');
      const { rows } = await client.query<{ value: number }>('select value from counter');
      await client.query('update counter set value = $1', [(rows[0]?.value ?? 0) + 1]);
      await client.query('commit');
      client.release();
    };
    await Promise.all(Array.from({ length: 50 }, add));
    expect((await pool.query('select value from counter')).rows).toEqual([{ value: 50 }]);
  });

  test('a failed statement fails its own transaction only', async () => {
    const client = await pool.connect();
    await client.query('begin');
    await expect(client.query('insert into visit (who) values ($1)', [null])).rejects.toMatchObject({ code: '23502' });
    await expect(client.query('select 1')).rejects.toMatchObject({ code: '25P02' });
    const other = pool.query('select 1 as one');
    await client.query('rollback');
    expect((await other).rows).toEqual([{ one: 1 }]);
    client.release();
  });

  test('the transaction of a dropped connection is rolled back', async () => {
    const before = await visitors();
    const client = new pg.Client({ stream: () => server.connect() });
    client.on('error', () => {});
    await client.connect();
    await client.query('begin');
    await client.query('insert into visit (who) values ($1)', ['dropped']);
    const waiting = visitors();
    await client.end();
    expect(await waiting).toEqual(before);
  });

  test('who listens hears what others tell, until everybody has left', async () => {
    const [one, two] = [await pool.connect(), await pool.connect()];
    const heard: (string | undefined)[] = [];
    two.on('notification', ({ payload }) => heard.push(payload));
    await one.query('listen news');
    await two.query('listen news');
    await one.query('unlisten news');
    await pool.query(`select pg_notify('news', 'told')`);
    await vi.waitFor(() => expect(heard).toEqual(['told']));
    one.release();
    two.release();
  });

  test('COPY from the client is refused with advice, and the connection lives on', async () => {
    await expect(pool.query('copy visit (who) from stdin')).rejects.toThrow('jsonb_to_recordset');
    expect((await pool.query('select 2 as two')).rows).toEqual([{ two: 2 }]);
  });

  test('it knows geometry and Tatar letters', async () => {
    const { rows } = await pool.query(
      `select st_area(st_geomfromgeojson($1)::geography) > 1000 as area, lower('ӘҮҢҖҺӨ') as letters`,
      [
        JSON.stringify({
          type: 'Polygon',
          coordinates: [
            [
              [49, 55],
              [49.001, 55],
              [49.001, 55.001],
              [49, 55],
            ],
          ],
        }),
      ],
    );
    expect(rows).toEqual([{ area: true, letters: 'әүңҗһө' }]);
  });
});

describe('an embedded database on disk', () => {
  test('keeps every acknowledged row when its process is killed', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'berdem-kill-'));
    try {
      const acknowledged = await insertUntilKilled(dataDir);
      const again = await openEmbeddedPostgres({ dataDir });
      const client = new pg.Client({ stream: () => again.connect() });
      await client.connect();
      const { rows } = await client.query<{ number: number }>('select number from arrived order by number');
      await client.end();
      await again.close();
      // One more may have been committed than could be reported.
      expect(rows.map(({ number }) => number).slice(0, acknowledged)).toEqual(
        Array.from({ length: acknowledged }, (_, index) => index),
      );
    } finally {
      rmSync(dataDir, { recursive: true });
    }
  }, 60_000);

  test('takes a transaction of many megabytes, though its log spans many files and folders are synced', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'berdem-large-'));
    const database = await openEmbeddedPostgres({ dataDir, snapshot: await migratedSnapshot() });
    const client = new pg.Client({ stream: () => database.connect() });
    await client.connect();
    await client.query('begin');
    await client.query(
      'create table large as select n, repeat(md5(n::text), 40) as text from generate_series(1, 20000) as n',
    );
    await client.query('commit');
    const { rows } = await client.query('select count(*)::int as count from large');
    await client.end();
    await database.close();
    rmSync(dataDir, { recursive: true });
    expect(rows).toEqual([{ count: 20_000 }]);
  }, 60_000);

  test('is for one process: another is told who has it', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'berdem-two-'));
    const first = await openEmbeddedPostgres({ dataDir, snapshot: await migratedSnapshot() });
    await expect(openEmbeddedPostgres({ dataDir })).rejects.toThrow(`in use by process ${process.pid}`);
    await first.close();
    rmSync(dataDir, { recursive: true });
  }, 60_000);
});

/** Inserts row after row in a process of its own and kills it in the middle; how many rows it had been told are safe. */
async function insertUntilKilled(dataDir: string): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'insert-rows.fixture.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  for await (const line of createInterface(child.stdout)) {
    acknowledged = Number(line) + 1;
    if (acknowledged === 200) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return acknowledged;
}
