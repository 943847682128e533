import { demoId } from '#modules/people/index.ts';
import { readConfig } from '#platform/config/index.ts';
import { createDatabase, type Database } from '#platform/db/index.ts';
import { openDatabase } from '#platform/db/open-database.ts';
import { createLive } from '#platform/live/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createSessions } from '#platform/sessions/index.ts';
import { copyDraft } from '#tests/support/copied-drafts.ts';
import { type App, createApp } from '../../src/app.ts';
import { writeDraft } from '../../src/demo/write-draft.ts';

/** A signed-in resident with complete drafts. */
export type Filer = Readonly<{ cookie: string; csrf: string; draftIds: readonly string[] }>;

/** What a filing answered: a number, or that nobody knows what became of it. */
export type Filing = Readonly<{ number: string }> | 'unknown';

/** Opens the database of these variables in this process, for as long as `work` lasts. */
export async function withDatabaseOf<T>(
  environment: Readonly<Record<string, string>>,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(readConfig(environment), {});
  return work(database).finally(() => database.close());
}

/** Opens the city of these variables in this process, for as long as `work` lasts. */
export async function withCity<T>(
  environment: Readonly<Record<string, string>>,
  work: (app: App, database: Database) => Promise<T>,
): Promise<T> {
  return withDatabaseOf(environment, async (database) => {
    const log = createLog('silent');
    const live = await createLive(database, log);
    const config = readConfig(environment);
    const resources = { config, log, database, replica: database, live };
    try {
      return await work(await createApp(resources, config.cities[0] ?? ''), database);
    } finally {
      await live.close();
    }
  });
}

/** Residents who come for the first time, each with `drafts` complete drafts of the "build an office" bundle. */
export async function newFilers(
  app: App,
  database: Database,
  { residents, drafts }: { residents: number; drafts: number },
): Promise<Filer[]> {
  const writer = { kind: 'person', personId: demoId('resident-1') } as const;
  const wish = { subject: { situationId: 'build-office' }, place: { point: [49.12, 55.79] as [number, number] } };
  const { draftId } = await writeDraft(app, writer, wish);
  const sessions = createSessions({ db: app.db, clock: app.clock });
  const filers: Filer[] = [];
  for (let n = 0; n < residents; n += 1) {
    const claims = { sub: `resident-under-load-${n}`, family_name: 'Вымышленная', given_name: 'Алия' };
    const holder = await app.people.signIn('https://load.example', claims);
    const { token, session } = await sessions.create(holder, 'load');
    const personId = holder.actor.kind === 'person' ? holder.actor.personId : '';
    const draftIds = await copyDraft(database, { draftId, count: drafts, personId });
    filers.push({ cookie: `session=${token}`, csrf: session.csrfToken, draftIds });
  }
  return filers;
}

/** Files a draft as a browser does; `unknown` when no answer came. Throws on any answer but an application. */
export async function fileDraft(url: string, { cookie, csrf }: Filer, draftId: string): Promise<Filing> {
  let response: Response;
  let body: string;
  try {
    response = await fetch(`${url}/api/v1/applications`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie, 'x-csrf-token': csrf },
      body: JSON.stringify({ draftId }),
    });
    body = await response.text();
  } catch {
    return 'unknown';
  }
  if (response.status !== 201) throw new Error(`${response.status} ${body}`);
  const { number } = JSON.parse(body) as { number: string };
  return { number };
}

/** A database of its own on the server of DATABASE_URL, empty; `drop` removes it. */
export async function emptyServerDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `berdem_test_${Date.now().toString(36)}_reliability`;
  const onServer = async (statement: string) => {
    const server = await createDatabase({ url, poolSize: 1 });
    await server.pool.query(statement).finally(() => server.close());
  };
  await onServer(`create database ${name} template template0 encoding 'UTF8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => onServer(`drop database if exists ${name} with (force)`) };
}

/** A look at a case on the morning after its legal date: the job, and the case it is about. */
export type LateLook = Readonly<{ job: string; case_id: string }>;

/**
 * As if weeks had passed: the legal dates of at most `limit` cases are over, and the looks at them are due. Nobody is told:
 * workers find out by themselves.
 */
export async function letTermsPass({ pool }: Database, limit: number): Promise<LateLook[]> {
  const { rows } = await pool.query<LateLook>(
    `with late as (
       update cases."case" set due_on = date '2026-01-12', state = jsonb_set(state, '{due,on}', '"2026-01-12"')
       where id in (select id from cases."case" where due_on is not null order by id limit $1) returning id
     )
     update graphile_worker._private_jobs j set run_at = now() from late where j.key = 'term:' || late.id
     returning j.id as job, late.id as case_id`,
    [limit],
  );
  return rows;
}
