/**
 * Life of a case: every step from the queue to a signed record through the use cases, beside the floor, which is what any
 * step writes, by `pg` alone. The bar: 1,000 steps a second. LIFE_CASES (200) changes the length.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import { demoId } from '#modules/people/index.ts';
import type { Database } from '#platform/db/index.ts';
import { copyDraft } from '#tests/support/copied-drafts.ts';
import type { App } from '../src/app.ts';
import { recordFields } from '../src/demo/work.ts';
import { writeDraft } from '../src/demo/write-draft.ts';
import { openCity } from './support/city.ts';
import { databaseServer, withDatabase } from './support/database-server.ts';
import { stepFloor } from './support/life-floor.ts';
import { databaseTime, usedBetween } from './support/processor-time.ts';
import { employeeOf } from './support/signed-in.ts';
import { describeRun, median, percentile, printTable } from './support/table.ts';

const count = Number(process.env.LIFE_CASES ?? 200);
const lanes = 16;
const bar = 1000;
/** Ends in a record of a register, like most of what the city decides. */
const serviceId = 'excavation-order';
const point: [number, number] = [49.12, 55.79];

/** Runs the work for everything there is, `lanes` at a time. */
async function inLanes<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<number[]> {
  const queue = all.values();
  const spent: number[] = [];
  const lane = async () => {
    for (const one of queue) {
      const began = performance.now();
      await work(one);
      spent.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return spent;
}

/** Applications of one service, filed through the use case from copies of one draft; their cases. */
async function file(app: App, database: Database): Promise<string[]> {
  const applicant: Actor = { kind: 'person', personId: demoId('resident-1') };
  const { draftId } = await writeDraft(app, applicant, { subject: { serviceId }, place: { point } });
  const ids = await copyDraft(database, { draftId, count });
  await inLanes(ids, (id) => app.applications.file(applicant, { draftId: id, language: 'ru' }));
  const { rows } = await sql<{ id: string }>`
    select id from cases."case" where service_id = ${serviceId} and status = 'started' order by id
  `.execute(app.db);
  return rows.map(({ id }) => id);
}

type Step = Readonly<{ name: string; work: (caseId: string) => Promise<unknown> }>;

/** The steps of one case in their order. */
async function stepsOf({ app, department }: Readonly<{ app: App; department: string }>): Promise<Step[]> {
  const to = app.catalogue.current.departments.find(({ kind, id }) => kind === 'city' && id !== department)?.id ?? '';
  const [officer, head, asked] = await Promise.all(
    [`officer-${department}`, `head-${department}`, `officer-${to}`].map((subject) => employeeOf(app, subject)),
  );
  if (officer === undefined || head === undefined || asked === undefined) throw new Error('somebody is missing');
  const question = 'Есть ли у вас возражения? Посмотрите, пожалуйста, место.';
  const fields = recordFields(app, serviceId);
  const [requests, decisions] = [new Map<string, string>(), new Map<string, string>()];
  const of = (ids: ReadonlyMap<string, string>, caseId: string) => ids.get(caseId) ?? '';
  return [
    { name: 'take', work: (caseId) => app.cases.take(officer, { caseId }) },
    { name: 'accept', work: (caseId) => app.cases.accept(officer, { caseId }) },
    {
      name: 'ask another department',
      work: async (caseId) => {
        const { id } = await app.requests.send(officer, { caseId, to, question, documentIds: [] });
        requests.set(caseId, id);
      },
    },
    {
      name: 'answer',
      work: (caseId) =>
        app.requests.answer(asked, { requestId: of(requests, caseId), text: 'Возражений нет.', documentIds: [] }),
    },
    {
      name: 'draft the decision',
      work: async (caseId) => {
        const granted = { caseId, outcome: 'granted', text: 'Выдать.', fields, grounds: [] } as const;
        decisions.set(caseId, (await app.decisions.draft(officer, { ...granted, grounds: [] })).id);
      },
    },
    {
      name: 'sign: PDF, signature, record',
      work: (caseId) => app.decisions.sign(head, { decisionId: of(decisions, caseId) }),
    },
  ];
}

/** What one kind of step took: by the clock, and in processor time of the program and of the database; ms. */
type Spent = Readonly<{ name: string; seconds: number; times: readonly number[]; program: number; database: number }>;

async function measure(database: Database, caseIds: readonly string[], { name, work }: Step): Promise<Spent> {
  const [before, own, began] = [await databaseTime(database), process.cpuUsage(), performance.now()];
  const times = await inLanes(caseIds, work);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(own);
  const ofDatabase = usedBetween(before, await databaseTime(database));
  return { name, seconds, times, program: (user + system) / 1000 / times.length, database: ofDatabase / times.length };
}

function report(spent: readonly Spent[], floor: number): void {
  const row = (name: string, of: readonly Spent[]) => {
    const steps = of.reduce((sum, { times }) => sum + times.length, 0);
    const speed = steps / of.reduce((sum, { seconds }) => sum + seconds, 0);
    const times = of.flatMap((one) => one.times);
    const mean = (part: 'program' | 'database') => of.reduce((sum, one) => sum + one[part], 0) / of.length;
    return [
      name,
      ...[speed, speed / floor, median(times), percentile(times, 0.95)].map((one, at) => one.toFixed(at === 0 ? 0 : 2)),
      mean('program').toFixed(2),
      mean('database').toFixed(2),
    ];
  };
  printTable([
    ['step', 'steps/s', 'of the floor', 'p50 ms', 'p95 ms', 'program ms', 'database ms'],
    ...spent.map((one) => row(one.name, [one])),
    row(`all (bar ${bar} steps/s)`, spent),
  ]);
  const dearest = spent.toSorted((a, b) => b.program + b.database - a.program - a.database)[0];
  const whole = spent.reduce((sum, { program, database }) => sum + program + database, 0);
  const part = dearest === undefined ? 0 : (dearest.program + dearest.database) / whole;
  console.log(
    `\nfloor: ${floor.toFixed(0)} steps/s; what limits: ${dearest?.name}, ${(part * 100).toFixed(0)} % of the processor time`,
  );
  const steps = spent.reduce((sum, { times }) => sum + times.length, 0);
  if (steps / spent.reduce((sum, { seconds }) => sum + seconds, 0) < bar) process.exitCode = 1;
}

const server = await databaseServer();
const dataDir = mkdtempSync(join(tmpdir(), 'berdem-bench-'));
try {
  await withDatabase(server, async (url) => {
    const city = await openCity({ DATABASE_URL: url, DATA_DIR: dataDir, DATABASE_POOL: String(lanes) });
    const { app, database } = city;
    try {
      console.log(describeRun(server.description, `${count} cases of ${serviceId}, ${lanes} at a time`));
      const caseIds = await file(app, database);
      await sql`vacuum analyze`.execute(app.db);
      const department = (await app.cases.getVersioned(app.db, caseIds[0] ?? '')).state.departmentId;
      const spent: Spent[] = [];
      for (const step of await stepsOf({ app, department })) spent.push(await measure(database, caseIds, step));
      const { steps, seconds } = await stepFloor({ url, caseIds, connections: lanes, seconds: 5 });
      report(spent, steps / seconds);
    } finally {
      await city.close();
    }
  });
  console.log(`\n${describeRun()}`);
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
