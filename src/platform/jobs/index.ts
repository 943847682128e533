import { sql } from 'kysely';
import { type Clause, calls, type Executor } from '../db/index.ts';
import type { JobKind } from './job-kind.ts';

export { type FailedJob, listFailedJobs, retryFailedJob } from './failed-jobs-store.ts';
export { type JobKind, jobKind } from './job-kind.ts';
export { handleJob, handleNightly, type JobHandler, type JobRun, type Jobs, startJobs } from './start-jobs.ts';

export type EnqueueOptions = Readonly<{
  /** A second job with the same key replaces the first if that has not begun. */
  key?: string;
  /** Not before; at once if absent. */
  runAt?: Temporal.Instant;
}>;

/** A job that may be replaced by its key. */
export type KeyedJob<P> = Readonly<{ payload: P; key: string; runAt?: Temporal.Instant }>;

/** Waits grow from seconds to six hours (e^attempt seconds, at most e^10), so that twelve attempts span a day. */
const maxAttempts = 12;

/** Asks for a job inside the transaction `tx`: it will run if and only if that commits, at least once. */
export async function enqueue<P>(
  tx: Executor,
  kind: JobKind<P>,
  payload: P,
  { key, runAt }: EnqueueOptions = {},
): Promise<void> {
  await sql`
    select graphile_worker.add_job(
      identifier => ${kind.name}, payload => ${JSON.stringify(kind.payload.parse(payload))}::json,
      run_at => ${runAt?.toString() ?? null}::timestamptz, job_key => ${key ?? null}::text, max_attempts => ${maxAttempts}::int)
  `.execute(tx);
}

/** Asks for several jobs of one kind in one statement, like `enqueue` for each. Of jobs with one key the last counts. */
export async function enqueueAll<P>(
  tx: Executor,
  kind: JobKind<P>,
  jobs: readonly (EnqueueOptions & Readonly<{ payload: P }>)[],
): Promise<void> {
  if (jobs.length === 0) return;
  const last = new Map(jobs.map((job, index) => [job.key ?? index, job]));
  await sql`select graphile_worker.add_jobs(array_agg(r)) from ${specsOf(kind, [...last.values()])}`.execute(tx);
}

/**
 * A clause that asks for jobs whose keys nobody can have used before, such as those of things made in this very
 * statement: there is no earlier job to look for and replace, which is most of the work of `enqueueAll`.
 */
export const newJobs = <P>(kind: JobKind<P>, jobs: readonly KeyedJob<P>[]): Clause =>
  calls(sql`
    select graphile_worker.add_job(
      identifier => r.identifier, payload => r.payload, run_at => r.run_at, max_attempts => r.max_attempts,
      job_key => r.job_key, job_key_mode => 'unsafe_dedupe')
    from ${specsOf(kind, jobs)}
  `);

/** Jobs as rows of the queue's own record type, under the name `r`. */
function specsOf<P>(kind: JobKind<P>, jobs: readonly (EnqueueOptions & Readonly<{ payload: P }>)[]) {
  const rows = jobs.map(({ payload, key, runAt }) => ({
    identifier: kind.name,
    payload: kind.payload.parse(payload),
    run_at: runAt?.toString() ?? null,
    max_attempts: maxAttempts,
    job_key: key ?? null,
  }));
  return sql`jsonb_populate_recordset(null::graphile_worker.job_spec, ${JSON.stringify(rows)}::jsonb) as r`;
}

/** Takes back a job that has not begun. Nothing happens if there is none with that key. */
export async function cancelJob(tx: Executor, key: string): Promise<void> {
  await sql`select graphile_worker.remove_job(${key})`.execute(tx);
}
