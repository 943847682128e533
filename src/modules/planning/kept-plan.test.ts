import { describe, expect, test } from 'vitest';
import { loadPack, type Pack } from '#modules/catalogue/index.ts';
import { buildHouse, housePack } from './house-pack.fixture.ts';
import { withoutTexts, withTexts } from './kept-plan.ts';
import { plan } from './plan.ts';

const startsOn = Temporal.PlainDate.from('2026-11-02');
const asKept = (value: unknown) => JSON.parse(JSON.stringify(value));

/** Plans of every situation under no answers, where every condition is open, and under the first option of each. */
const plansOf = (pack: Pack) =>
  pack.situations.flatMap((situation) => {
    const first = Object.fromEntries(situation.triage.map(({ id, options }) => [id, options[0]?.value]));
    return [{}, first].map((triage) => ({ situation, made: plan(pack, { situation, triage, startsOn }) }));
  });

describe('a plan kept without the texts of its pack', () => {
  test('is whole again with them, for every situation of Kazan', async () => {
    const loaded = await loadPack('cities/kazan');
    if (!loaded.ok) throw new Error('the pack of Kazan does not load');
    const pack = loaded.value;
    const plans = plansOf(pack);
    expect(plans.length).toBeGreaterThan(10);
    for (const { situation, made } of plans) {
      const kept = asKept(withoutTexts(made, { pack, situation }));
      // The version the database keeps is another object with the same content.
      expect(withTexts(kept, { pack: asKept(pack), situation: asKept(situation) })).toEqual(asKept(made));
    }
  });

  test('holds no word of the pack', () => {
    const triage = { land: 'unsure', storm: 'yes', drawn: 'no' };
    const made = plan(housePack, { situation: buildHouse, triage, startsOn });
    expect(JSON.stringify(made)).toContain('because you are not sure of your plot');
    expect(JSON.stringify(withoutTexts(made, { pack: housePack, situation: buildHouse }))).not.toMatch(/"(ru|tt|en)":/);
  });

  test('that was kept whole, as before, is read as it is', () => {
    const whole = asKept(plan(housePack, { situation: buildHouse, triage: { land: 'none' }, startsOn }));
    expect(withTexts(whole, { pack: housePack, situation: buildHouse })).toEqual(whole);
  });

  test('is refused when the reason is none of the pack', () => {
    const made = plan(housePack, { situation: buildHouse, triage: { land: 'none' }, startsOn });
    expect(() => withoutTexts(asKept(made), { pack: housePack, situation: buildHouse })).toThrow(/no such reason/);
  });
});
