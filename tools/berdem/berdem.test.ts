import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addTerm, createCalendars, sealDerivation } from '#modules/calendar/index.ts';
import { loadPack } from '#modules/catalogue/index.ts';
import { berdem } from '../berdem.ts';

async function run(...args: string[]): Promise<{ code: number; printed: string; complained: string }> {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await berdem(args, { print: (line) => printed.push(line), complain: (line) => complained.push(line) });
  return { code, printed: printed.join('\n'), complained: complained.join('\n') };
}

describe('the berdem command', () => {
  it('lists its commands, and explains one', async () => {
    expect((await run()).printed).toMatch(/check {2}/);
    expect((await run('help', 'check')).printed).toContain('berdem check DIR');
    expect((await run('check', '--help')).printed).toContain('berdem check DIR');
  });

  it('suggests the command that was probably meant', async () => {
    const { code, complained } = await run('chek', 'cities/kazan');
    expect(code).toBe(2);
    expect(complained).toContain('did you mean check?');
  });

  it('explains wrong use instead of printing a stack', async () => {
    expect(await run('check')).toMatchObject({ code: 2, complained: expect.stringContaining('name one folder') });
    expect(await run('check', 'no-such-folder')).toMatchObject({
      code: 2,
      complained: expect.stringContaining('is not a folder'),
    });
    expect(await run('check', '--jsn', 'cities/kazan')).toMatchObject({
      code: 2,
      complained: expect.stringContaining("Unknown option '--jsn'"),
    });
  });

  it('finds nothing wrong with Kazan', async () => {
    const { code, printed } = await run('check', 'cities/kazan/');
    expect(printed).toContain('0 errors');
    expect(printed).toContain('cities/kazan: version 2026.1-');
    expect(printed).toMatch(/(\d+) of \1 queries lead to the right answer among the first three/);
    expect(code).toBe(0);
  });

  it('prints one JSON object for programs, and finds in it all that Kazan provides', async () => {
    const { printed } = await run('check', '--json', 'cities/kazan');
    const { counts, errors, unverified } = JSON.parse(printed);
    expect(counts).toMatchObject({ services: 86, digital: 20, situations: 12, errors: 0 });
    expect(counts.cases).toBeGreaterThanOrEqual(150);
    expect(counts.queries).toBeGreaterThanOrEqual(120);
    expect(counts.found).toBe(counts.queries);
    expect(errors).toEqual([]);
    expect(unverified).toHaveLength(counts.unverified);
  });

  it('asks an editor for texts in the languages of the city beside which the schemas lie', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'berdem-schema-'));
    cpSync('cities/zarechny/city.yaml', join(folder, 'city.yaml'));
    const { code, printed } = await run('schema', '--out', join(folder, 'schema'));
    expect(code).toBe(0);
    const service = join(folder, 'schema', 'service.schema.json');
    expect(JSON.parse(printed)['yaml.schemas'][service]).toEqual([`${folder}/services/*/service.yaml`]);
    expect(JSON.parse(readFileSync(service, 'utf8')).properties.name.required).toEqual(['ru', 'en']);
    rmSync(folder, { recursive: true });
  });

  it('shows the plan of a situation under hypothetical answers, and moves its end with its start', async () => {
    const planFrom = async (day: string) =>
      JSON.parse(
        (await run('plan', 'cities/kazan', 'build-office', '--answer', 'land=own', '--from', day, '--json')).printed,
      );
    const [today, later] = [await planFrom('2026-11-24'), await planFrom('2026-12-24')];
    expect(today.items.length).toBeGreaterThan(5);
    expect(later.endsOn > today.endsOn).toBe(true);
    expect((await run('plan', 'cities/kazan', 'no-such')).complained).toContain('no situation no-such');
  });

  it('shows what other choices, other terms and days off would make of a plan', async () => {
    const office = ['plan', 'cities/kazan', 'build-office', '--answer', 'land=none', '--answer', 'land-way=approved'];
    const from = ['--from', '2026-02-02'];
    const { code, printed } = await run(...office, ...from, '--term', 'urban-plan=5', '--off', '2026-02-10');
    expect(code).toBe(0);
    expect(printed).toContain('if you choose land-way=auction: ends on');
    expect(printed).toContain('as it would be (hypothetical):');
    expect(printed).toMatch(/: 5 working days instead of 14 working days — makes the end come \d+ days? earlier\./);
    const json = JSON.parse((await run(...office, ...from, '--term', 'urban-plan=14', '--json')).printed);
    expect(json.supposed.difference).toMatchObject({ end: { days: 0 }, items: [] });
    expect((await run(...office, '--term', 'moon=5')).complained).toContain('There is no service moon');
    expect((await run(...office, '--off', '2040-01-10')).complained).toContain('has no year 2040');
    expect((await run(...office, '--off', 'tomorrow')).complained).toContain('--off wants a date');
    expect((await run(...office, '--term', 'urban-plan=soon')).complained).toContain('--term wants a number');
  });

  it('names what differs between two cities in the language asked for, by its title with the id after it', async () => {
    const { code, printed } = await run('diff', 'cities/zarechny', 'cities/kazan', '--language', 'tt');
    expect(code).toBe(0);
    expect(printed).toContain('хезмәт «Бинага адрес бирү» (address-assignment)');
    expect((await run('diff', 'cities/zarechny', 'cities/kazan', '--language', 'xx')).complained).toContain(
      'ru, tt, en',
    );
  });

  it('recomputes a deadline, and finds a date that was changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'berdem-deadline-'));
    const pack = await loadPack('cities/kazan');
    const calendar = pack.ok ? createCalendars(pack.value.calendars).get('tatarstan') : undefined;
    if (calendar === undefined) throw new Error('Kazan has no calendar tatarstan');
    const term = { amount: 7, unit: 'workingDays', from: 'registration', roll: 'next' } as const;
    const { derivation } = addTerm(calendar, term, Temporal.PlainDate.from('2026-04-28'));
    const verify = async (document: object) => {
      const file = join(folder, 'derivation.json');
      writeFileSync(file, JSON.stringify(document));
      return (await run('deadline', 'verify', file)).code;
    };
    expect(await verify(sealDerivation(derivation))).toBe(0);
    expect(await verify(sealDerivation({ ...derivation, due: '2026-05-14' }))).toBe(1);
    rmSync(folder, { recursive: true });
  });
});
