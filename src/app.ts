import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '#kernel/language.ts';
import { type Applications, createApplications } from '#modules/applications/index.ts';
import { type Audit, createAudit } from '#modules/audit/index.ts';
import { type Cases, createCases, type DueOn } from '#modules/cases/index.ts';
import { type Catalogue, createCatalogue, indexPack, type Pack } from '#modules/catalogue/index.ts';
import { createDecisions, type Decisions } from '#modules/decisions/index.ts';
import { createDemoSigner, createDocuments, createSigner, type Documents } from '#modules/documents/index.ts';
import { calendarsTopic, createHolidays, type Holidays } from '#modules/holidays/index.ts';
import { createPeople, demoIssuer, type People, seedDemoPeople } from '#modules/people/index.ts';
import { createRegisters, type Registers } from '#modules/registers/index.ts';
import { createRequests, type Requests } from '#modules/requests/index.ts';
import { createTerritory, importLayers, type Territory } from '#modules/territory/index.ts';
import { type Clock, dateIn, systemClock } from '#platform/clock.ts';
import type { Db } from '#platform/db/index.ts';
import { createDiskStore } from '#platform/files/index.ts';
import type { Resources } from './resources.ts';
import { decisionRules } from './wiring/decision-rules.ts';
import { createDesign, type Design } from './wiring/design.ts';
import { documentAccess } from './wiring/document-access.ts';
import { termsOf } from './wiring/legal-dates.ts';
import { createOperations, type Operations } from './wiring/operations.ts';
import { checkCity } from './wiring/pack-tests/check-city.ts';
import { requestRules } from './wiring/request-rules.ts';
import { type Found, searchCatalogue } from './wiring/search.ts';
import { termRules } from './wiring/term-rules.ts';

/** One city: every capability behind its door. Surfaces (pages, API, jobs) reach nothing else. */
export type App = Readonly<{
  config: Resources['config'];
  log: Resources['log'];
  live: Resources['live'];
  clock: Clock;
  db: Db;
  people: People;
  catalogue: Catalogue;
  /** Situations and services by everyday words, best first. */
  search(text: string, language: Language): Found[];
  territory: Territory;
  documents: Documents;
  audit: Audit;
  operations: Operations;
  /** What designers and lawyers look at beside the pack: its cases, tried. */
  design: Design;
  cases: Cases;
  requests: Requests;
  registers: Registers;
  decisions: Decisions;
  applications: Applications;
  holidays: Holidays;
}>;

/** What may be replaced, in tests and benchmarks: the clock. `pack` saves reading the folder once more. */
export type AppOptions = Readonly<{ clock?: Clock; pack?: Pack }>;

/** A city pack that cannot be used: all its mistakes, one a line. */
export class PackRefused extends Error {
  override readonly name = 'PackRefused';
}

/** Loads the pack of a folder whose tests hold, or says everything that is wrong with it. */
export async function readPack(folder: string): Promise<Pack> {
  const { pack, errors } = await checkCity(folder);
  if (pack !== undefined) return pack;
  const lines = errors.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
  throw new PackRefused(`the city pack ${folder} has ${lines.length} mistakes:\n${lines.join('\n')}`);
}

/**
 * Puts a city together on opened resources: loads its pack, brings its layers (and, in a demo, its people) into the
 * database, and wires the modules. Everything a module needs is handed to it here.
 */
export async function createApp(resources: Resources, packFolder: string, options: AppOptions = {}): Promise<App> {
  const { config, log, live, database } = resources;
  const { db } = database;
  const clock = options.clock ?? systemClock;
  const pack = options.pack ?? (await readPack(packFolder));
  const catalogue = await createCatalogue({ db, log, clock, publishedBy: config.publishedBy }, pack);
  await importLayers(db, packFolder, pack.city.languages);
  if (config.demo) await seedDemo({ db, clock, pack, publicUrl: config.publicUrl });
  const modules = await createModules(resources, { catalogue, clock, pack });
  // Another process made a day off or published rules: they hold here too, and what they say to open cases is planned.
  live.subscribe(calendarsTopic, () => {
    catalogue
      .refresh()
      .then(() => modules.holidays.planRuleChanges())
      .catch((error: unknown) => log.error({ err: error }, 'the rules could not be read anew'));
  });
  // What another process approved while this one started was told to nobody here.
  await catalogue.refresh();
  await modules.holidays.planRuleChanges();
  const find: App['search'] = (text, language) => searchCatalogue(catalogue, text, language);
  const design = createDesign(catalogue, packFolder);
  return { config, log, live, clock, db, catalogue, design, search: find, ...modules };
}

async function seedDemo({ db, clock, pack, publicUrl }: { db: Db; clock: Clock; pack: Pack; publicUrl: string }) {
  const departmentIds = pack.departments.filter(({ kind }) => kind === 'city').map(({ id }) => id);
  await seedDemoPeople(db, {
    departmentIds,
    issuer: demoIssuer(publicUrl),
    today: dateIn(pack.city.timeZone, clock.now()),
  });
}

type Made = Readonly<{ catalogue: Catalogue; clock: Clock; pack: Pack }>;

async function createModules({ config, database: { db }, replica }: Resources, { catalogue, clock, pack }: Made) {
  const people = createPeople({ db, clock, timeZone: pack.city.timeZone });
  // Written once, at a start: what is read of it may come from a copy.
  const territory = createTerritory({ db: replica.db });
  const audit = createAudit({ clock });
  // Asked anew each time: tomorrow the rules may be others, and a holiday may have been added.
  const dueOn: DueOn = (term, at, calendarId) => termsOf(catalogue.current, calendarId).dueOn(term, at);
  const intakeGrounds = async (version: string) =>
    new Set(indexPack(await catalogue.getPack(version)).intakeGrounds.keys());
  const cases = createCases({
    db,
    clock,
    audit,
    dueOn,
    intakeGrounds,
    rules: termRules(catalogue),
    timeZone: pack.city.timeZone,
  });
  const requests = createRequests({ db, clock, audit, cases, dueOn, rules: requestRules(catalogue) });
  const registers = createRegisters({ db });
  const documents: Documents = createDocuments({
    db,
    clock,
    files: createDiskStore(join(config.dataDir, 'files')),
    signer: await signerOf(config, pack),
    publicUrl: config.publicUrl,
    sizeLimit: config.fileLimit,
    ...documentAccess({ db, audit, people, registers, applications: () => applications, decisions: () => decisions }),
  });
  const rules = decisionRules({ clock, catalogue, people, applications: () => applications });
  const decisions: Decisions = createDecisions({ db, clock, audit, cases, registers, documents, rules });
  const legalDates = {
    receivedOn: (of: Pack, at: Temporal.Instant) => Temporal.PlainDate.from(termsOf(of).receivedOn(at).on),
  };
  const applications: Applications = createApplications({
    db,
    clock,
    audit,
    catalogue,
    people,
    territory,
    cases,
    requests,
    decisions,
    registers,
    documents,
    legalDates,
  });
  const holidays = createHolidays({ db, clock, audit, catalogue, cases });
  return {
    people,
    territory,
    audit,
    operations: createOperations({ db, audit }),
    cases,
    requests,
    registers,
    documents,
    decisions,
    applications,
    holidays,
  };
}

/** The city's own signature by configuration; in a demonstration one that says it is none. */
async function signerOf({ signature, dataDir }: Resources['config'], pack: Pack) {
  if (signature === undefined) return createDemoSigner(dataDir, pack.city.name.ru);
  const [key, certificate] = await Promise.all([
    readFile(signature.keyFile, 'utf8'),
    readFile(signature.certificateFile, 'utf8'),
  ]);
  return createSigner({ key, certificate });
}
