import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor, Party } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import type { Database } from '#platform/db/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { applicantKind, createPeople, demoId, type People, seedDemoPeople } from './index.ts';

let database: Database;
let people: People;
const issuer = 'https://login.example';
const seed = { departmentIds: ['uaig', 'kvb'], issuer, today: Temporal.PlainDate.from('2026-11-24') };

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await seedDemoPeople(database.db, seed);
  people = createPeople({
    db: database.db,
    clock: { now: () => Temporal.Instant.from('2026-11-24T09:00:00Z') },
    timeZone: 'Europe/Moscow',
  });
});

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
    return 'no problem';
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
};

const person = (subject: string): Actor => ({ kind: 'person', personId: demoId(subject) });
const resident: Party = { kind: 'person', personId: demoId('resident-1') };
const company: Party = { kind: 'organisation', organisationId: demoId('company-1') };

describe('somebody who signs in', () => {
  const claims = {
    sub: 'esia-1',
    family_name: 'Каримова',
    given_name: 'Зөлфия',
    snils: '900-000-001 82',
    phone_number: '+79000000009',
  };

  test('for the first time becomes known with what the provider says, and stays the same person afterwards', async () => {
    const first = await people.signIn(issuer, claims);
    const second = await people.signIn(issuer, { sub: 'esia-1', family_name: 'Каримова-Вәли', given_name: 'Зөлфия' });
    expect(second.actor).toEqual(first.actor);
    expect(second.name).toBe('Каримова-Вәли Зөлфия');
    const { person: known } = await people.getProfile(first.actor.kind === 'person' ? first.actor.personId : '');
    // What the provider does not repeat is not forgotten.
    expect(known).toMatchObject({ lastName: 'Каримова-Вәли', snils: '90000000182', phone: '+79000000009' });
  });

  test('in two browsers at once becomes one person', async () => {
    const both = await Promise.all([
      people.signIn(issuer, { ...claims, sub: 'twice' }),
      people.signIn(issuer, { ...claims, sub: 'twice' }),
    ]);
    expect(both[0]?.actor).toEqual(both[1]?.actor);
  });

  test('with the same subject at another provider is somebody else', async () => {
    const here = await people.signIn(issuer, claims);
    const there = await people.signIn('https://other.example', claims);
    expect(there.actor).not.toEqual(here.actor);
  });

  test('without a name cannot become known', async () => {
    expect(await codeOf(people.signIn(issuer, { sub: 'nameless' }))).toBe('people/claims-missing');
  });

  test('whose employment ended is refused from the first day away', async () => {
    await sql`update people.employee set left_on = '2026-11-24' where id = ${demoId('officer-kvb')}`.execute(
      database.db,
    );
    expect(await codeOf(people.signIn(issuer, { sub: 'officer-kvb' }))).toBe('people/employee-left');
    await sql`update people.employee set left_on = '2026-11-25' where id = ${demoId('officer-kvb')}`.execute(
      database.db,
    );
    expect((await people.signIn(issuer, { sub: 'officer-kvb' })).actor.kind).toBe('employee');
  });
});

describe('acting for somebody', () => {
  test('a representative acts for whoever gave the mandate, as long as it holds', async () => {
    const holder = await people.holderFor(person('representative-1'), resident);
    expect(holder).toMatchObject({
      actor: { onBehalfOf: resident },
      detail: 'Сафина Айгуль Рашитовна',
      actsUntil: '2027-11-24',
    });
  });

  test('nobody acts for somebody without a mandate', async () => {
    expect(await codeOf(people.actorOf(person('resident-2'), resident))).toBe('people/no-mandate');
    expect(await codeOf(people.actorOf(person('representative-1'), company))).toBe('people/no-mandate');
    expect(await codeOf(people.actorOf({ kind: 'anonymous' }, resident))).toBe('people/sign-in-needed');
    expect(
      await codeOf(people.actorOf({ kind: 'employee', employeeId: 'x', departmentId: 'kvb', roles: [] }, resident)),
    ).toBe('people/no-mandate');
  });

  const inMandate = (change: string) =>
    sql`update people.mandate set ${sql.raw(change)} where id = ${demoId('mandate-1')}`.execute(database.db);

  test.each([
    [`valid_from = '2025-01-01', valid_to = '2026-11-24'`, 'no problem'],
    [`valid_from = '2025-01-01', valid_to = '2026-11-23'`, 'people/no-mandate'],
    [`valid_from = '2026-11-25', valid_to = '2027-11-24'`, 'people/no-mandate'],
    [`valid_from = '2025-01-01', valid_to = '2027-11-24', revoked_on = '2026-11-24'`, 'people/no-mandate'],
  ])('a mandate with %s gives %s on 24 November 2026', async (change, outcome) => {
    await inMandate(change);
    expect(await codeOf(people.actorOf(person('representative-1'), resident))).toBe(outcome);
    await inMandate(`valid_from = '2026-11-24', valid_to = '2027-11-24', revoked_on = null`);
  });

  test('a mandate for one service is none for another', async () => {
    await inMandate(`scope = '{urban-plan}'`);
    const acting = (...services: string[]) => codeOf(people.actorOf(person('representative-1'), resident, services));
    expect(await acting('urban-plan')).toBe('no problem');
    expect(await acting('urban-plan', 'building-permit')).toBe('people/no-mandate');
    await inMandate(`scope = '{*}'`);
  });

  test('a director acts for the company without a mandate, until the last day in the position', async () => {
    const actor = await people.actorOf(person('entrepreneur-1'), company);
    expect(actor).toMatchObject({ onBehalfOf: company });
    await sql`update people.position set until = '2026-11-23'`.execute(database.db);
    expect(await codeOf(people.actorOf(person('entrepreneur-1'), company))).toBe('people/no-mandate');
    await sql`update people.position set until = null`.execute(database.db);
  });
});

describe('what a form is filled in with', () => {
  test('of a resident is the resident', async () => {
    expect(await people.getKnown(person('resident-1'))).toMatchObject({
      person: { lastName: 'Сафина', inn: '990000000115' },
    });
  });

  test('of a representative is the grantor, and apart from that the representative', async () => {
    const known = await people.getKnown(await people.actorOf(person('representative-1'), resident));
    expect(known).toMatchObject({ person: { lastName: 'Сафина' }, representative: { lastName: 'Миронова' } });
  });

  test('of a director is the company with the position, and the director', async () => {
    const known = await people.getKnown(await people.actorOf(person('entrepreneur-1'), company));
    expect(known).toMatchObject({
      organisation: { ogrn: '1260000000017', position: 'директор' },
      person: { lastName: 'Хасанов' },
    });
  });

  test('knows of which kind the applicant is', async () => {
    const kind = async (subject: string, party?: Party) => {
      const actor = await people.actorOf(person(subject), party);
      return applicantKind(actor, await people.getProfile(demoId(subject)));
    };
    expect(await kind('resident-1')).toEqual({ kind: 'person', representative: false });
    expect(await kind('entrepreneur-1')).toEqual({ kind: 'entrepreneur', representative: false });
    expect(await kind('entrepreneur-1', company)).toEqual({ kind: 'organisation', representative: false });
    expect(await kind('representative-1', resident)).toEqual({ kind: 'person', representative: true });
  });
});

describe('the demo people', () => {
  test('are an officer and a head in each department, two residents, an entrepreneur, a representative, and four who see the city', async () => {
    for (const department of seed.departmentIds) {
      const roles = (await people.listEmployees(department)).flatMap((employee) => employee.roles);
      expect(roles).toEqual(expect.arrayContaining(['officer', 'head']));
    }
    const { rows } = await sql<{ roles: string[] }>`select roles from people.employee`.execute(database.db);
    const all = new Set(rows.flatMap((row) => row.roles));
    expect([...all].sort()).toEqual(['administrator', 'auditor', 'designer', 'gis', 'head', 'lean', 'officer']);
  });

  test('are put in twice without a second copy', async () => {
    const count = async () => {
      const { rows } = await sql<{
        count: number;
      }>`select count(*)::int as count from people.identity where issuer = ${issuer}`.execute(database.db);
      return rows[0]?.count;
    };
    const before = await count();
    await seedDemoPeople(database.db, seed);
    expect(await count()).toBe(before);
  });

  test('names of many are read at once, unknown ids left out', async () => {
    const names = await people.names([demoId('resident-1'), demoId('company-1'), demoId('head-kvb'), demoId('nobody')]);
    expect(names.get(demoId('company-1'))).toBe('ООО «Идел Проект»');
    expect(names.size).toBe(3);
  });
});
