import { z } from 'zod';
import { Id } from '#kernel/id.ts';
import type { Tx } from '#platform/db/index.ts';
import { enqueue, enqueueAll, jobKind } from '#platform/jobs/index.ts';

/** Looks at the end of a whole application after something happened to a part of it. */
export const notePlan = jobKind('applications.note-plan', z.object({ applicationId: Id }));

const keyOf = (applicationId: string): string => `plan:${applicationId}`;

/** Asks for the look; what happens meanwhile is seen by the same one. */
export const lookAtPlan = (tx: Tx, applicationId: string): Promise<void> =>
  enqueue(tx, notePlan, { applicationId }, { key: keyOf(applicationId) });

/** Asks for looks at several applications, each not before its moment. */
export const lookAtPlans = (
  tx: Tx,
  looks: readonly Readonly<{ applicationId: string; runAt: Temporal.Instant }>[],
): Promise<void> =>
  enqueueAll(
    tx,
    notePlan,
    looks.map(({ applicationId, runAt }) => ({ payload: { applicationId }, key: keyOf(applicationId), runAt })),
  );
