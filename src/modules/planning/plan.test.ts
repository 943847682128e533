import { describe, expect, test } from 'vitest';
import type { Pack, Service } from '#modules/catalogue/index.ts';
import { buildHouse, housePack, output } from './house-pack.fixture.ts';
import { type Plan, type PlanInput, plan, triageQuestions } from './plan.ts';

const date = (iso: string) => Temporal.PlainDate.from(iso);
const planned = (triage: Record<string, string>, more: Partial<PlanInput> = {}): Plan =>
  plan(housePack, { situation: buildHouse, triage, startsOn: date('2026-11-02'), ...more });
const everything = { land: 'none', storm: 'yes', drawn: 'no' };
const keysOf = (one: Plan) => one.items.map(({ key }) => key);
const itemOf = (one: Plan, key: string) => one.items.find((item) => item.key === key);
const idsOf = (refs: readonly { id: string }[] | undefined) => refs?.map(({ id }) => id);

describe('what a person needs', () => {
  test('follows from the answers, each with its reason, needs before what needs them', () => {
    expect(keysOf(planned(everything))).toEqual([
      'plot-lease',
      'urban-plan',
      'design',
      'storm-conditions',
      'permit',
      'registration',
    ]);
    expect(keysOf(planned({ land: 'own', storm: 'no', drawn: 'yes' }, { place: { stormSewerDistance: 250 } }))).toEqual(
      ['urban-plan', 'permit', 'registration'],
    );
    expect(itemOf(planned(everything), 'plot-lease')).toMatchObject({
      status: 'needed',
      reason: { en: 'because you have no plot' },
    });
  });
  test('an officer will check what the person is not sure of, and the reason says so', () => {
    expect(itemOf(planned({ ...everything, land: 'unsure' }), 'plot-lease')).toMatchObject({
      status: 'check',
      reason: { en: 'because you are not sure of your plot' },
    });
  });
  test('an officer will check what an answer not given decides', () => {
    expect(itemOf(planned({ land: 'own', drawn: 'yes' }), 'storm-conditions')?.status).toBe('check');
    expect(itemOf(planned({ land: 'own', storm: 'no', drawn: 'yes' }), 'storm-conditions')?.status).toBe('check');
  });
  test('what only an officer would check may be left out: the dates, the fees and what rested on it follow', () => {
    const unsure = { ...everything, land: 'unsure' };
    const [whole, without] = [planned(unsure), planned(unsure, { leaveOut: ['plot-lease'] })];
    expect(whole.leftOut).toBeUndefined();
    expect(without.leftOut).toEqual(['plot-lease']);
    expect(keysOf(without)).toEqual(keysOf(whole).filter((key) => key !== 'plot-lease'));
    expect(itemOf(whole, 'urban-plan')?.needs).toContain('plot-lease');
    expect(itemOf(without, 'urban-plan')?.needs).toEqual([]);
    expect(without.endsOn < whole.endsOn).toBe(true);
    expect(without.endsOn).toBe(planned({ ...everything, land: 'own' }).endsOn);
  });
  test('what is needed stays, and so does one service, whatever is left out', () => {
    const all = keysOf(planned(everything));
    expect(planned(everything, { leaveOut: all })).toEqual(planned(everything));
    const onlyChecks = {
      ...buildHouse,
      items: buildHouse.items.flatMap((item) =>
        'service' in item && item.service === 'plot-lease' ? { ...item, when: 'triage.land = "none"' } : [],
      ),
    };
    const unsure = planned({ land: 'unsure' }, { situation: onlyChecks, leaveOut: ['plot-lease'] });
    expect(unsure).toMatchObject({ items: [{ key: 'plot-lease', status: 'check' }] });
    expect(unsure.leftOut).toBeUndefined();
  });
  test('a fact of the place can call for a service', () => {
    const near = planned({ land: 'own', storm: 'no', drawn: 'yes' }, { place: { stormSewerDistance: 40 } });
    expect(itemOf(near, 'storm-conditions')?.status).toBe('needed');
  });
  test('questions are asked only where earlier answers call for them', () => {
    expect(triageQuestions(buildHouse, { triage: {} }).map(({ id }) => id)).toEqual(['land', 'storm']);
    expect(triageQuestions(buildHouse, { triage: { land: 'own' } }).map(({ id }) => id)).toEqual([
      'land',
      'storm',
      'drawn',
    ]);
  });
});

describe('the order and the dates', () => {
  const whole = planned(everything);
  test('an item waits for those of the plan that give what it needs', () => {
    expect(itemOf(whole, 'permit')?.needs).toEqual(['urban-plan', 'design', 'storm-conditions']);
    expect(itemOf(whole, 'permit')?.requires).toEqual(['urban-plan', 'design', 'storm-conditions']);
    const small = planned({ land: 'own', storm: 'no', drawn: 'yes' }, { place: { stormSewerDistance: 250 } });
    expect(itemOf(small, 'permit')?.needs).toEqual(['urban-plan']);
    expect(itemOf(small, 'permit')?.requires).toEqual(['urban-plan', 'design']);
  });
  test('each starts when what it needs has ended, and ends with its lawful term', () => {
    // Two months from 21 December end on a Sunday and roll: one day later they would end on the same Monday.
    expect(
      whole.items.map(({ key, starts, ends, slackDays, critical }) => [key, starts, ends, slackDays, critical]),
    ).toEqual([
      ['plot-lease', '2026-11-02', '2026-12-01', 1, true],
      ['urban-plan', '2026-12-01', '2026-12-21', 1, true],
      ['design', '2026-12-21', '2027-02-22', 1, true],
      ['storm-conditions', '2026-12-21', '2027-01-04', 35, false],
      ['permit', '2027-02-22', '2027-03-01', 0, true],
      ['registration', '2027-03-01', '2027-03-10', 0, true],
    ]);
    expect(whole).toMatchObject({ startsOn: '2026-11-02', endsOn: '2027-03-10', provisional: true });
    expect(whole.criticalPath).toEqual(['plot-lease', 'urban-plan', 'design', 'permit', 'registration']);
  });
  test('the applicant may say how long own work takes, but not shorten the law', () => {
    const quick = planned(everything, {
      estimates: { design: { amount: 5, unit: 'workingDays' }, permit: { amount: 1, unit: 'workingDays' } },
    });
    expect(itemOf(quick, 'design')?.ends).toBe('2026-12-28');
    expect(itemOf(quick, 'permit')?.term.amount).toBe(5);
    expect(quick.criticalPath).toContain('storm-conditions');
  });
  test('an application on a Sunday starts the terms on Monday', () => {
    const sunday = planned(everything, { startsOn: date('2026-11-01') });
    expect(sunday.startsOn).toBe('2026-11-01');
    expect(sunday.items[0]).toMatchObject({ starts: '2026-11-02', ends: '2026-12-01' });
  });
  test('an item never waits for itself', () => {
    const renewing = housePack.services.map((one) =>
      one.id === 'permit' ? { ...one, evidence: [output('permit')] } : one,
    );
    const again = plan(
      { ...housePack, services: renewing },
      { situation: buildHouse, triage: everything, startsOn: date('2026-11-02') },
    );
    expect(itemOf(again, 'permit')?.needs).toEqual([]);
  });
  test('a service named twice for two reasons is in the plan once, for the first that holds', () => {
    const other = { ru: 'дождь', tt: 'яңгыр', en: 'because of rain' };
    const items = [...buildHouse.items, { service: 'plot-lease', when: 'triage.storm = "yes"', reason: other }];
    const named = (triage: Record<string, string>) =>
      planned(triage, { situation: { ...buildHouse, items } }).items.filter(({ key }) => key === 'plot-lease');
    expect(named(everything).map(({ reason }) => reason.en)).toEqual(['because you have no plot']);
    expect(named({ ...everything, land: 'own' }).map(({ reason }) => reason.en)).toEqual(['because of rain']);
  });
  test('services that wait for each other in a ring are refused and named', () => {
    const ringed: Service[] = housePack.services.map((one) =>
      one.id === 'plot-lease' ? { ...one, evidence: [output('permit')] } : one,
    );
    const pack: Pack = { ...housePack, services: ringed };
    expect(() => plan(pack, { situation: buildHouse, triage: everything, startsOn: date('2026-11-02') })).toThrow(
      expect.objectContaining({
        code: 'planning/cycle',
        params: { items: 'permit → urban-plan → plot-lease → permit' },
      }),
    );
  });
});

describe('papers, fees and savings', () => {
  test('what another body holds the city gets itself; the rest the person brings', () => {
    const small = planned({ land: 'own', storm: 'no', drawn: 'yes' }, { applicant: { representative: false } });
    expect(idsOf(itemOf(small, 'urban-plan')?.documents.cityGets)).toEqual(['plot-right']);
    expect(itemOf(small, 'urban-plan')?.documents.cityGets[0]?.from).toBe('land');
    expect(itemOf(small, 'permit')?.documents.bring).toMatchObject([
      { id: 'papers', certain: true },
      { id: 'design', name: { en: 'Design documents' } },
    ]);
    expect(idsOf(itemOf(planned(everything), 'storm-conditions')?.documents.cityGets)).toEqual(['sewer-map']);
  });
  test('a paper that an answer not given decides is named as uncertain', () => {
    expect(itemOf(planned(everything), 'permit')?.documents.bring).toMatchObject([
      { id: 'papers' },
      { id: 'mandate', certain: false },
    ]);
    const represented = planned(everything, { applicant: { representative: true } });
    expect(itemOf(represented, 'permit')?.documents.bring[1]).toMatchObject({ id: 'mandate', certain: true });
  });
  test('fees of services and outside agencies add up', () => {
    expect(planned(everything).fees).toBe(550_000);
    expect(planned({ land: 'own', storm: 'no', drawn: 'yes' }, { place: { stormSewerDistance: 250 } }).fees).toBe(
      200_000,
    );
  });
  test('an element that four services need is asked once, which saves three askings; what may not be asked saves nothing', () => {
    expect(planned(everything).askedOnceSavings).toBe(3 + 1); // the phone thrice, the outline once
  });
});

test('a plan survives being written down', () => {
  const one = planned(everything);
  expect(JSON.parse(JSON.stringify(one))).toEqual(one);
});

test('a step waits for what it needs only sometimes where the plan gives it, and is planned without it where not', () => {
  const steps = housePack.steps.map((step) =>
    step.id === 'design' ? { ...step, requiresIfPlanned: ['storm-conditions'] } : step,
  );
  const needsOf = (storm: string) =>
    plan(
      { ...housePack, steps },
      {
        situation: buildHouse,
        triage: { ...everything, storm },
        startsOn: date('2026-11-02'),
        place: { stormSewerDistance: 900 },
      },
    ).items.find(({ key }) => key === 'design')?.needs;
  expect(needsOf('yes')).toEqual(['urban-plan', 'storm-conditions']);
  expect(needsOf('no')).toEqual(['urban-plan']);
});
