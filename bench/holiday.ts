/**
 * A new holiday: how long it takes to preview it and to count a million open cases anew, on a database server.
 * Run: node bench/holiday.ts [CASES]. The bar: a million open cases in at most 60 s on two cores.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { DueDate } from '#modules/calendar/index.ts';
import { onCalendar, type Recount } from '#modules/cases/index.ts';
import { withDays } from '#modules/catalogue/index.ts';
import { calendarNamed } from '#modules/planning/index.ts';
import type { Database, Db } from '#platform/db/index.ts';
import { termsOf } from '../src/wiring/legal-dates.ts';
import { openCity } from './support/city.ts';
import { databaseServer, withDatabase } from './support/database-server.ts';
import { databaseTime, usedBetween } from './support/processor-time.ts';
import { describeRun, printTable } from './support/table.ts';

const wanted = Number(process.argv[2] ?? 1_000_000);
/** A Tuesday that every case below has in its term. */
const closure = { calendarId: 'tatarstan', day: '2026-04-07' };

/**
 * One open case of each term and start day in the 36 days before the closure that it moves; the rest are copies. Every
 * case moves: no installation does worse.
 */
function patterns({ catalogue: { current: pack } }: Awaited<ReturnType<typeof openCity>>['app'], recount: Recount) {
  const terms = termsOf(pack);
  return pack.services.flatMap(({ id, department, term }) =>
    Array.from({ length: 36 }, (_, day) => {
      const at = Temporal.Instant.from('2026-03-02T07:00:00Z').add({ hours: 24 * day });
      return { serviceId: id, departmentId: department, term, at: at.toString(), due: terms.dueOn(term, at) };
    }).filter(({ due }) => recount({ due, suspensions: null, extensions: null }) !== undefined),
  );
}

type Pattern = ReturnType<typeof patterns>[number];

/**
 * Writes the cases with their journals of two events, as filing does, in statements of 20,000. Each came in at a minute
 * of its own.
 */
async function fill(db: Db, made: readonly Pattern[], count: number, packVersion: string): Promise<void> {
  await sql`create temp table pattern as select row_number() over () - 1 as k, p.* from jsonb_to_recordset(
    ${JSON.stringify(made)}::jsonb) as p ("serviceId" text, "departmentId" text, term jsonb, at text, due jsonb)`.execute(
    db,
  );
  for (let from = 0; from < count; from += 20_000) {
    const to = Math.min(count, from + 20_000) - 1;
    await sql`
      with made as materialized (
        select s.n, ('00000000-0000-8000-8000-' || lpad(to_hex(s.n), 12, '0'))::uuid as id, p.*,
          case when p.due #> '{derivation,office}' is null then jsonb_set(p.due, '{derivation,event,at}',
            to_jsonb(concat(p.due #>> '{derivation,event,on}', 'T', lpad((8 + s.n / 60 % 9)::text, 2, '0'), ':', lpad((s.n % 60)::text, 2, '0'))))
            else p.due end as counted,
          jsonb_build_object('id', ('00000000-0000-8000-8000-' || lpad(to_hex(s.n), 12, '0'))::uuid, 'number', '2026-' || s.n, 'applicationId',
            ('00000000-0000-8000-8000-' || lpad(to_hex(s.n / 4), 12, '0'))::uuid, 'itemKey', p."serviceId", 'serviceId', p."serviceId",
            'departmentId', p."departmentId", 'packVersion', ${packVersion}::text, 'term', p.term, 'toCheck', false,
            'awaits', '[]'::jsonb, 'produces', '[]'::jsonb) as opened
        from generate_series(${from}::int, ${to}::int) as s (n)
        join pattern p on p.k = (s.n::bigint * 7919) % ${made.length}
      ), told as (
        insert into platform.event (stream, stream_id, seq, type, body, at, by)
        select 'case', id, 1, 'CaseOpened', opened || jsonb_build_object('type', 'CaseOpened', 'at', at), at::timestamptz, 'person:1' from made
        union all
        select 'case', id, 2, 'CaseStarted', jsonb_build_object('type', 'CaseStarted', 'at', at, 'due', counted), at::timestamptz, 'person:1' from made
      )
      insert into cases."case" (id, version, state, number, application_id, department_id, service_id, status, due_on, since)
      select id, 2, opened || jsonb_build_object('phase', jsonb_build_object('status', 'started'), 'since', at, 'due', counted),
        '2026-' || n, (opened ->> 'applicationId')::uuid, "departmentId", "serviceId", 'started', (due ->> 'on')::date, at::timestamptz
      from made
    `.execute(db);
  }
  await sql`vacuum analyze cases."case"`.execute(db);
}

type Spent = Readonly<{ seconds: number; processor: number }>;

const row = (step: string, counts: readonly number[], { seconds, processor }: Spent) => [
  step,
  ...counts.map(String),
  seconds.toFixed(1),
  processor.toFixed(1),
  Math.round((counts[0] ?? 0) / seconds).toString(),
];

const server = await databaseServer();
const dataDir = mkdtempSync(join(tmpdir(), 'berdem-bench-'));
try {
  await withDatabase(server, async (url) => {
    const { app, database, close } = await openCity({ DATABASE_URL: url, DATA_DIR: dataDir, DATABASE_POOL: '4' });
    try {
      const added = withDays(app.catalogue.current, [closure]);
      const calendar = calendarNamed(added, closure.calendarId);
      const recount = onCalendar((id) => calendarNamed(added, id));
      const made = patterns(app, recount);
      const filling = await timed(database, () =>
        app.db.connection().execute((db) => fill(db, made, wanted, app.catalogue.packVersion)),
      );
      const seen = await timed(database, () => app.cases.previewRedate({ from: closure.day, recount }));
      const cause = { kind: 'calendar' as const, calendar: calendar.id, version: calendar.version, reason: 'bench' };
      const applied = await timed(database, () => app.cases.redate({ from: closure.day, recount, cause }));
      const again = await timed(database, () => app.cases.redate({ from: closure.day, recount, cause }));
      console.log(describeRun(server.description, `${made.length} terms and days`));
      printTable([
        ['step', 'cases', 'moved', 's', 'processor s', 'cases a second'],
        row('filling (not measured)', [wanted, 0], filling),
        row('preview', [seen.value.looked, seen.value.moved], seen),
        row('count anew and write', [seen.value.looked, applied.value], applied),
        row('again: nothing moves', [seen.value.looked, again.value], again),
      ]);
      await check(
        app.db,
        made.map(({ due }) => due),
      );
      if (applied.value !== wanted || applied.value !== seen.value.moved || again.value !== 0)
        throw new Error('what moved is not what was previewed');
      if (applied.seconds > (60 * wanted) / 1_000_000) process.exitCode = 1;
    } finally {
      await close();
    }
  });
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** The journal and the states agree: every moved case has its event, and the queue's column the same date. */
async function check(db: Db, dues: readonly DueDate[]): Promise<void> {
  const { rows } = await sql<{ wrong: number }>`
    select count(*)::int as wrong from cases."case" where due_on <> (state #>> '{due,on}')::date
  `.execute(db);
  if (rows[0]?.wrong !== 0 || dues.length === 0) throw new Error('states and columns disagree');
}

/** What a step took, by the clock and in processor time of the database and of this program. */
async function timed<T>(database: Database, work: () => Promise<T>): Promise<{ value: T } & Spent> {
  const [before, own] = [await databaseTime(database), process.cpuUsage()];
  const begin = performance.now();
  const value = await work();
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(own);
  const ofDatabase = usedBetween(before, await databaseTime(database)) / 1000;
  return { value, seconds, processor: ofDatabase + (user + system) / 1_000_000 };
}
