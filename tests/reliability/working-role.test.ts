import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createDatabase, type Database } from '#platform/db/index.ts';
import { migrate, migrationsFolder } from '#platform/db/migrations.ts';
import { grantWork } from '#platform/db/working-role.ts';
import { startJobs } from '#platform/jobs/index.ts';
import { createSessions } from '#platform/sessions/index.ts';
import { type City, testCity } from '#tests/support/city.ts';
import { testDatabase } from '#tests/support/database.ts';
import { caseOf, grantCase, reportDone } from '#tests/support/whole-life.ts';
import { jobHandlers } from '../../src/jobs.ts';

const isOnServer = Boolean(process.env.DATABASE_URL);
const role = `berdem_test_role_${randomBytes(4).toString('hex')}`;
let owners: Database;
/** The same database under the role of web and worker. */
let workers: Database;
let city: City;

beforeAll(async () => {
  if (!isOnServer) return;
  owners = await testDatabase();
  await owners.pool.query(`create role ${role} login password 'narrow'`);
  await grantWork(owners, role);
  const url = new URL(owners.connectionOptions.connectionString ?? '');
  [url.username, url.password] = [role, 'narrow'];
  workers = await createDatabase({ url: url.href });
  city = await testCity({ database: workers });
});
afterAll(async () => {
  if (!isOnServer) return;
  await city.close();
  await workers.close();
  await owners.pool.query(`drop owned by ${role}; drop role ${role}`);
  await owners.close();
});

describe.runIf(isOnServer)('under a role that may only work', () => {
  test('the city starts, files, works on jobs, decides and enters records', async () => {
    expect(await migrate(workers)).toEqual([]);
    const applicant = city.resident('resident-1');
    const { id } = await city.fileOffice(applicant);
    await reportDone(city, applicant, { applicationId: id, stepId: 'power-connection' });
    const { number } = await grantCase(city, await caseOf(city, id, 'urban-plan')).then(({ phase }) => phase as never);
    expect(number).toMatch(/^2026-/);
    const sessions = createSessions(city.app);
    const { token } = await sessions.create({ actor: applicant, name: 'Сафина' }, '');
    expect((await sessions.find(token)).state).toBe('live');
    const { log } = city.app;
    const jobs = await startJobs({ database: workers, log, handlers: jobHandlers(city.app), pollInterval: 50 });
    await vi.waitFor(
      async () => {
        const { rows } = await workers.pool.query(
          `select from graphile_worker._private_jobs where key = $1 or last_error is not null`,
          [`plan:${id}`],
        );
        expect(rows).toEqual([]);
      },
      { timeout: 20_000 },
    );
    await jobs.stop();
  });

  const refused = (statement: string) =>
    expect(workers.pool.query(statement), statement).rejects.toMatchObject({ code: '42501' });

  test('nothing of the schema can be changed', async () => {
    await refused('create schema other');
    await refused('create table platform.other (id integer)');
    await refused('create table public.other (id integer)');
    await refused('alter table applications.application add column other text');
    await refused('drop table applications.draft');
    await refused('alter table platform.event disable trigger event_is_append_only');
    await refused('drop function platform.refuse_change() cascade');
    await refused('drop index audit.entry_by_subject');
  });

  test('journal, audit and what was filed can be written, and never changed or deleted', async () => {
    for (const table of ['platform.event', 'audit.entry', 'applications.filing', 'applications.supplement']) {
      await refused(`delete from ${table}`);
      await refused(`truncate ${table}`);
    }
    await refused(`update platform.event set by = 'somebody'`);
    await refused(`update audit.entry set by = 'somebody'`);
    await refused(`update applications.filing set answers = '{}'`);
    await refused(`update applications.supplement set answers = '{}'`);
    await refused(`delete from platform.migration`);
    await refused(`insert into platform.migration (number, file, hash) values (9999, '', '')`);
  });

  test('a start on a database that is not up to date says who has to bring it there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'berdem-migrations-'));
    for (const file of readdirSync(migrationsFolder)) copyFileSync(join(migrationsFolder, file), join(folder, file));
    writeFileSync(join(folder, '9001_lamp.sql'), 'create table platform.lamp (id integer)');
    await expect(migrate(workers, folder)).rejects.toThrow(
      'run `berdem migrate` once with the DATABASE_URL of the owner',
    );
    expect(await migrate(owners, folder)).toEqual(['9001_lamp.sql']);
    expect(await migrate(workers, folder)).toEqual([]);
    await refused('select from platform.lamp');
    await grantWork(owners, role);
    await workers.pool.query('select from platform.lamp');
    rmSync(folder, { recursive: true });
  });

  test('a role that could do more by itself is not taken', async () => {
    await expect(grantWork(owners, 'nobody at all')).rejects.toThrow('there is no role nobody at all');
    const { rows } = await owners.pool.query<{ name: string }>('select current_user as name');
    await expect(grantWork(owners, rows[0]?.name ?? '')).rejects.toThrow('could change everything');
  });
});
