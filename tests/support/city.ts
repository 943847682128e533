import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import type { Actor } from '#kernel/actor.ts';
import type { ApplicationState } from '#modules/applications/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import { demoId } from '#modules/people/index.ts';
import { type Clock, dateIn } from '#platform/clock.ts';
import { readConfig } from '#platform/config/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import { createLive } from '#platform/live/index.ts';
import { createLog } from '#platform/log/index.ts';
import { type App, createApp } from '../../src/app.ts';
import { createHttp } from '../../src/http.ts';
import type { Resources } from '../../src/resources.ts';
import { fillForm } from './answers.ts';
import { testDatabase } from './database.ts';

export const publicUrl = 'http://localhost:4321';

/** A clock that stands until it is moved. */
export type CityClock = Clock & { pass(duration: Temporal.DurationLike): void };

export type CityOptions = Readonly<{
  /** Monday 2 March 2026, ten in the morning in Kazan, if not given. */
  at?: string;
  pack?: string;
  /** Rules in the place of those in the folder. */
  rules?: Pack;
  /** With the pages; they must have been built. */
  pages?: boolean;
  database?: Database;
  /** A copy of the database that lags behind; the database itself if not given. */
  replica?: Database;
  /** To see why something failed, while looking for it. */
  log?: 'error' | 'silent';
  /** Narrow limits for callers, where a test is about them. */
  limits?: Parameters<typeof createHttp>[1] extends infer Options | undefined
    ? Options extends { limits?: infer Limits }
      ? Limits
      : never
    : never;
}>;

const unlimited = { hits: 1_000_000, seconds: 600 };
const noLimits = { 'sign-in': unlimited, filing: unlimited, upload: unlimited, tracking: unlimited };

const kazan = join(import.meta.dirname, '../../cities/kazan');

export type City = Readonly<{
  app: App;
  http: Hono<HttpEnv>;
  clock: CityClock;
  database: Database;
  /** A resident, entrepreneur or representative of the demonstration, acting for themselves. */
  resident(subject: string): Extract<Actor, { kind: 'person' }>;
  /** An employee of the demonstration: `officer-kvb`, `head-uaig`, `lean-1`. */
  employee(subject: string): Promise<Extract<Actor, { kind: 'employee' }>>;
  today(): Temporal.PlainDate;
  /** A plot of the layer with an address, the n-th of the housing ones. */
  plot(n?: number): Promise<string>;
  beginOffice(actor: Actor, options?: OfficeOptions): Promise<string>;
  fileOffice(actor: Actor, options?: OfficeOptions): Promise<ApplicationState>;
  close(): Promise<void>;
}>;

export type OfficeOptions = Readonly<{
  triage?: Readonly<Record<string, string>>;
  /** Cadastral number. */
  place?: string;
  applicant?: string;
  answers?: Readonly<Record<string, unknown>>;
  /** Begin one service instead of the situation. */
  serviceId?: string;
}>;

/** Own plot, new building of medium size on own money, storm sewer, networks and digging outside the plot. */
const office: Readonly<Record<string, string>> = {
  land: 'own',
  building: 'new',
  size: 'medium',
  funding: 'own',
  storm: 'yes',
  networks: 'yes',
  'ground-works': 'yes',
};

function standingClock(at: string): CityClock {
  let now = Temporal.Instant.from(at);
  return {
    now: () => now,
    pass(duration) {
      // Days are days of 24 hours here: the city has no summer time.
      now = now.add(Temporal.Duration.from(duration).round({ largestUnit: 'hours', relativeTo: '2026-01-01' }));
    },
  };
}

/** A whole Kazan in this process on a database of its own: layers, demo people, every module and the HTTP surfaces. */
export async function testCity(options: CityOptions = {}): Promise<City> {
  const {
    at = '2026-03-02T07:00:00Z',
    pack = kazan,
    pages = false,
    limits = noLimits,
    log: level = 'silent',
  } = options;
  const dataDir = mkdtempSync(join(tmpdir(), 'berdem-city-'));
  const database = options.database ?? (await testDatabase());
  const config = readConfig({ DATA_DIR: dataDir, PUBLIC_URL: publicUrl, LOG_LEVEL: 'silent', CITIES: pack });
  const log = createLog(level);
  const live = await createLive(database, log);
  const resources: Resources = { config, log, database, replica: options.replica ?? database, live };
  const clock = standingClock(at);
  const app = await createApp(resources, pack, { clock, ...(options.rules ? { pack: options.rules } : {}) });
  const http = await createHttp(app, { pages, limits });
  const city = { app, clock, today: () => dateIn(app.catalogue.current.city.timeZone, clock.now()) };
  const plot = (n = 0) => plotOf(app, n);
  const beginOffice = (actor: Actor, about: OfficeOptions = {}) => begin({ ...city, plot }, actor, about);
  return {
    ...city,
    http,
    database,
    resident: (subject) => ({ kind: 'person', personId: demoId(subject) }),
    employee: (subject) => employeeOf(app, subject),
    plot,
    beginOffice,
    async fileOffice(actor, about) {
      return app.applications.file(actor, { draftId: await beginOffice(actor, about), language: 'ru' });
    },
    async close() {
      await live.close();
      if (options.database === undefined) await database.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function employeeOf(app: App, subject: string): Promise<Extract<Actor, { kind: 'employee' }>> {
  const { id, departmentId, roles } = await app.people.getEmployee(demoId(subject));
  return {
    kind: 'employee',
    employeeId: id,
    departmentId,
    roles: roles as Extract<Actor, { kind: 'employee' }>['roles'],
  };
}

async function plotOf({ db }: App, n: number): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    select external_id as number from territory.feature
    where layer = 'parcels' and known_to is null and properties ->> 'use' = 'trade' and properties ? 'house'
    order by external_id limit 1 offset ${n}
  `.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error('the layer of plots is empty');
  return found.number;
}

type Beginning = Pick<City, 'app' | 'today' | 'plot'>;

/** A draft that only has to be filed: triage, place, applicant and every question of the form answered. */
async function begin({ app, today, plot }: Beginning, actor: Actor, about: OfficeOptions): Promise<string> {
  const { applications } = app;
  const subject = about.serviceId ? { serviceId: about.serviceId } : { situationId: 'build-office' };
  const { id: draftId } = await applications.createDraft(actor, subject);
  const triage = { ...office, ...about.triage };
  for (;;) {
    const { unanswered } = await applications.getDraft(actor, draftId);
    if (unanswered === undefined) break;
    await applications.answerTriage(actor, { draftId, questionId: unanswered, value: triage[unanswered] ?? '' });
  }
  const placed = await applications.choosePlace(actor, { draftId, cadastralNumber: about.place ?? (await plot()) });
  if (!placed.ok) throw new Error(`no place: ${JSON.stringify(placed.error)}`);
  await applications.chooseApplicant(actor, { draftId, applicant: about.applicant ?? 'self' });
  await fillForm({ app, actor, draftId, today: today(), ...(about.answers ? { answers: about.answers } : {}) });
  return draftId;
}
