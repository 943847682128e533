import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, inTransaction } from '#platform/db/index.ts';
import { createLog } from '#platform/log/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { serverTest } from '#tests/support/server-test.ts';
import { createLive, type Live, type News, notify } from './index.ts';

let database: Database;
let live: Live;
beforeAll(async () => {
  database = await testDatabase();
  live = await createLive(database, createLog('silent'));
});
afterAll(async () => {
  await live.close();
  await database.close();
});

function listening(topic: string): News[] {
  const heard: News[] = [];
  live.subscribe(topic, (news) => heard.push(news));
  return heard;
}

describe('live news', () => {
  test('a department hears of a new case when the transaction commits', async () => {
    const heard = listening('department:kvb');
    await inTransaction(database.db, (tx) => notify(tx, 'department:kvb', { caseId: 'c-1' }));
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'news', payload: { caseId: 'c-1' } }]));
  });

  test('one act may concern several topics, and others do not hear it', async () => {
    const [department, application, other] = [
      listening('department:uaig'),
      listening('application:1'),
      listening('department:kzio'),
    ];
    await notify(database.db, ['department:uaig', 'application:1']);
    await vi.waitFor(() => expect([department.length, application.length, other.length]).toEqual([1, 1, 0]));
  });

  test('what was rolled back is not told', async () => {
    const heard = listening('department:ugr');
    await inTransaction(database.db, async (tx) => {
      await notify(tx, 'department:ugr', { caseId: 'undone' });
      throw new Error('no');
    }).catch(() => {});
    await notify(database.db, 'department:ugr', { caseId: 'done' });
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'news', payload: { caseId: 'done' } }]));
  });

  test('who left hears nothing more', async () => {
    const heard: News[] = [];
    const leave = live.subscribe('application:2', (news) => heard.push(news));
    leave();
    const stayed = listening('application:2');
    await notify(database.db, 'application:2');
    await vi.waitFor(() => expect(stayed).toHaveLength(1));
    expect(heard).toEqual([]);
  });

  test('what others tell one another over the same database is no news and does no harm', async () => {
    const heard = listening('department:kvb');
    const jobs = await database.pool.connect();
    await jobs.query('listen "jobs:insert"');
    await jobs.query(`select pg_notify('jobs:insert', '{"count": 1}')`);
    await jobs.query('unlisten "jobs:insert"');
    jobs.release();
    await notify(database.db, 'department:kvb');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
  });

  serverTest('a lost connection is made again, and listeners are told of the gap', async () => {
    const heard = listening('application:3');
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'`,
    );
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'gap' }]), 5_000);
    await notify(database.db, 'application:3');
    await vi.waitFor(() => expect(heard).toHaveLength(2));
  });
});
