import { describe, expect, test } from 'vitest';
import { loadPack } from '#modules/catalogue/index.ts';
import { type Condition, readCondition } from './condition.ts';

const is = (name: string, value: string | number | boolean | null): Condition => ({
  kind: 'compare',
  name,
  by: '=',
  values: [value],
});

describe('a condition is taken apart', () => {
  test('at and, or, not and brackets, however deep', () => {
    expect(
      readCondition('(triage.land = "own") and (answers.a.b = true and not(triage.c = null or triage.c = 2))'),
    ).toEqual({
      kind: 'all',
      of: [
        is('triage.land', 'own'),
        is('answers.a.b', true),
        { kind: 'not', of: { kind: 'any', of: [is('triage.c', null), is('triage.c', 2)] } },
      ],
    });
  });

  test('one of several, a list that has something, a name that is true by itself', () => {
    expect(readCondition('a.b in ("x", "y")')).toEqual({ kind: 'compare', name: 'a.b', by: 'in', values: ['x', 'y'] });
    expect(readCondition('list contains(place.restrictions, "water")')).toEqual({
      kind: 'compare',
      name: 'place.restrictions',
      by: 'contains',
      values: ['water'],
    });
    expect(readCondition('applicant.representative')).toEqual(is('applicant.representative', true));
  });

  test('equal to this or to that is one of several; that there is an answer is said by what it is', () => {
    expect(readCondition('a.b = "x" or c.d = true or a.b = "y"')).toEqual({
      kind: 'any',
      of: [{ kind: 'compare', name: 'a.b', by: 'in', values: ['x', 'y'] }, is('c.d', true)],
    });
    expect(readCondition('place.inHistoricCentre != null and place.inHistoricCentre = true')).toEqual(
      is('place.inHistoricCentre', true),
    );
    expect(readCondition('triage.land = null or triage.land = "own"')).toMatchObject({ kind: 'any' });
  });

  test('a limit written the other way round', () => {
    expect(readCondition('10 <= place.area')).toEqual({ kind: 'compare', name: 'place.area', by: '>=', values: [10] });
  });

  test('what says more than comparisons stays a formula, also inside', () => {
    expect(readCondition('count(answers.a.b) > 0 and a.b = "x"')).toEqual({
      kind: 'all',
      of: [{ kind: 'formula', source: 'count(answers.a.b) > 0' }, is('a.b', 'x')],
    });
    expect(readCondition('a = = b')).toEqual({ kind: 'formula', source: 'a = = b' });
  });

  test('every condition of Kazan can be said in words', async () => {
    const loaded = await loadPack('cities/kazan');
    if (!loaded.ok) throw new Error('the pack is not sound');
    const { services, situations } = loaded.value;
    const conditions = [
      ...services.flatMap(({ inputs, evidence }) => [...inputs, ...evidence].flatMap(({ when }) => when ?? [])),
      ...situations.flatMap(({ triage, items }) => [
        ...triage.flatMap(({ when }) => when ?? []),
        ...items.flatMap(({ when, uncertain }) => [when ?? [], uncertain ?? []].flat()),
      ]),
    ];
    expect(conditions.length).toBeGreaterThan(100);
    expect(conditions.filter((each) => JSON.stringify(readCondition(each)).includes('"formula"'))).toEqual([]);
  });
});
