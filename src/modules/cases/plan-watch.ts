import { z } from 'zod';
import { Id } from '#kernel/id.ts';
import type { Tx } from '#platform/db/index.ts';
import { enqueue, jobKind } from '#platform/jobs/index.ts';

/** Looks at the end of a whole application after something happened to a part of it. */
export const notePlan = jobKind('applications.note-plan', z.object({ applicationId: Id }));

/** Asks for the look; what happens meanwhile is seen by the same one. */
export const lookAtPlan = (tx: Tx, applicationId: string, runAt?: Temporal.Instant): Promise<void> =>
  enqueue(tx, notePlan, { applicationId }, { key: `plan:${applicationId}`, ...(runAt ? { runAt } : {}) });
