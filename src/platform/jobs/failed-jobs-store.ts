import { sql } from 'kysely';
import type { Executor } from '../db/index.ts';

/** A job that failed as often as it may: a person must look. */
export type FailedJob = Readonly<{
  id: string;
  name: string;
  payload: unknown;
  attempts: number;
  lastError: string | null;
  failedAt: Date;
}>;

/** The jobs given up, newest failure first. */
export async function listFailedJobs(db: Executor, limit = 50): Promise<FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select j.id::text as id, t.identifier as name, j.payload, j.attempts, j.last_error as "lastError", j.updated_at as "failedAt"
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where j.attempts >= j.max_attempts and j.locked_at is null
    order by j.updated_at desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Lets a job given up begin anew, from its first attempt; `false` if there is none with that id. */
export async function retryFailedJob(db: Executor, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => now(), attempts => 0)
  `.execute(db);
  return rows.length > 0;
}
