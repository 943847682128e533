import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { compose, type Form, type FormItem } from './compose.ts';
import { town, townPlan } from './examples/town.ts';
import { type FormSource, prepareForms } from './prepare.ts';
import { checkAll, filedAnswers } from './read-answers.ts';
import { firstUnanswered, nextPage, progress, questionsOf } from './walk.ts';

const formWith = (answers: Answers, items: readonly FormItem[] = townPlan): Form => compose(town, items, { answers });
const askedIn = (form: Form): string[] => questionsOf(form).map(({ element }) => element.id);
const today = Temporal.PlainDate.from('2026-11-24');

describe('one form for all services of the plan', () => {
  it('asks the telephone once and names the three services that need it, in the order of the plan', () => {
    const phone = questionsOf(formWith({})).filter(({ element }) => element.id === 'applicant.phone');
    expect(phone.map(({ askedBy }) => askedBy)).toEqual([['building-permit', 'excavation-order', 'storm-water']]);
  });

  it('counts what three separate forms would have asked', () => {
    const form = formWith({});
    expect(askedIn(form)).toHaveLength(5);
    expect(form.askings).toBe(2 + 3 + 2 + 2 + 2);
    expect(form.askedOnceSavings).toBe(6);
  });

  it('has the pages of the pack in its order, and none without a question', () => {
    expect(formWith({}).pages.map(({ id }) => id)).toEqual(['applicant', 'site', 'works']);
    const digging = formWith({ 'works.kind': 'digging', 'works.on-roadway': true });
    expect(digging.pages.map(({ id }) => id)).toEqual(['applicant', 'site', 'works', 'dates', 'documents']);
  });

  it('needs an answer if one needed service needs it, and not for a service an officer will decide on', () => {
    const requiredIn = (items: readonly FormItem[]) =>
      questionsOf(formWith({}, items)).flatMap(({ element, required }) => (required ? [element.id] : []));
    expect(requiredIn([{ serviceId: 'storm-water', status: 'check' }])).toEqual([]);
    expect(requiredIn([{ serviceId: 'excavation-order', status: 'needed' }])).not.toContain('site.cadastral-number');
    expect(requiredIn(townPlan)).toContain('site.cadastral-number');
  });

  it('does not let the answer to a hidden question ask for anything', () => {
    const changedMind = { 'works.kind': 'building', 'works.on-roadway': true };
    expect(askedIn(formWith(changedMind))).not.toContain('works.traffic-scheme');
    expect(formWith(changedMind).hidden).toContain('works.on-roadway');
  });

  it('hides a question while the answer it depends on is missing', () => {
    expect(askedIn(formWith({}))).not.toContain('works.starts-on');
  });

  it('reads triage, place and applicant in conditions', () => {
    const ask = (when: string): FormSource => ({
      ...town,
      services: town.services.map((service) => ({
        ...service,
        inputs: [{ element: 'site.area', required: true, when }],
      })),
    });
    const context = { answers: {}, triage: { 'has-plan': 'no' }, place: { area: 500 }, applicant: { kind: 'person' } };
    for (const [when, asked] of [
      ['triage.hasPlan = "no"', 1],
      ['place.area > 499', 1],
      ['applicant.kind = "organisation"', 0],
    ] as const) {
      expect(questionsOf(compose(ask(when), townPlan, context)), when).toHaveLength(asked);
    }
  });

  it('fills in what the city knows and says from where', () => {
    const known = {
      person: { lastName: 'Габдуллин', firstName: 'Рамил', patronymic: null, phone: '8 917 123-45-67' },
      place: { cadastralNumber: '16:50:011121:15', area: 1250.5 },
    };
    const prefills = questionsOf(compose(town, townPlan, { answers: {}, known })).flatMap(
      ({ prefill }) => prefill ?? [],
    );
    expect(prefills).toEqual([
      { value: { lastName: 'Габдуллин', firstName: 'Рамил' }, source: 'person.name' },
      { value: '+79171234567', source: 'person.phone' },
      { value: '16:50:011121:15', source: 'place.cadastralNumber' },
      { value: 1250.5, source: 'place.area' },
    ]);
  });

  it('leaves out a known value that is no value of the field', () => {
    const known = { person: { lastName: 'Ли', firstName: 'Ю', phone: 'нет' }, place: { area: 0 / 0 } };
    const form = compose(town, townPlan, { answers: {}, known });
    expect(questionsOf(form).flatMap(({ prefill }) => prefill?.source ?? [])).toEqual(['person.name']);
  });
});

describe('the way through the form', () => {
  const start = { 'applicant.name': { lastName: 'Ли', firstName: 'Ю' }, 'applicant.phone': '+78432991010' };

  it('goes on to the next unfinished page, and skips finished ones', () => {
    const answers = { ...start, 'works.kind': 'building' };
    expect(nextPage(formWith(answers), answers, 'applicant')?.id).toBe('site');
    const withSite = { ...answers, 'site.cadastral-number': '16:50:011121:15', 'site.area': 100 };
    expect(nextPage(formWith(withSite), withSite, 'applicant')?.id).toBe('building');
  });

  it('shows the same page again when an answer on it opened a question on it', () => {
    const answers = { ...start, 'works.kind': 'digging' };
    expect(nextPage(formWith(answers), answers, 'works')?.id).toBe('works');
  });

  it('ends at "check your answers" when nothing is open, also with an optional question left empty', () => {
    const answers: Answers = {
      ...start,
      'works.kind': 'building',
      'building.storeys': 3,
      'site.cadastral-number': null,
      'site.area': 5,
    };
    const optional = townPlan.map((item) =>
      item.serviceId === 'building-permit' ? { ...item, status: 'check' as const } : item,
    );
    const form = formWith(answers, optional);
    expect(firstUnanswered(form, answers)).toBeUndefined();
    expect(progress(form, answers)).toEqual({ done: 4, of: 4 });
  });

  it('does not take an empty compulsory question for answered', () => {
    const answers = { ...start, 'site.cadastral-number': null, 'site.area': 5 };
    expect(firstUnanswered(formWith(answers), answers)?.id).toBe('site');
  });
});

describe('conditions that wait for each other', () => {
  const circular: FormSource = {
    ...town,
    services: town.services.map((service) => ({
      ...service,
      inputs: [
        { element: 'works.kind', required: true, when: 'answers.works.onRoadway = true' },
        { element: 'works.on-roadway', required: true, when: 'answers.works.kind = "digging"' },
      ],
      evidence: [],
    })),
  };
  it('are named and hide their questions instead of turning for ever', () => {
    expect(prepareForms(circular).circular).toEqual(['works.kind']);
    expect(questionsOf(compose(circular, townPlan, { answers: {} }))).toEqual([]);
  });
  it('a question may depend on one of a later page', () => {
    const backwards: FormSource = {
      ...town,
      services: town.services.map((service) => ({
        ...service,
        inputs: [
          { element: 'site.area', required: true, when: 'answers.works.kind = "building"' },
          { element: 'works.kind', required: true },
        ],
      })),
    };
    const asked = questionsOf(compose(backwards, townPlan, { answers: { 'works.kind': 'building' } }));
    expect(asked.map(({ element }) => element.id)).toContain('site.area');
  });
});

/** Answers of the town that may contradict each other, be missing or be nonsense. */
const someAnswers = fc.record(
  {
    'applicant.phone': fc.constantFrom<unknown>('+78432991010', null, 5),
    'works.kind': fc.constantFrom('digging', 'building', null),
    'works.on-roadway': fc.constantFrom(true, false, null),
    'works.starts-on': fc.constantFrom('2026-12-01', 'soon'),
    'building.storeys': fc.constantFrom<unknown>(3, 300, 'three'),
  },
  { requiredKeys: [] },
);
const somePlan = fc
  .subarray(['excavation-order', 'building-permit', 'storm-water', 'unknown-service'])
  .chain((ids) =>
    fc.tuple(
      ...ids.map((serviceId) =>
        fc.record({ serviceId: fc.constant(serviceId), status: fc.constantFrom('needed' as const, 'check' as const) }),
      ),
    ),
  );

describe('whatever the plan and the answers', () => {
  it('no datum is asked twice', () => {
    fc.assert(
      fc.property(somePlan, someAnswers, (items, answers) => {
        const asked = askedIn(formWith(answers, items));
        expect(new Set(asked).size).toBe(asked.length);
      }),
    );
  });
  it('a hidden question is absent: not on a page, not in an error, not in what is filed', () => {
    fc.assert(
      fc.property(somePlan, someAnswers, (items, answers) => {
        const form = formWith(answers, items);
        const asked = new Set(askedIn(form));
        expect(form.hidden.filter((id) => asked.has(id))).toEqual([]);
        expect(checkAll(form, answers, { today }).filter(({ field }) => !asked.has(field.split(':')[0] ?? ''))).toEqual(
          [],
        );
        expect(Object.keys(filedAnswers(form, answers)).filter((id) => !asked.has(id))).toEqual([]);
      }),
    );
  });
  it('filing only what is asked asks the same form', () => {
    fc.assert(
      fc.property(somePlan, someAnswers, (items, answers) => {
        const form = formWith(answers, items);
        expect(askedIn(formWith(filedAnswers(form, answers), items))).toEqual(askedIn(form));
      }),
    );
  });
});

describe('a large form', () => {
  it('asks sixty questions of nine services once each, half of them under conditions, and misses every answer', () => {
    const [one] = town.services;
    const elements = Array.from({ length: 60 }, (_, index) => {
      const model = town.elements[index % town.elements.length];
      return { ...(model ?? never()), id: `big.e${String(index)}` };
    });
    const choices = elements.filter(({ type }) => type === 'choice');
    const inputs = elements.map(({ id, type }, index) => {
      const read = choices.findLast((choice) => elements.indexOf(choice) < index);
      const isPlain = type === 'choice' || read === undefined || index % 2 === 0;
      const when = isPlain ? undefined : `answers.${read.id} = "digging" and place.area > ${String(index)}`;
      return { element: id, required: true, when };
    });
    const services = Array.from({ length: 9 }, (_, index) => ({
      ...(one ?? never()),
      id: `s${String(index)}`,
      inputs,
    }));
    const big = { ...town, elements, services };
    const items = services.map(({ id }) => ({ serviceId: id, status: 'needed' as const }));
    const answers = Object.fromEntries(choices.map(({ id }) => [id, 'digging']));
    const form = compose(big, items, { answers, place: { area: 600 } });
    expect(questionsOf(form)).toHaveLength(60);
    expect(checkAll(form, answers, { today })).toHaveLength(60 - choices.length);
  });
});

function never(): never {
  throw new Error('the town has no such thing');
}
