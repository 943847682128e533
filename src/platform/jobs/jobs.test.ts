import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Database, inOneStatement, inTransaction } from '#platform/db/index.ts';
import { createLog } from '#platform/log/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import {
  cancelJob,
  enqueue,
  handleJob,
  handleNightly,
  type Jobs,
  jobKind,
  listFailedJobs,
  newJobs,
  retryFailedJob,
  startJobs,
} from './index.ts';

const remind = jobKind('requests.remind', z.object({ requestId: z.string() }));
const log = createLog('silent');

let database: Database;
let jobs: Jobs | undefined;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await database.close();
});

const work = (run: (requestId: string, attempt: number) => Promise<void>) =>
  startJobs({
    database,
    log,
    pollInterval: 100,
    handlers: [handleJob(remind, ({ requestId }, { attempt }) => run(requestId, attempt))],
  });

describe('jobs', () => {
  test('a job runs soon after the transaction that asks for it', async () => {
    const done: string[] = [];
    jobs = await work(async (id) => void done.push(id));
    await inTransaction(database.db, (tx) => enqueue(tx, remind, { requestId: 'r-1' }));
    await vi.waitFor(() => expect(done).toEqual(['r-1']), 5_000);
  });

  test('a job of a transaction that was undone does not exist', async () => {
    const done: string[] = [];
    await inTransaction(database.db, async (tx) => {
      await enqueue(tx, remind, { requestId: 'undone' });
      throw new Error('no');
    }).catch(() => {});
    await enqueue(database.db, remind, { requestId: 'real' });
    jobs = await work(async (id) => void done.push(id));
    await vi.waitFor(() => expect(done).toEqual(['real']), 5_000);
  });

  test('a job that fails is tried again', async () => {
    const attempts: number[] = [];
    jobs = await work(async (_id, attempt) => {
      attempts.push(attempt);
      if (attempt === 1) throw new Error('the agency does not answer');
    });
    await enqueue(database.db, remind, { requestId: 'r-2' });
    // The first wait is e^1 seconds.
    await vi.waitFor(() => expect(attempts).toEqual([1, 2]), 8_000);
  }, 10_000);

  test('a job that failed for good is seen by a person, who lets it begin anew', async () => {
    const done: string[] = [];
    await enqueue(database.db, remind, { requestId: 'r-3' });
    await database.pool.query(
      `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'refused'`,
    );
    const [failed] = await listFailedJobs(database.db);
    expect(failed).toMatchObject({ name: 'requests.remind', payload: { requestId: 'r-3' }, lastError: 'refused' });
    expect(await retryFailedJob(database.db, failed?.id ?? '')).toBe(true);
    jobs = await work(async (id) => void done.push(id));
    await vi.waitFor(() => expect(done).toEqual(['r-3']), 5_000);
    expect(await listFailedJobs(database.db)).toEqual([]);
  });

  test('a job with the same key replaces the earlier one, and can be taken back', async () => {
    const runAt = Temporal.Now.instant().add({ hours: 1 });
    await enqueue(database.db, remind, { requestId: 'old' }, { key: 'r-4', runAt });
    await enqueue(database.db, remind, { requestId: 'new' }, { key: 'r-4', runAt });
    const { rows } = await database.pool.query('select payload from graphile_worker._private_jobs');
    expect(rows).toEqual([{ payload: { requestId: 'new' } }]);
    await cancelJob(database.db, 'r-4');
    expect((await database.pool.query('select from graphile_worker._private_jobs')).rowCount).toBe(0);
  });

  test('new jobs run when they are due, and one asked for again takes its place', async () => {
    const done: string[] = [];
    const later = Temporal.Now.instant().add({ hours: 1 });
    const asked = newJobs(remind, [
      { payload: { requestId: 'now' }, key: 'r-6' },
      { payload: { requestId: 'later' }, key: 'r-7', runAt: later },
    ]);
    await inOneStatement(database.db, [asked]);
    const { rows } = await database.pool.query('select max_attempts from graphile_worker._private_jobs');
    expect(rows).toEqual([{ max_attempts: 12 }, { max_attempts: 12 }]);
    jobs = await work(async (id) => void done.push(id));
    await vi.waitFor(() => expect(done).toEqual(['now']), 5_000);
    await enqueue(database.db, remind, { requestId: 'moved' }, { key: 'r-7' });
    await vi.waitFor(() => expect(done).toEqual(['now', 'moved']), 5_000);
  }, 12_000);

  test('work of every night is done once, also after a night on which nothing ran', async () => {
    const nights: string[] = [];
    const handlers = [handleNightly('sessions.forget', async () => void nights.push('tonight'))];
    const start = () => startJobs({ database, log, pollInterval: 100, handlers });
    await (await start()).stop();
    await database.pool.query(`update graphile_worker._private_known_crontabs
      set known_since = now() - interval '25 hours', last_execution = now() - interval '25 hours'`);
    const both = await Promise.all([start(), start()]);
    await vi.waitFor(() => expect(nights).toEqual(['tonight']), 8_000);
    await Promise.all(both.map((one) => one.stop()));
    expect(nights).toEqual(['tonight']);
  }, 15_000);

  test('a payload of the wrong shape is refused where it is asked for', async () => {
    await expect(enqueue(database.db, remind, { requestId: 5 } as unknown as { requestId: string })).rejects.toThrow();
  });

  test('stopping waits for the job that runs', async () => {
    let ended = false;
    const started = Promise.withResolvers<void>();
    jobs = await work(async () => {
      started.resolve();
      await new Promise((resume) => setTimeout(resume, 300));
      ended = true;
    });
    await enqueue(database.db, remind, { requestId: 'r-5' });
    await started.promise;
    await jobs.stop();
    jobs = undefined;
    expect(ended).toBe(true);
  });
});
