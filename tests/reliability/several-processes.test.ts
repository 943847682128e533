import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { demoId } from '#modules/people/index.ts';
import { createSessions } from '#platform/sessions/index.ts';
import {
  emptyServerDatabase,
  type Filer,
  fileDraft,
  letTermsPass,
  newFilers,
  withCity,
  withDatabaseOf,
} from './filers.ts';
import { type Running, startWeb, startWorker } from './processes.ts';

const serverUrl = process.env.DATABASE_URL || undefined;

// Each process has a folder of its own, as on machines of their own.
describe.runIf(serverUrl !== undefined)('several web and worker processes on one server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'berdem-processes-'));
  let drop = async () => {};
  let shared: Record<string, string> = {};
  let webs: Running[] = [];
  let workers: Omit<Running, 'url'>[] = [];
  let filers: Filer[] = [];
  let officer = '';

  beforeAll(async () => {
    const database = await emptyServerDatabase(serverUrl ?? '');
    drop = database.drop;
    cpSync('cities/kazan', join(folder, 'kazan'), { recursive: true });
    shared = {
      DATABASE_URL: database.url,
      CITIES: join(folder, 'kazan'),
    };
    const own = (name: string, more = {}) => ({ ...shared, DATA_DIR: join(folder, name), JOBS: 'off', ...more });
    // All at once on an empty database: each waits for whoever migrates.
    const [webA, webB, workerA, workerB] = await Promise.all([
      startWeb(own('web-a')),
      startWeb(own('web-b')),
      startWorker(own('worker-a', { JOBS: 'on' })),
      startWorker(own('worker-b', { JOBS: 'on' })),
    ]);
    [webs, workers] = [
      [webA, webB],
      [workerA, workerB],
    ];
    await withCity({ ...shared, DATA_DIR: join(folder, 'test') }, async (app, opened) => {
      filers = await newFilers(app, opened, { residents: 2, drafts: 8 });
      const { id, departmentId, roles } = await app.people.getEmployee(demoId('officer-uaig'));
      const actor = { kind: 'employee', employeeId: id, departmentId, roles } as Parameters<
        ReturnType<typeof createSessions>['create']
      >[0]['actor'];
      const { token } = await createSessions({ db: app.db, clock: app.clock }).create({ actor, name: 'Галиева' }, '');
      officer = `session=${token}`;
    });
  }, 120_000);

  afterAll(async () => {
    await Promise.all([...webs, ...workers].map((one) => one.kill()));
    await drop();
    rmSync(folder, { recursive: true, force: true });
  });

  const filer = (index: number): Filer => filers[index] ?? { cookie: '', csrf: '', draftIds: [] };
  const draft = (of: number, index: number): string => filer(of).draftIds[index] ?? '';

  test('migrated an empty database once between them', async () => {
    const applied = [...webs, ...workers].flatMap((one) => one.output().match(/\d{4}_\w+\.sql/g) ?? []);
    expect(applied.length).toBeGreaterThan(5);
    expect(new Set(applied).size).toBe(applied.length);
  });

  test('file through either of two, and one draft through both at once is one application', async () => {
    const [a, b] = webs.map(({ url }) => url);
    const filed = await Promise.all(
      [0, 1, 2].flatMap((index) => [
        fileDraft(a ?? '', filer(0), draft(0, index)),
        fileDraft(b ?? '', filer(1), draft(1, index)),
      ]),
    );
    expect(new Set(filed.map((one) => (one === 'unknown' ? one : one.number))).size).toBe(6);
    const twice = await Promise.all([a, b, a, b].map((url) => fileDraft(url ?? '', filer(0), draft(0, 3))));
    expect(new Set(twice.map((one) => (one === 'unknown' ? one : one.number))).size).toBe(1);
  });

  test('a queue page of one hears at once what was filed through the other', async () => {
    const [a, b] = webs;
    const stream = await fetch(`${b?.url}/live?topic=department:uaig`, { headers: { cookie: officer } });
    expect(stream.status).toBe(200);
    let heard = '';
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const listening = (async () => {
      for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) heard += part.value;
    })();
    await vi.waitUntil(() => heard.includes('event: ready'), 5_000);
    // Jobs of the filings before may still tell something: the news that counts comes after a silence.
    const isSilent = async () => {
      const before = heard;
      await sleep(700);
      return heard === before;
    };
    await vi.waitUntil(isSilent, 20_000);
    heard = '';
    await fileDraft(a?.url ?? '', filer(0), draft(0, 4));
    await vi.waitUntil(() => heard.includes('event: news'), 2_000);
    await reader?.cancel();
    await listening;
  });

  test('jobs of both webs are done once, by whichever worker is free', async () => {
    await withDatabaseOf({ ...shared, DATA_DIR: join(folder, 'test') }, async (database) => {
      const late = await letTermsPass(database, 100);
      expect(late.length).toBeGreaterThan(5);
      const left = async () =>
        (
          await database.pool.query('select from graphile_worker._private_jobs where id = any($1::bigint[])', [
            late.map(({ job }) => job),
          ])
        ).rowCount;
      await vi.waitUntil(async () => (await left()) === 0, 20_000);
      const { rows } = await database.pool.query(
        `select count(*)::int as entries, count(distinct subject_id)::int as cases from audit.entry where action = 'cases.TermPassed'`,
      );
      expect(rows).toEqual([{ entries: late.length, cases: late.length }]);
    });
  }, 30_000);

  test('a process that is told to stop first answers whoever is waiting', async () => {
    const [a, b] = webs;
    await withDatabaseOf({ ...shared, DATA_DIR: join(folder, 'test') }, async ({ pool }) => {
      // While nobody may write to the audit a filing is under way.
      const blocker = await pool.connect();
      await blocker.query('begin; lock table audit.entry in share mode');
      const filing = fileDraft(a?.url ?? '', filer(1), draft(1, 4));
      const isUnderWay = async () =>
        (await pool.query(`select from pg_locks where relation = 'audit.entry'::regclass and not granted`)).rowCount ===
        1;
      await vi.waitUntil(isUnderWay, 10_000);
      const stopped = a?.stop();
      await sleep(500);
      await blocker.query('rollback');
      blocker.release();
      expect(await filing).not.toBe('unknown');
      expect(await stopped).toBe(0);
    });
    expect(await fileDraft(b?.url ?? '', filer(1), draft(1, 5))).not.toBe('unknown');
    expect(await Promise.all(workers.map((one) => one.stop()))).toEqual([0, 0]);
  }, 30_000);
});
