import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Situation } from '#modules/catalogue/index.ts';
import { buildHouse, housePack } from './house-pack.fixture.ts';
import { otherChoices } from './other-choices.ts';
import { plan } from './plan.ts';

const label = (id: string) => ({ ru: id, tt: id, en: id });
const options = (...values: string[]) =>
  values.map((value) => ({ value, label: label(value), check: value === 'unsure' }));
const answersTo: Record<string, string[]> = {
  land: ['own', 'none', 'unsure'],
  storm: ['yes', 'no', 'unsure'],
  drawn: ['yes', 'no'],
};

/** The house situation with real options; the questions named are the applicant's to decide. */
const situationWith = (choosable: readonly string[]): Situation => ({
  ...buildHouse,
  triage: buildHouse.triage.map((question) => ({
    ...question,
    options: options(...(answersTo[question.id] ?? [])),
    ...(choosable.includes(question.id) && { choosable: true }),
  })),
});
const startsOn = Temporal.PlainDate.from('2026-11-02');
const given = (triage: Record<string, string>, choosable: readonly string[] = ['storm']) => ({
  situation: situationWith(choosable),
  triage,
  place: { stormSewerDistance: 250 },
  startsOn,
});

const choices = (input: ReturnType<typeof given>) =>
  otherChoices(input, (triage) => plan(housePack, { ...input, triage }));

describe('another choice', () => {
  test('names what comes and goes, the end, the fees and the documents', () => {
    expect(choices(given({ land: 'none', storm: 'yes', drawn: 'no' }))).toMatchObject([
      {
        questionId: 'storm',
        value: 'no',
        choosable: true,
        days: 0,
        feeChange: -350_000,
        added: [],
        dropped: ['storm-conditions'],
      },
    ]);
  });

  test('is weighed of what the applicant decides, not of facts: who owns a plot owns it', () => {
    const asked = (triage: Record<string, string>, choosable: string[]) =>
      choices(given(triage, choosable)).map(({ questionId, value }) => `${questionId}=${value}`);
    expect(asked({ land: 'own', storm: 'yes', drawn: 'no' }, [])).toEqual([]);
    expect(asked({ land: 'own', storm: 'yes', drawn: 'no' }, ['storm', 'drawn'])).toEqual(['storm=no', 'drawn=yes']);
  });

  test('of a fact nobody is sure of shows every way it can turn out, and which questions that opens', () => {
    const found = choices(given({ land: 'unsure', storm: 'no' }, []));
    expect(found.map(({ value, choosable, asks }) => [value, choosable, asks])).toEqual([['own', false, ['drawn']]]);
  });

  test('is the plan of the changed answer, whatever was answered', () => {
    const anyAnswers = fc.record(
      Object.fromEntries(Object.entries(answersTo).map(([id, values]) => [id, fc.constantFrom(...values)])),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyAnswers, fc.subarray(['land', 'storm', 'drawn']), (drawn, choosable) => {
        const triage = drawn as Record<string, string>;
        const input = given(triage, choosable);
        const now = plan(housePack, input);
        for (const other of choices(input)) {
          const again = plan(housePack, { ...input, triage: { ...triage, [other.questionId]: other.value } });
          expect(other.endsOn).toBe(again.endsOn);
          expect(other.fees).toBe(again.fees);
          expect(now.fees + other.feeChange).toBe(again.fees);
          const keys = now.items.map(({ key }) => key).filter((key) => !other.dropped.includes(key));
          expect([...keys, ...other.added].sort()).toEqual(again.items.map(({ key }) => key).sort());
        }
      }),
    );
  });
});
