import { describe, expect, test } from 'vitest';
import type { Pack, Service } from '#modules/catalogue/index.ts';
import { buildHouse, housePack } from './house-pack.fixture.ts';
import { type PlanInput, plan } from './plan.ts';

const inAll = (text: string) => ({ ru: text, tt: text, en: text });
const rule = { from: 'registration', roll: 'next', unverified: [] } as const;
const duty = inAll('duty');
const free = inAll('nothing is paid for an emergency');

/** The permit takes a month over water, a day in an emergency, else a week; it is free in an emergency. */
const permit: Pick<Service, 'term' | 'fee'> = {
  term: {
    ...rule,
    amount: 5,
    unit: 'workingDays',
    cases: [
      { ...rule, when: 'place.inWaterProtection = true', label: inAll('water'), amount: 1, unit: 'months' },
      { ...rule, when: 'answers.site.emergency = true', label: inAll('emergency'), amount: 1, unit: 'workingDays' },
    ],
  },
  fee: {
    amount: 700,
    currency: 'RUB',
    reason: duty,
    cases: [
      {
        when: 'answers.site.emergency = true',
        label: inAll('emergency'),
        amount: 0,
        currency: 'RUB',
        reason: free,
        unverified: [],
      },
    ],
  },
};

const pack: Pack = {
  ...housePack,
  services: housePack.services.map((one) => (one.id === 'permit' ? { ...one, ...permit } : one)),
};

function permitUnder(more: Partial<PlanInput>) {
  const triage = { land: 'own', storm: 'no', drawn: 'yes' };
  const startsOn = Temporal.PlainDate.from('2026-11-02');
  const made = plan(pack, { situation: buildHouse, triage, startsOn, ...more });
  const item = made.items.find(({ key }) => key === 'permit');
  if (item === undefined) throw new Error('no permit');
  return { ...item, fees: made.fees };
}

const dry = { stormSewerDistance: 900, inWaterProtection: false };

describe('a term and a fee that are others in some cases', () => {
  test('are those of the first case that holds', () => {
    const wet = permitUnder({ place: { ...dry, inWaterProtection: true }, answers: { 'site.emergency': true } });
    expect(wet).toMatchObject({ term: { amount: 1, unit: 'months' }, termCase: { en: 'water' } });
    const quick = permitUnder({ place: dry, answers: { 'site.emergency': true } });
    expect(quick).toMatchObject({
      term: { amount: 1, unit: 'workingDays' },
      termCase: { en: 'emergency' },
      fee: { amount: 0, reason: free },
    });
    expect(quick.open).toBeUndefined();
  });

  test('are the usual ones where no case holds, and nothing of the cases is kept with them', () => {
    const usual = permitUnder({ place: dry, answers: { 'site.emergency': false } });
    expect(usual.term).toEqual({ amount: 5, unit: 'workingDays', from: 'registration', roll: 'next' });
    expect(usual.fee).toEqual({ amount: 700, currency: 'RUB', reason: duty });
    expect(usual).not.toHaveProperty('termCase');
  });

  test('are the longest and the highest that answers not given may still call for, and the plan says so', () => {
    const unanswered = permitUnder({ place: dry });
    expect(unanswered).toMatchObject({ term: { amount: 5, unit: 'workingDays' }, open: ['term', 'fee'] });
    expect(unanswered.fee.amount).toBe(700);
    const nowhere = permitUnder({ answers: { 'site.emergency': true } });
    expect(nowhere).toMatchObject({ term: { amount: 1, unit: 'months' }, open: ['term'], fee: { amount: 0 } });
    expect(nowhere).not.toHaveProperty('termCase');
  });

  test('move the end and the sum of the plan', () => {
    const slow = permitUnder({ place: dry, answers: { 'site.emergency': false } });
    const quick = permitUnder({ place: dry, answers: { 'site.emergency': true } });
    expect(quick.ends < slow.ends).toBe(true);
    expect(slow.fees - quick.fees).toBe(700);
  });
});
