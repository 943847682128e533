import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type City, testCity } from '#tests/support/city.ts';
import { run } from './small-schemas.fixture.ts';

// Kazan's own schemas of 2018 and 2019 are not part of the project; where they lie beside it, all of them must come in.
const published = join(import.meta.dirname, '../../../shared/edoc');
const isThere = existsSync(published);
if (!isThere) console.log(`skipped: the published schemas of Kazan are not at ${published}`);

describe.runIf(isThere)('the published schemas of Kazan', () => {
  let root: string;
  let pack: string;
  let outcome: Awaited<ReturnType<typeof run>>;
  let seconds: number;
  let city: City;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'berdem-published-'));
    pack = join(root, 'imported');
    const started = performance.now();
    outcome = await run('import', 'edoc', published, '--out', pack, '--like', 'cities/kazan', '--json');
    seconds = (performance.now() - started) / 1000;
    city = await testCity({ pack });
  });
  afterAll(async () => {
    await city?.close();
    await rm(root, { recursive: true });
  });

  it('come in to the last form, within twenty seconds, as a pack that loads', async () => {
    const { counts, errors } = JSON.parse(outcome.printed);
    expect(outcome).toMatchObject({ code: 0, complained: '' });
    expect(await readdir(join(published, 'applications'))).toHaveLength(341);
    expect(counts.applications).toMatchObject({ total: 341, taken: 341, withLosses: 0 });
    expect(counts.services).toMatchObject({ total: 337, taken: 337 });
    expect(errors).toBe(0);
    expect(seconds).toBeLessThan(20);
  });

  it('make services each of which a person and a company can file at once', async () => {
    const { services } = city.app.catalogue.current;
    expect(services.length).toBeGreaterThan(140);
    for (const subject of ['resident-1', 'entrepreneur-1']) {
      const applicant = city.resident(subject);
      const { organisations } = await city.app.people.getProfile(applicant.personId);
      for (const { id } of services) {
        const filed = await city.fileOffice(applicant, { serviceId: id, applicant: organisations[0]?.id ?? 'self' });
        expect(filed.number, id).toMatch(/^\d{4}-\d{6}$/);
      }
    }
  }, 240_000);
});
