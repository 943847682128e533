import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '#platform/db/index.ts';

/** What somebody else holds in the database meanwhile: a statement that locks, run in a transaction that is undone. */
type Held = string;

/** Long enough for work that waits inside the process, where the database cannot be asked about it. */
const patience = 500;

/**
 * Two things at the same moment, in an order that is the same in every run: `first` goes as far as what is held, `second`
 * then runs until it ends or has to wait, and what was held is let go. Only on a server: the embedded database keeps
 * transactions apart by itself.
 */
export async function atOnce<A, B>(
  { pool }: Pick<Database, 'pool'>,
  held: Held,
  [first, second]: readonly [() => Promise<A>, () => Promise<B>],
): Promise<[PromiseSettledResult<A>, PromiseSettledResult<B>]> {
  const holder = await pool.connect();
  try {
    await holder.query('begin');
    await holder.query(held);
    const one = first();
    await untilWaiting(pool, 1);
    const two = second();
    await Promise.race([Promise.allSettled([two]), sleep(patience)]);
    await holder.query('rollback');
    return await Promise.allSettled([one, two]);
  } finally {
    holder.release();
  }
}

/** Until so many connections to this database wait for a lock. */
async function untilWaiting(pool: Database['pool'], connections: number): Promise<void> {
  for (;;) {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if ((rows[0]?.n ?? 0) >= connections) return;
    await sleep(20);
  }
}
