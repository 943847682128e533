import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '#kernel/language.ts';
import { renderDerivation, sealDerivation, verifyDerivation } from '#modules/calendar/index.ts';
import type { Pack } from '#modules/catalogue/index.ts';
import { buildHouse, housePack } from '../house-pack.fixture.ts';
import { plan } from '../plan.ts';
import { planDerivations, supposedDerivations } from './dates.ts';
import { supposedPlan } from './difference.ts';
import { type Supposition, suppose } from './suppose.ts';
import { differenceWords } from './words.ts';

const startsOn = Temporal.PlainDate.from('2026-11-02');
const planBy = (pack: Pack) =>
  plan(pack, { situation: buildHouse, triage: { land: 'none', storm: 'yes', drawn: 'no' }, startsOn });
const asItIs = planBy(housePack);
const whatIf = (...suppositions: Supposition[]) => supposedPlan(housePack, suppositions, planBy);
const takes = (serviceId: string, amount: number): Supposition => ({
  kind: 'service',
  serviceId,
  term: { amount, unit: 'workingDays' },
});

describe('what if a term were another', () => {
  test('both plans stand side by side, and the difference names every item that moves and what moved the end', () => {
    const { plan: would, difference } = whatIf(takes('plot-lease', 10));
    expect(would.items[0]).toMatchObject({ key: 'plot-lease', ends: '2026-11-17', term: { amount: 10 } });
    expect(difference.end).toEqual({ from: asItIs.endsOn, to: would.endsOn, days: -14 });
    expect(difference.items.map(({ key }) => key)).toEqual(asItIs.items.map(({ key }) => key));
    expect(difference.effects).toMatchObject([{ alone: -14, decides: -14, inPlan: true }]);
    const words = differenceWords(housePack, difference);
    expect(words.end.en).toBe('Ends on 24 February 2027 instead of 10 March 2027, 14 days earlier.');
    expect(words.effects[0]?.ru).toBe(
      'plot-lease: 10 рабочих дней вместо 20 рабочих дней — сдвигает завершение на 14 дней раньше.',
    );
    expect(words.items.get('urban-plan')?.tt).toContain('урынына');
  });

  test('a longer term within the slack moves its item and not the end; the one that decides is named', () => {
    const { difference } = whatIf(takes('storm-conditions', 12), takes('permit', 10));
    expect(difference.effects.map(({ alone, decides }) => [alone, decides])).toEqual([
      [0, 0],
      [7, 7],
    ]);
    const only = whatIf(takes('storm-conditions', 12)).difference;
    expect(only.items.map(({ key }) => key)).toEqual(['storm-conditions']);
    expect(differenceWords(housePack, only).end.en).toBe('The end does not move: 10 March 2027.');
  });

  test('own work has an estimate instead of a law, an agency has its term', () => {
    const { difference } = whatIf(
      { kind: 'step', stepId: 'design', term: { amount: 1, unit: 'months' } },
      { kind: 'step', stepId: 'registration', term: { amount: 3, unit: 'workingDays' } },
    );
    expect(difference.items.flatMap(({ key, term }) => (term ? [[key, term.to.amount]] : []))).toEqual([
      ['design', 1],
      ['registration', 3],
    ]);
  });

  test('a supposed rule that is the rule changes nothing, whatever it is', () => {
    const anyRule = fc.constantFrom<Supposition>(
      takes('plot-lease', 20),
      takes('permit', 5),
      { kind: 'dayOff', calendarId: 'plain', day: '2026-11-04' },
      { kind: 'workingDay', calendarId: 'plain', day: '2026-11-05' },
      { kind: 'calendar', calendarId: 'plain' },
    );
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 4 }), (rules) => {
        const { plan: would, difference } = whatIf(...rules);
        expect(would).toEqual(asItIs);
        expect(difference).toMatchObject({ end: { days: 0 }, items: [], requests: [] });
        expect(difference.effects.every(({ alone, decides }) => alone === 0 && decides === 0)).toBe(true);
      }),
    );
  });

  test('what lies off the critical path never moves the end when it gets shorter', () => {
    const terms = new Map(housePack.services.map(({ id, term }) => [id, term.amount]));
    fc.assert(
      fc.property(fc.constantFrom(...terms.keys()), fc.integer({ min: 1, max: 20 }), (id, amount) => {
        const { difference } = whatIf(takes(id, Math.min(amount, terms.get(id) ?? amount)));
        const isCritical = asItIs.items.some(({ key, critical }) => key === id && critical);
        expect(difference.end.days).toBeLessThanOrEqual(0);
        if (!isCritical) expect(difference.end.days).toBe(0);
        expect(difference.effects[0]).toMatchObject({ alone: difference.end.days, decides: difference.end.days });
      }),
    );
  });
});

describe('what if the calendar were another', () => {
  test('a day off in the term moves what runs over it; a working day takes it back', () => {
    const off = whatIf({ kind: 'dayOff', calendarId: 'plain', day: '2026-11-11' }).difference;
    expect(off.items[0]).toMatchObject({ key: 'plot-lease', ends: { from: '2026-12-01', to: '2026-12-02', days: 1 } });
    const working = whatIf({ kind: 'workingDay', calendarId: 'plain', day: '2026-11-04' }).difference;
    expect(working.items[0]).toMatchObject({ key: 'plot-lease', ends: { to: '2026-11-30' } });
    const saturday = whatIf({ kind: 'workingDay', calendarId: 'plain', day: '2026-11-07' }).difference;
    expect(saturday.items[0]).toMatchObject({ key: 'plot-lease', ends: { to: '2026-11-30' } });
  });

  test('every date has its reason, and says that it is hypothetical; a verifier recomputes it on the supposed calendar alone', () => {
    const supposed = whatIf({ kind: 'dayOff', calendarId: 'plain', day: '2026-11-11' });
    const reasons = supposedDerivations(supposed.pack, supposed.plan);
    for (const { key, ends } of supposed.plan.items) {
      const derivation = reasons.get(key);
      if (derivation === undefined) throw new Error(`no reason for ${key}`);
      expect(derivation.due).toBe(ends);
      for (const language of languages)
        expect(renderDerivation(derivation, language)).toMatch(/hypothetical|предположительная|фаразлы/);
      const sealed = sealDerivation(derivation);
      expect(verifyDerivation(sealed, { calendars: supposed.pack.calendars })).toEqual([]);
      expect(verifyDerivation(sealed, { calendars: housePack.calendars })).not.toEqual([]);
    }
    const real = planDerivations(housePack, asItIs);
    expect([...real.values()].map(({ due }) => due)).toEqual(asItIs.items.map(({ ends }) => ends));
    expect([...real.values()].some(({ hypothetical }) => hypothetical)).toBe(false);
  });
});

describe('a supposition that makes no sense is refused with what to do', () => {
  test.each<[string, Supposition]>([
    ['planning/unknown-service', takes('moon-flight', 5)],
    ['planning/unknown-step', { kind: 'step', stepId: 'flight', term: { amount: 1, unit: 'workingDays' } }],
    [
      'planning/unknown-request',
      { kind: 'request', serviceId: 'permit', requestId: 'weather', term: { amount: 1, unit: 'workingDays' } },
    ],
    ['calendar/impossible-term', takes('permit', 0)],
    ['calendar/impossible-term', takes('permit', 1.5)],
    ['calendar/impossible-term', { kind: 'step', stepId: 'design', term: { amount: 4, unit: 'workingHours' } }],
    ['calendar/unknown-calendar', { kind: 'calendar', calendarId: 'moon' }],
    ['calendar/unknown-calendar', { kind: 'dayOff', calendarId: 'moon', day: '2026-11-11' }],
    ['planning/year-not-published', { kind: 'dayOff', calendarId: 'plain', day: '2028-11-13' }],
  ])('%s', (code, supposition) => {
    expect(() => suppose(housePack, [supposition])).toThrow(code);
  });

  test('a holiday moved to a Monday cannot be worked away', () => {
    const [plain] = housePack.calendars;
    if (plain === undefined) throw new Error('no calendar');
    const years = { 2026: { off: [], working: [], short: [], decree: [], onWeekend: ['2026-11-07'] } };
    const pack = { ...housePack, calendars: [{ ...plain, years }] };
    const day = { kind: 'workingDay', calendarId: 'plain', day: '2026-11-09' } as const;
    expect(() => suppose(pack, [day])).toThrow('planning/day-stays');
  });
});
