import { describe, expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';
import { healthRoutes } from './health.ts';

describe('the health of a process', () => {
  test('it is ready while it serves and its database answers', async () => {
    const database = await testDatabase();
    let stopping = false;
    const http = healthRoutes({ dbs: [database.db], isStopping: () => stopping });
    const ready = async () => {
      const answer = await http.request('/health/ready');
      return [answer.status, await answer.json()];
    };
    expect(await ready()).toEqual([200, { status: 'ready' }]);
    stopping = true;
    expect(await ready()).toEqual([503, { status: 'not-ready', reason: 'stopping' }]);
    stopping = false;
    await database.pool.end();
    expect(await ready()).toEqual([503, { status: 'not-ready', reason: 'database' }]);
    expect((await http.request('/health/live')).status).toBe(200);
    await database.close();
  });
});
