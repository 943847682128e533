import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, type Database, type Db, inTransaction, isUniqueViolation, kept } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.pool.query(
    'create table public.bench (id integer primary key, seats bigint, placed date, seen date[])',
  );
});
afterAll(() => database.close());

const addBench = (id: number) => sql`insert into bench (id) values (${id})`;
const countBenches = async () =>
  (await sql<{ count: number }>`select count(*) as count from bench`.execute(database.db)).rows[0]?.count;

describe('a database', () => {
  test('a legal date is read as it was written, a count as a number', async () => {
    await sql`insert into bench values (1, 4000000000, '2026-01-01', '{2026-01-01,2026-12-31}')`.execute(database.db);
    const { rows } = await sql`select * from bench where id = 1`.execute(database.db);
    expect(rows).toEqual([{ id: 1, seats: 4_000_000_000, placed: '2026-01-01', seen: ['2026-01-01', '2026-12-31'] }]);
  });

  test('work inside a transaction joins it: all of it is written or nothing', async () => {
    const before = await countBenches();
    const failing = inTransaction(database.db, async (tx) => {
      await inTransaction(tx, (same) => addBench(2).execute(same));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await countBenches()).toBe(before);
  });

  test('a value that is taken is told apart from other errors, by its key', async () => {
    const error = await addBench(1)
      .execute(database.db)
      .catch((caught: unknown) => caught);
    expect([
      isUniqueViolation(error),
      isUniqueViolation(error, 'bench_pkey'),
      isUniqueViolation(error, 'other'),
      isUniqueViolation(new Error()),
    ]).toEqual([true, true, false, false]);
  });

  test('a transaction that lost against another one runs again', async () => {
    let runs = 0;
    const id = await inTransaction(database.db, async (tx) => {
      runs += 1;
      await addBench(10 + runs).execute(tx);
      if (runs < 3)
        await sql`do $$ begin raise exception 'lost' using errcode = 'serialization_failure'; end $$`.execute(tx);
      return 10 + runs;
    });
    const { rows } = await sql`select id from bench where id > 10`.execute(database.db);
    expect({ id, rows }).toEqual({ id: 13, rows: [{ id: 13 }] });
  });

  /** Statements that the connection keeps after a kept one was asked. */
  const countKept = (db: Db): Promise<number | undefined> =>
    inTransaction(db, async (tx) => {
      await sql`${kept} select seats from bench where id = ${1}`.execute(tx);
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from pg_prepared_statements where statement like '%seats from bench%'`.execute(tx);
      return rows[0]?.count;
    });

  test('a server keeps the plan of a marked statement for each connection, where connections are not shared', async () => {
    expect(await countKept(database.db)).toBe(database.kind === 'server' ? 1 : 0);
    const { connectionString: url } = database.connectionOptions;
    if (url === undefined) return;
    const pooled = await createDatabase({ url, directUrl: url });
    expect(await countKept(pooled.db).finally(pooled.close)).toBe(0);
  });

  test('what a kept statement answers is true after its table has changed', async () => {
    const find = () => sql`${kept} select seats from bench where id = ${70}`.execute(database.db);
    const before = (await find()).rows;
    await sql`alter table bench add column colour text`.execute(database.db);
    await sql`insert into bench (id, seats, colour) values (70, 3, 'green')`.execute(database.db);
    expect([before, (await find()).rows]).toEqual([[], [{ seats: 3 }]]);
  });

  test('a database given up is fresh for the next, also where rows may not be deleted', async () => {
    const one = await testDatabase();
    await sql`insert into platform.event (stream, stream_id, seq, type, body, at, by) values ('x', ${crypto.randomUUID()}, 1, 'x', '{}', now(), 'x')`.execute(
      one.db,
    );
    await one.close();
    const next = await testDatabase();
    const { rows } =
      await sql`select (select count(*) from platform.event) as events, (select count(*) > 0 from platform.migration) as migrated`.execute(
        next.db,
      );
    expect(rows).toEqual([{ events: 0, migrated: true }]);
    await next.close();
  });
});
