import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import { createAudit } from '#modules/audit/index.ts';
import { systemClock } from '#platform/clock.ts';
import type { Database } from '#platform/db/index.ts';
import { enqueue, jobKind } from '#platform/jobs/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { createOperations, type Operations } from './operations.ts';

const employee = (role: 'administrator' | 'officer'): Actor => ({
  kind: 'employee',
  employeeId: crypto.randomUUID(),
  departmentId: 'uitis',
  roles: [role],
});
let database: Database;
let operations: Operations;

beforeAll(async () => {
  database = await testDatabase();
  operations = createOperations({ db: database.db, audit: createAudit({ clock: systemClock }) });
  await enqueue(database.db, jobKind('tests.break', z.object({})), {});
  await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the world broke'`.execute(
    database.db,
  );
});
afterAll(() => database.close());

test('a job that failed as often as it may is shown to the administrator, and begins anew when told', async () => {
  const administrator = employee('administrator');
  const [failed] = await operations.listFailedJobs(administrator);
  expect(failed).toMatchObject({ name: 'tests.break', lastError: 'the world broke' });
  expect(await operations.retryFailedJob(administrator, failed?.id ?? '')).toBe(true);
  expect(await operations.listFailedJobs(administrator)).toEqual([]);
});

test('nobody else sees the machine room', async () => {
  await expect(operations.listFailedJobs(employee('officer'))).rejects.toThrow('people/not-allowed');
  await expect(operations.retryFailedJob(employee('officer'), '1')).rejects.toThrow('people/not-allowed');
});
