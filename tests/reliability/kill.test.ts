import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '#platform/db/index.ts';
import { serverTest } from '#tests/support/server-test.ts';
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
const kills = 10;
/** Each may file 30 times in ten minutes: the limit of the running program holds here too. */
const residents = 12;
const draftsEach = 20;
const atOnce = 6;

const dataDir = mkdtempSync(join(tmpdir(), 'berdem-kill-'));
let environment: Record<string, string> = { DATA_DIR: dataDir, CITIES: join(dataDir, 'kazan') };
let drop = async () => {};
let filers: Filer[] = [];

beforeAll(async () => {
  if (serverUrl !== undefined) {
    const own = await emptyServerDatabase(serverUrl);
    drop = own.drop;
    environment = { ...environment, DATABASE_URL: own.url };
  }
  // The rules of a city may change between two starts, and drafts with them; here they stay.
  cpSync('cities/kazan', environment.CITIES ?? '', { recursive: true });
  filers = await withCity(environment, (app, database) => newFilers(app, database, { residents, drafts: draftsEach }));
}, 60_000);
afterAll(async () => {
  await drop();
  rmSync(dataDir, { recursive: true, force: true });
});

type Waiting = Readonly<{ filer: Filer; draftId: string }>;

/** What people know: the number each draft was acknowledged with, and the drafts whose filing got no answer. */
class Memory {
  readonly numbers = new Map<string, string>();
  readonly unanswered: Waiting[] = [];
  readonly contradictions: string[] = [];

  acknowledge(draftId: string, number: string): void {
    const before = this.numbers.get(draftId);
    if (before !== undefined && before !== number) this.contradictions.push(`${draftId}: ${before}, then ${number}`);
    this.numbers.set(draftId, number);
  }
}

/** Files what waits, several at once, until the city answers no more. Those without an answer are to be tried again. */
async function load(web: Running, memory: Memory, waiting: Waiting[]): Promise<void> {
  const work = async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const filed = await fileDraft(web.url, next.filer, next.draftId);
      if (filed === 'unknown') return void memory.unanswered.push(next);
      memory.acknowledge(next.draftId, filed.number);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** The drafts of one turn: a few new ones of every resident, and before them those that got no answer. */
function turn(memory: Memory, index: number): Waiting[] {
  const each = Math.floor(draftsEach / kills);
  const fresh = filers.flatMap((filer) =>
    filer.draftIds.slice(index * each, (index + 1) * each).map((draftId) => ({ filer, draftId })),
  );
  return [...fresh, ...memory.unanswered.splice(0)];
}

async function loadAndKill(memory: Memory): Promise<void> {
  for (let index = 0; index < kills; index += 1) {
    const web = await startWeb(environment);
    const working = load(web, memory, turn(memory, index));
    await sleep(Math.random() * 500);
    await web.kill();
    await working;
  }
}

type Kept = Readonly<{ number: string; draft_id: string; id: string }>;

const applicationsOf = async ({ pool }: Database): Promise<Kept[]> =>
  (
    await pool.query<Kept>('select number, draft_id, id from applications.application where draft_id = any($1)', [
      filers.flatMap(({ draftIds }) => draftIds),
    ])
  ).rows;

/** Things that a filing writes together, counted for every application. */
const wholeness = `
  select a.id,
    (select count(*)::int from cases."case" c where c.application_id = a.id) as cases,
    (select count(*)::int from jsonb_array_elements(f.plan -> 'items') i where i ->> 'kind' = 'service') as services,
    (select count(*)::int from platform.event e where e.stream_id = a.id) as events,
    (select count(*)::int from audit.entry e where e.application_id = a.id) as audited,
    (select count(*)::int from cases."case" c where c.application_id = a.id and c.due_on is not null) as started,
    (select count(*)::int from graphile_worker._private_jobs j join cases."case" c on j.key = 'term:' || c.id
      where c.application_id = a.id) as jobs,
    (select count(*)::int from cases."case" c where c.application_id = a.id and c.version <>
      (select count(*) from platform.event e where e.stream_id = c.id)) as torn,
    (select d.application_id from applications.draft d where d.id = a.draft_id) as of_draft
  from applications.application a left join applications.filing f on f.application_id = a.id
  where a.draft_id = any($1)`;

describe(`filing on the ${serverUrl === undefined ? 'embedded database' : 'server'}`, () => {
  test('loses and doubles no application when the process is killed ten times at any moment', async () => {
    const memory = new Memory();
    await loadAndKill(memory);
    const beforeRetry = memory.numbers.size;
    const web = await startWeb(environment);
    const retried = memory.unanswered.splice(0);
    const acknowledged = [...memory.numbers.keys()].slice(0, 2 * filers.length);
    await load(web, memory, [...retried]);
    // Whoever did not believe the answer and files again is told the same number.
    const again = filers.flatMap((filer) =>
      filer.draftIds
        .filter((id) => acknowledged.includes(id))
        .slice(0, 1)
        .map((draftId) => ({ filer, draftId })),
    );
    await load(web, memory, again);
    expect(await web.stop()).toBe(0);

    expect(memory.contradictions).toEqual([]);
    expect(memory.unanswered).toEqual([]);
    expect(beforeRetry).toBeGreaterThan(kills);
    await withDatabaseOf(environment, async (database) => {
      const kept = await applicationsOf(database);
      const byNumber = Map.groupBy(kept, ({ number }) => number);
      for (const [draftId, number] of memory.numbers)
        expect(byNumber.get(number)?.map(({ draft_id }) => draft_id)).toEqual([draftId]);
      expect(new Set(kept.map(({ draft_id }) => draft_id)).size).toBe(kept.length);
      expect(kept.length).toBe(memory.numbers.size);
      const { rows } = await database.pool.query(wholeness, [kept.map(({ draft_id }) => draft_id)]);
      for (const { id, cases, services, events, audited, started, jobs, torn, of_draft } of rows) {
        expect({ cases, events, audited, jobs, torn, of_draft }).toEqual({
          cases: services,
          events: 1,
          audited: 1,
          jobs: started,
          torn: 0,
          of_draft: id,
        });
        expect(cases).toBeGreaterThan(0);
      }
      console.log(
        `${kills} kills: ${memory.numbers.size} filings acknowledged, ${retried.length} of the last turn filed again, ${kept.length} applications`,
      );
    });
  }, 180_000);

  serverTest(
    'a job whose worker is killed in the middle of it stays, and is done once by another',
    async () => {
      await withDatabaseOf(environment, async (database) => {
        const { pool } = database;
        const [late] = await letTermsPass(database, 1);
        // While nobody may write to the audit the job cannot end: it is in the middle.
        const blocker = await pool.connect();
        await blocker.query('begin; lock table audit.entry in share mode');
        const worker = await startWorker(environment);
        const isLocked = async () =>
          (
            await pool.query('select from graphile_worker._private_jobs where id = $1 and locked_by is not null', [
              late?.job,
            ])
          ).rowCount === 1;
        await vi.waitUntil(isLocked, 20_000);
        await sleep(300);
        await worker.kill();
        await blocker.query('rollback');
        blocker.release();
        expect(await isLocked()).toBe(true);
        // What the queue does by itself once the worker has been silent for four hours.
        await pool.query(
          'select graphile_worker.force_unlock_workers(array[locked_by]) from graphile_worker._private_jobs where id = $1',
          [late?.job],
        );
        const another = await startWorker(environment);
        const isDone = async () =>
          (await pool.query('select from graphile_worker._private_jobs where id = $1', [late?.job])).rowCount === 0;
        await vi.waitUntil(isDone, 30_000);
        await another.stop();
        const { rows: noted } = await pool.query(
          `select count(*)::int as times from audit.entry where action = 'cases.TermPassed' and subject_id = $1`,
          [late?.case_id],
        );
        expect(noted).toEqual([{ times: 1 }]);
      });
    },
    90_000,
  );
});
