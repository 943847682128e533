import { describe, expect, it } from 'vitest';
import { compose } from './compose.ts';
import type { Element } from './element.ts';
import { town, townPlan } from './examples/town.ts';
import type { FormSource } from './prepare.ts';
import { isWorthTelling, reconcile } from './reconcile.ts';

const context = { today: Temporal.PlainDate.from('2026-11-24') };
const answers = {
  'applicant.phone': '+79171234567',
  'site.area': 1250.5,
  'works.kind': 'building',
  'building.storeys': 12,
};

/** The town after its council changed the rules. */
function changedTown(change: (element: Element) => Element): FormSource {
  return { ...town, city: { ...town.city, version: '2027.1' }, elements: town.elements.map(change) };
}

function reconciled(after: FormSource) {
  const before = compose(town, townPlan, { answers });
  return reconcile({ before, after: compose(after, townPlan, { answers }) }, answers, context);
}
const only = (id: string, changes: Partial<Element>) =>
  changedTown((element) => (element.id === id ? { ...element, ...changes } : element));
const ids = (elements: readonly Element[]) => elements.map(({ id }) => id);

describe('a draft begun under older rules', () => {
  it('is not disturbed when nothing changed for it', () => {
    const same = reconciled(changedTown((element) => element));
    expect(isWorthTelling(same)).toBe(false);
    expect(ids(same.kept)).toEqual(['applicant.phone', 'site.area', 'works.kind', 'building.storeys']);
    expect(same.answers).toEqual(answers);
  });

  it('is not disturbed by rules that come back from the database with their keys in another order', () => {
    const turned = (value: unknown): unknown => {
      if (value === null || typeof value !== 'object') return value;
      if (Array.isArray(value)) return value.map(turned);
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, below]) => [key, turned(below)])
          .reverse(),
      );
    };
    expect(isWorthTelling(reconciled(changedTown((element) => turned(element) as Element)))).toBe(false);
  });

  it('keeps an answer whose question was only worded anew', () => {
    const label = { ru: 'Этажность', tt: 'Катлар саны', en: 'Storeys' };
    const { changed, answers: kept } = reconciled(only('building.storeys', { label }));
    expect(changed).toMatchObject([{ change: 'wording', mustAnswerAgain: false }]);
    expect(kept).toEqual(answers);
  });

  it('asks again where the limit or the type no longer takes the answer, with the old answer in the field', () => {
    const lower = reconciled(only('building.storeys', { max: 9 }));
    expect(lower.changed).toMatchObject([{ change: 'limits', mustAnswerAgain: true }]);
    expect(lower.answers).not.toHaveProperty(['building.storeys']);
    expect(lower.raw).toEqual({ 'building.storeys': ['12'] });
    expect(reconciled(only('site.area', { type: 'text' })).raw).toEqual({ 'site.area': ['1250,5'] });
  });

  it('asks again where the unit changed, though the number still fits', () => {
    expect(reconciled(only('site.area', { unit: 'ha' })).changed).toMatchObject([{ mustAnswerAgain: true }]);
  });

  it('keeps a choice that is still offered and asks again for one that is not', () => {
    const offering = (...values: string[]) =>
      reconciled(
        only('works.kind', {
          choices: values.map((value) => ({ value, label: { ru: value, tt: value, en: value } })),
        }),
      );
    expect(offering('building', 'repair').changed).toMatchObject([{ change: 'choices', mustAnswerAgain: false }]);
    expect(offering('digging', 'repair').answers).not.toHaveProperty(['works.kind']);
  });

  it('names what is asked no more and keeps its answer, and names what is asked anew', () => {
    const [first, second, ...rest] = town.services;
    const after: FormSource = {
      ...town,
      services: [
        ...(first && second
          ? [
              { ...first, inputs: [{ element: 'works.starts-on', required: true }] },
              { ...second, inputs: [] },
            ]
          : []),
        ...rest,
      ],
    };
    const result = reconciled(after);
    expect(ids(result.dropped)).toEqual(['works.kind', 'building.storeys']);
    expect(ids(result.newlyAsked)).toEqual(['works.starts-on']);
    expect(result.answers).toEqual(answers);
  });
});
