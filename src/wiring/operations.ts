import type { Actor } from '#kernel/actor.ts';
import type { Audit } from '#modules/audit/index.ts';
import { authorise } from '#modules/people/index.ts';
import type { Db } from '#platform/db/index.ts';
import { type FailedJob, listFailedJobs, retryFailedJob } from '#platform/jobs/index.ts';

/** The machine room of a city, for its administrator. */
export type Operations = Readonly<{
  /** Jobs that failed as often as they may: a person must look. */
  listFailedJobs(actor: Actor): Promise<FailedJob[]>;
  /** Lets one begin anew; `false` if there is none with that id any more. */
  retryFailedJob(actor: Actor, id: string): Promise<boolean>;
}>;

export const createOperations = ({ db, audit }: { db: Db; audit: Audit }): Operations => ({
  async listFailedJobs(actor) {
    authorise(actor, 'operations:read');
    return listFailedJobs(db);
  },
  async retryFailedJob(actor, id) {
    authorise(actor, 'operations:read');
    const isThere = await retryFailedJob(db, id);
    if (isThere) await audit.record(db, actor, [{ action: 'operations.retryJob', subject: 'job', details: { id } }]);
    return isThere;
  },
});
