/**
 * A new holiday: how long it takes to preview it and to count a million open cases anew, on a database server.
 * Run: node bench/holiday.ts [CASES]. The bar: a million open cases in at most 60 s on two cores.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createCalendars, type DueDate } from '#modules/calendar/index.ts';
import { onCalendar } from '#modules/cases/index.ts';
import { withDays } from '#modules/catalogue/index.ts';
import { cityCalendar } from '#modules/planning/index.ts';
import type { Db } from '#platform/db/index.ts';
import { termsOf } from '../src/wiring/legal-dates.ts';
import { openCity } from './support/city.ts';
import { databaseServer, withDatabase } from './support/database-server.ts';
import { describeRun, printTable } from './support/table.ts';

const wanted = Number(process.argv[2] ?? 1_000_000);
/** A Tuesday that every case below has in its term or not, as it falls out. */
const closure = { calendarId: 'tatarstan', day: '2026-04-07' };

/** One open case of each term and start day of March 2026, as an installation would have them; the rest are copies. */
function patterns(app: Awaited<ReturnType<typeof openCity>>['app']) {
  const pack = app.catalogue.current;
  const terms = termsOf(pack);
  return pack.services.flatMap(({ id, department, term }) =>
    Array.from({ length: 31 }, (_, day) => {
      const at = Temporal.Instant.from('2026-03-02T07:00:00Z').add({ hours: 24 * day });
      return { serviceId: id, departmentId: department, term, at: at.toString(), due: terms.dueOn(term, at) };
    }),
  );
}

type Pattern = ReturnType<typeof patterns>[number];

/** Writes the cases with their journals of two events, as filing does, in statements of 20,000. */
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
        select 'case', id, 2, 'CaseStarted', jsonb_build_object('type', 'CaseStarted', 'at', at, 'due', due), at::timestamptz, 'person:1' from made
      )
      insert into cases."case" (id, version, state, number, application_id, department_id, service_id, status, due_on, since)
      select id, 2, opened || jsonb_build_object('phase', jsonb_build_object('status', 'started'), 'since', at, 'due', due),
        '2026-' || n, (opened ->> 'applicationId')::uuid, "departmentId", "serviceId", 'started', (due ->> 'on')::date, at::timestamptz
      from made
    `.execute(db);
  }
  await sql`vacuum analyze cases."case"`.execute(db);
}

const row = (step: string, cases: number, moved: number, seconds: number) => [
  step,
  String(cases),
  String(moved),
  seconds.toFixed(1),
  Math.round(cases / seconds).toString(),
];

const server = await databaseServer();
const dataDir = mkdtempSync(join(tmpdir(), 'berdem-bench-'));
try {
  await withDatabase(server, async (url) => {
    const { app, close } = await openCity({ DATABASE_URL: url, DATA_DIR: dataDir, DATABASE_POOL: '4' });
    try {
      const made = patterns(app);
      const filling = await timed(() =>
        app.db.connection().execute((db) => fill(db, made, wanted, app.catalogue.packVersion)),
      );
      const added = withDays(app.catalogue.current, [closure]);
      const calendar = createCalendars(added.calendars).get(app.catalogue.current.city.calendar) ?? cityCalendar(added);
      const recount = onCalendar(calendar);
      const seen = await timed(() => app.cases.previewRedate({ from: closure.day, recount }));
      const cause = { kind: 'calendar' as const, calendar: calendar.id, version: calendar.version, reason: 'bench' };
      const applied = await timed(() => app.cases.redate({ from: closure.day, recount, cause }));
      const again = await timed(() => app.cases.redate({ from: closure.day, recount, cause }));
      console.log(describeRun(server.description, `${made.length} terms and days`));
      printTable([
        ['step', 'cases', 'moved', 's', 'cases a second'],
        row('filling (not measured)', wanted, 0, filling.seconds),
        row('preview', seen.value.looked, seen.value.moved, seen.seconds),
        row('count anew and write', seen.value.looked, applied.value, applied.seconds),
        row('again: nothing moves', seen.value.looked, again.value, again.seconds),
      ]);
      await check(
        app.db,
        made.map(({ due }) => due),
      );
      if (applied.value !== seen.value.moved || again.value !== 0)
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

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const begin = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - begin) / 1000 };
}
