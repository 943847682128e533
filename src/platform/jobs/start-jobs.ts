import { parseCronItems, run } from 'graphile-worker';
import type { Database } from '../db/index.ts';
import type { Log } from '../log/index.ts';
import type { JobKind } from './job-kind.ts';
import { workerLogger } from './worker-logger.ts';

/** What a handler knows beside the payload. `signal` is aborted when the process wants to stop. */
export type JobRun = Readonly<{ attempt: number; log: Log; signal: AbortSignal }>;

/** How one kind of job is done. Made by `handleJob`; a throw means "try again later". */
export type JobHandler = Readonly<{
  name: string;
  run(payload: unknown, run: JobRun): Promise<void>;
  /** Nobody asks for it: it is done every night, once however many processes work on jobs. */
  isNightly?: boolean;
}>;

/** Binds the work to its kind; the payload is parsed before. The work must be safe to do twice. */
export const handleJob = <P>(kind: JobKind<P>, work: (payload: P, run: JobRun) => Promise<void>): JobHandler => ({
  name: kind.name,
  run: async (payload, run) => work(kind.payload.parse(payload), run),
});

/** Binds work that is done every night, also on a morning after a night on which nothing ran. */
export const handleNightly = (name: `${string}.${string}`, work: (run: JobRun) => Promise<void>): JobHandler => ({
  name,
  run: (_when, run) => work(run),
  isNightly: true,
});

/** Past midnight UTC, when no city of these longitudes is at work. */
const night = '20 0 * * *';
const dayMs = 24 * 60 * 60 * 1000;

/** Jobs being worked on by this process. */
export type Jobs = Readonly<{
  /** Takes no new job, lets the running ones end (told by their signal after `patience`), resolves when all have. */
  stop(): Promise<void>;
}>;

export type JobsOptions = Readonly<{
  database: Database;
  handlers: readonly JobHandler[];
  log: Log;
  /** Jobs at once in this process. */
  concurrency?: number;
  /** Milliseconds between looks into the queue for what no notification announced. */
  pollInterval?: number;
}>;

/** Running jobs are asked to stop after so many milliseconds, well before the process has to end. */
const patience = 5_000;

/** Starts to work on jobs. The schema of the queue must be there (`migrate`). Throws if two handlers bear one name. */
export async function startJobs({
  database,
  handlers,
  log,
  concurrency = 4,
  pollInterval = 2_000,
}: JobsOptions): Promise<Jobs> {
  const tasks = new Map(handlers.map((handler) => [handler.name, handler]));
  if (tasks.size < handlers.length)
    throw new Error(`two handlers for one job among ${handlers.map((one) => one.name).join(', ')}`);
  if (tasks.size === 0) return { stop: async () => {} };
  if (database.kind === 'embedded') await freeAllJobs(database);
  const runner = await run({
    pgPool: database.pool,
    noPreparedStatements: true,
    noHandleSignals: true,
    concurrency,
    pollInterval,
    gracefulShutdownAbortTimeout: patience,
    logger: workerLogger(log),
    parsedCronItems: parseCronItems(
      handlers
        .filter(({ isNightly }) => isNightly === true)
        .map(({ name }) => ({ task: name, match: night, options: { backfillPeriod: dayMs, maxAttempts: 3 } })),
    ),
    taskList: Object.fromEntries(
      handlers.map((handler) => [
        handler.name,
        (payload, { job, abortSignal }) =>
          handler.run(payload, {
            attempt: job.attempts,
            log: log.child({ job: job.id, kind: handler.name }),
            signal: abortSignal,
          }),
      ]),
    ),
  });
  // Ends when stopped; should it break by itself the process goes on without jobs, and somebody must know.
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'no more jobs are worked on'));
  return { stop: () => runner.stop() };
}

/** Whoever held jobs of an embedded database died with the process before; on a server they are freed after four hours. */
async function freeAllJobs({ pool }: Database): Promise<void> {
  await pool.query(`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker._private_jobs where locked_by is not null having count(*) > 0`);
}
