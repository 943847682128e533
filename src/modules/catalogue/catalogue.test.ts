import { describe, expect, it, onTestFinished } from 'vitest';
import { newId } from '#kernel/id.ts';
import { Problem } from '#kernel/problem.ts';
import type { Database } from '#platform/db/index.ts';
import { atOnce } from '#tests/support/at-once.ts';
import { testDatabase } from '#tests/support/database.ts';
import { serverTest } from '#tests/support/server-test.ts';
import { listVersions } from './catalogue-store.ts';
import { createCatalogue, loadPack, type Pack, versionIdOf, WrongCity } from './index.ts';
import { tinyPack, writePack } from './pack/tiny-pack.fixture.ts';

async function openDatabase() {
  const database = await testDatabase();
  onTestFinished(() => database.close());
  return database;
}

async function packWithTerm(days: number): Promise<Pack> {
  const file = 'services/dig/service.yaml';
  await using folder = await writePack({ [file]: tinyPack[file]?.replace('amount: 7', `amount: ${days}`) });
  const loaded = await loadPack(folder.folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** A day off as two employees made it law. */
const addDay = ({ pool }: Database, day: string) =>
  pool.query(
    `insert into catalogue.added_day (id, calendar_id, day, reason, proposed_by, proposed_at, approved_by, approved_at)
     values ($1, 'plain', $2, 'Праздник', 'employee:a', now(), 'employee:b', now())`,
    [newId(), day],
  );

describe('the catalogue', () => {
  it('keeps every version of the rules once, and gives an older one to a draft that was begun under it', async () => {
    const database = await openDatabase();
    const [old, fresh] = [await packWithTerm(7), await packWithTerm(5)];
    await createCatalogue(database, old);
    await createCatalogue(database, old);
    const catalogue = await createCatalogue(database, fresh);

    expect(catalogue.packVersion).toMatch(/^2026\.1-[0-9a-f]{12}$/);
    expect((await listVersions(database.db)).map(({ id }) => id).sort()).toEqual(
      [versionIdOf(old), versionIdOf(fresh)].sort(),
    );
    expect(await catalogue.getPack(catalogue.packVersion)).toBe(fresh);
    const again = await catalogue.getPack(versionIdOf(old));
    expect(again).toEqual(old);
    expect(Object.isFrozen(again.services[0]?.term)).toBe(true);
    expect(await catalogue.getPack(versionIdOf(old))).toBe(again);
  });

  it('changes the rules by itself on the first day of a new version, by the time of the city', async () => {
    const database = await openDatabase();
    const file = 'services/dig/service.yaml';
    const next = tinyPack[file]
      ?.replace('version: 1', 'version: 2')
      .replace('2026-01-01', '2026-07-01')
      .replace('amount: 7', 'amount: 5');
    await using folder = await writePack({ 'services/dig/service.2.yaml': next });
    const loaded = await loadPack(folder.folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
    let now = Temporal.Instant.from('2026-06-30T23:59:59+03:00');
    const catalogue = await createCatalogue({ ...database, clock: { now: () => now } }, loaded.value);
    const before = catalogue.packVersion;
    const states = async () =>
      (await catalogue.listVersions()).map(({ id, state, from }) => `${id === before} ${state} ${from}`).sort();
    expect(await states()).toEqual(['false toCome 2026-07-01', 'true inForce 2026-01-01']);
    expect(catalogue.getService('dig').term.amount).toBe(7);
    now = Temporal.Instant.from('2026-07-01T00:00:00+03:00');
    expect(catalogue.getService('dig').term.amount).toBe(5);
    expect(catalogue.packVersion).not.toBe(before);
    expect(await states()).toEqual(['false inForce 2026-07-01', 'true past 2026-01-01']);
    expect((await catalogue.getPack(before)).services.find(({ id }) => id === 'dig')?.term.amount).toBe(7);
    expect(await listVersions(database.db)).toHaveLength(2);
  });

  it('tells of every version who published it: the name given at the start, or who approved its day off', async () => {
    const database = await openDatabase();
    const catalogue = await createCatalogue(
      { ...database, publishedBy: 'Ivanova, chief architect' },
      await packWithTerm(7),
    );
    const first = catalogue.packVersion;
    await addDay(database, '2026-02-02');
    await catalogue.refresh();
    const told = new Map((await catalogue.listVersions()).map(({ id, publishedBy }) => [id, publishedBy]));
    expect(told).toEqual(
      new Map([
        [catalogue.packVersion, 'employee:b'],
        [first, 'Ivanova, chief architect'],
      ]),
    );
    const fresh = await createCatalogue(database, await packWithTerm(5));
    const unnamed = (await fresh.listVersions()).find(({ id }) => id === fresh.packVersion);
    expect(unnamed?.publishedBy).toBeNull();
  });

  it('two processes that start at once keep one version', async () => {
    const database = await openDatabase();
    const pack = await packWithTerm(7);
    await Promise.all([1, 2, 3].map(() => createCatalogue(database, pack)));
    expect(await listVersions(database.db)).toHaveLength(1);
  });

  it('keeps the rules of one city, when two are started on an empty database at once', async () => {
    const database = await openDatabase();
    const one = await packWithTerm(7);
    const other = { ...one, hash: '0'.repeat(64), city: { ...one.city, id: 'other' } };
    const started = await Promise.allSettled([one, other].map((pack) => createCatalogue(database, pack)));
    const refused = started.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(refused).toEqual([expect.any(WrongCity)]);
    expect(await listVersions(database.db)).toHaveLength(1);
  });

  serverTest('does not put back the calendar that a slow reading had read before a day was added', async () => {
    const database = await openDatabase();
    const pack = await packWithTerm(7);
    const catalogue = await createCatalogue(database, pack);
    await addDay(database, '2026-02-02');
    // Another process reads the day first: what this one keeps next is there already.
    await createCatalogue(database, pack);
    await atOnce(database, 'delete from catalogue.version', [
      catalogue.refresh,
      async () => {
        await addDay(database, '2026-02-03');
        await catalogue.refresh();
      },
    ]);
    expect(catalogue.current.calendars[0]?.years['2026']?.off).toEqual(['2026-01-01', '2026-02-02', '2026-02-03']);
  });

  it('refuses a version, a service and a situation that it does not know', async () => {
    const database = await openDatabase();
    const catalogue = await createCatalogue(database, await packWithTerm(7));
    await expect(catalogue.getPack('2020.1-000000000000')).rejects.toEqual(new Problem('catalogue/unknown-version'));
    expect(catalogue.findService('felling')).toBeUndefined();
    expect(() => catalogue.getService('felling')).toThrow('catalogue/unknown-service');
    expect(() => catalogue.getSituation('fly')).toThrow('catalogue/unknown-situation');
    expect(catalogue.getService('dig').department).toBe('works');
    expect(catalogue.getSituation('dig-up').items).toHaveLength(3);
  });
});
