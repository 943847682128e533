import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { cacheDir, lockFolder, openEmbeddedPostgres } from '../embedded-postgres/index.ts';
import { migrate, migrationsFolder, readMigrations } from './migrations.ts';

type Snapshot = Uint8Array<ArrayBuffer>;

/**
 * A migrated, empty embedded database as a snapshot to begin with. Made once for each state of the migrations and of the
 * engine (initdb and PostGIS cost seconds) and kept in the cache; processes that want it at once wait for the first.
 */
export async function migratedSnapshot(folder = migrationsFolder): Promise<Snapshot> {
  return cached(`schema-${schemaKey(folder)}`, async () =>
    snapshotOf(await emptySnapshot(), (pool) => migrate({ pool }, folder)),
  );
}

/** Names the state of the migrations and of the engine: what is made from them can be kept under it. */
export const schemaKey = (folder = migrationsFolder): string =>
  keyOf([...engineVersions(), ...readMigrations(folder).map((one) => one.hash)]);

/** An empty database with PostGIS: what every migrated one is built on. */
const emptySnapshot = (): Promise<Snapshot> =>
  cached(`empty-${keyOf(engineVersions())}`, () =>
    snapshotOf(undefined, (pool) => pool.query('create extension if not exists postgis')),
  );

const keyOf = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);

/** Whatever else decides what a new database looks like. */
function engineVersions(): string[] {
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return ['@electric-sql/pglite', '@electric-sql/pglite-postgis', 'graphile-worker'].map(
    (name) => `${name} ${dependencies[name]}`,
  );
}

async function snapshotOf(
  start: Snapshot | undefined,
  prepare: (pool: pg.Pool) => Promise<unknown>,
): Promise<Snapshot> {
  const database = await openEmbeddedPostgres(start === undefined ? {} : { snapshot: start });
  const pool = new pg.Pool({ stream: () => database.connect(), user: 'postgres', database: 'postgres' });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  try {
    await prepare(pool);
    await pool.query('vacuum (analyze)');
    await pool.query('checkpoint');
    await pool.end();
    return await database.takeSnapshot();
  } finally {
    await database.close();
  }
}

/** The kept snapshot `name`, made by the first process that wants it. Without a writable cache it is made each time. */
async function cached(name: string, make: () => Promise<Snapshot>): Promise<Snapshot> {
  const file = join(cacheDir, `${name}.tar`);
  const release = existsSync(file) ? undefined : await takeTurn(join(cacheDir, `${name}.making`));
  try {
    if (existsSync(file)) return new Uint8Array(readFileSync(file));
    const snapshot = await make();
    if (release !== undefined) keep(file, snapshot);
    return snapshot;
  } finally {
    release?.();
  }
}

function keep(file: string, snapshot: Snapshot): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, snapshot);
  renameSync(draft, file);
  for (const outdated of snapshotsByAge().slice(keptSnapshots)) rmSync(outdated, { force: true });
}

/** Each takes 45 MB, and every change of a migration makes another. */
const keptSnapshots = 4;

const snapshotsByAge = (): string[] =>
  globSync(join(cacheDir, 'schema-*.tar')).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);

/** Waits until nobody else makes the same; `undefined` if the disk takes no lock. */
async function takeTurn(folder: string): Promise<(() => void) | undefined> {
  try {
    mkdirSync(cacheDir, { recursive: true });
  } catch {
    // Read-only installation: every start makes its own.
    return undefined;
  }
  for (;;) {
    const release = lockFolder(folder);
    if (release.ok) return release.value;
    await sleep(100);
  }
}
