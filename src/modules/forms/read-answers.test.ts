import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Provenance, RawAnswers } from './answers.ts';
import { formAt } from './compose.ts';
import { town, townPlan } from './examples/town.ts';
import {
  answersForFeel,
  checkAll,
  filedAnswers,
  postedTexts,
  rawForQuestion,
  readPage,
  staysOnPage,
} from './read-answers.ts';
import { nextPage, questionsOf } from './walk.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const known = {
  person: { lastName: 'Габдуллин', firstName: 'Рамил', phone: '+79171234567' },
  place: { cadastralNumber: '16:50:011121:15', area: 1250.5 },
};
const form = formAt(town, townPlan, { known });

type Draft = Readonly<{ answers: Answers; provenance: Provenance; raw: RawAnswers }>;
const empty: Draft = { answers: {}, provenance: {}, raw: {} };

const post = (pageId: string, fields: readonly (readonly [string, string])[], draft: Draft = empty) =>
  readPage(form, pageId, { ...draft, posted: postedTexts(fields), today });

describe('reading a page', () => {
  it('keeps what can be read as answers, and what cannot as it was typed', () => {
    const reading = post('site', [
      ['site.cadastral-number', '16:50'],
      ['site.area', '1 000,5'],
    ]);
    expect(reading.answers).toEqual({ 'site.area': 1000.5 });
    expect(reading.raw).toEqual({ 'site.cadastral-number': ['16:50'] });
    expect(reading.errors).toEqual([
      {
        field: 'site.cadastral-number',
        code: 'forms/bad-cadastral-number',
        params: { example: '16:50:011121:15' },
      },
    ]);
  });

  it('an answer corrected into nonsense does not leave the old answer to be filed', () => {
    const before = post('site', [['site.area', '1000']]);
    const after = post('site', [['site.area', 'большой']], before);
    expect(after.answers).not.toHaveProperty(['site.area']);
    expect(after.raw['site.area']).toEqual(['большой']);
    expect(post('site', [['site.area', '10']], after).raw).not.toHaveProperty(['site.area']);
  });

  it('an empty optional question is answered by leaving it empty, an empty compulsory one is a mistake', () => {
    const optional = formAt(town, [{ serviceId: 'excavation-order', status: 'needed' }], {});
    const reading = readPage(optional, 'site', { ...empty, posted: postedTexts([]), today });
    expect(reading).toMatchObject({ answers: { 'site.cadastral-number': null }, errors: [] });
    expect(post('works', []).errors).toEqual([{ field: 'works.kind', code: 'forms/choose-one' }]);
  });

  it('tells declared answers, known ones and corrected ones apart', () => {
    const reading = post('applicant', [
      ['applicant.name:lastName', 'Габдуллин'],
      ['applicant.name:firstName', 'Рамил'],
      ['applicant.phone', '8 843 299-10-10'],
    ]);
    const works = post('works', [['works.kind', 'building']], reading);
    expect(works.provenance).toEqual({
      'applicant.name': { source: 'prefill', from: 'person.name' },
      'applicant.phone': { source: 'corrected', from: 'person.phone' },
      'works.kind': { source: 'declared' },
    });
  });

  it('a question that appears by an answer of the same page is asked next, not reported as missing', () => {
    const reading = post('works', [
      ['shown', 'works.kind'],
      ['works.kind', 'digging'],
    ]);
    expect(reading.errors).toEqual([]);
    expect(nextPage(form(reading.answers), reading.answers, 'works')?.id).toBe('works');
  });

  it('a question that disappears by an answer of the same page is no mistake any more', () => {
    const digging = post('works', [['works.kind', 'digging']]);
    const reading = post(
      'works',
      [
        ['shown', 'works.kind'],
        ['shown', 'works.on-roadway'],
        ['works.kind', 'building'],
        ['works.on-roadway', 'что?'],
      ],
      digging,
    );
    expect(reading.errors).toEqual([]);
    expect(reading.raw['works.on-roadway']).toEqual(['что?']);
  });

  it('what was typed into a question that another tab made disappear is kept', () => {
    const reading = post('works', [
      ['works.kind', 'building'],
      ['works.on-roadway', 'yes'],
    ]);
    expect(reading.raw).toEqual({ 'works.on-roadway': ['yes'] });
  });

  it('a page the form does not have changes nothing', () => {
    expect(post('dates', [['works.starts-on:day', '5']])).toMatchObject({ answers: {}, errors: [] });
  });
});

describe('documents of a page', () => {
  const digging = { ...empty, answers: { 'works.kind': 'digging', 'works.on-roadway': true } };
  const ids = [1, 2, 3].map((n) => `0193a1f0-0000-7000-8000-00000000000${String(n)}`);
  const upload = (received: readonly string[], draft: Draft, fields: readonly (readonly [string, string])[] = []) =>
    readPage(form, 'documents', {
      ...draft,
      posted: postedTexts(fields),
      received: { 'works.traffic-scheme': received },
      today,
    });

  it('are added to those received before, and one can be taken out again', () => {
    const [first = '', second = ''] = ids;
    const both = upload([second], upload([first], digging));
    expect(both.answers['works.traffic-scheme']).toEqual([first, second]);
    const one = upload([], both, [['works.traffic-scheme:remove', first]]);
    expect(one.answers['works.traffic-scheme']).toEqual([second]);
  });

  it('are kept when there are too many, so that one can be taken out instead of uploading all again', () => {
    const many = upload(ids, digging);
    expect(many.errors).toMatchObject([{ code: 'forms/too-many-files', params: { max: 2 } }]);
    const fewer = upload([], many, [['works.traffic-scheme:remove', ids[0] ?? '']]);
    expect(fewer.answers['works.traffic-scheme']).toEqual(ids.slice(1));
  });

  it('cannot be named by the browser: only what the city received counts', () => {
    const reading = upload([], digging, [['works.traffic-scheme', ids[0] ?? '']]);
    expect(reading.errors).toMatchObject([{ code: 'forms/attach-file' }]);
  });

  it('an upload or a removal comes back to the page', () => {
    expect(staysOnPage(postedTexts([['stay', 'works.traffic-scheme']]))).toBe(true);
    expect(staysOnPage(postedTexts([['works.traffic-scheme:remove', 'x']]))).toBe(true);
    expect(staysOnPage(postedTexts([['works.kind', 'digging']]))).toBe(false);
  });
});

describe('filing', () => {
  const answers = {
    'applicant.name': { lastName: 'Габдуллин', firstName: 'Рамил' },
    'applicant.phone': '+79171234567',
    'site.cadastral-number': '16:50:011121:15',
    'site.area': 1250.5,
    'works.kind': 'digging',
    'works.on-roadway': false,
    'works.starts-on': '2026-12-01',
    'building.storeys': 5,
  };

  it('finds nothing wrong with a full form, and files only what it asks', () => {
    expect(checkAll(form(answers), answers, { today })).toEqual([]);
    expect(Object.keys(filedAnswers(form(answers), answers))).not.toContain('building.storeys');
  });

  it('finds what is missing, what does not fit and what has become too late', () => {
    const wrong = { ...answers, 'applicant.phone': null, 'site.area': 'большой', 'works.on-roadway': undefined };
    expect(checkAll(form(wrong), wrong, { today: today.add({ months: 1 }) })).toEqual([
      { field: 'applicant.phone', code: 'forms/required' },
      { field: 'site.area', code: 'forms/answer-again' },
      { field: 'works.on-roadway', code: 'forms/choose-one' },
      { field: 'works.starts-on:day', code: 'forms/date-too-early', params: { min: '2026-12-24' } },
    ]);
  });

  it('conditions read the answers by their names in FEEL', () => {
    expect(answersForFeel({ 'works.on-roadway': false })).toEqual({ works: { onRoadway: false } });
  });
});

const fields = ['applicant.phone', 'site.area', 'works.starts-on:day', 'applicant.name:firstName', 'works.kind'];
const anyPost = fc.array(fc.tuple(fc.constantFrom('shown', ...fields), fc.string({ unit: 'binary' })), {
  maxLength: 8,
});

describe('whatever is posted', () => {
  it('what could not be read stands in the field again, letter by letter', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (number, area) => {
        const reading = post('site', [
          ['site.cadastral-number', number],
          ['site.area', area],
        ]);
        const site = form(reading.answers).pages.find(({ id }) => id === 'site');
        const wrong = new Set(reading.errors.map(({ field }) => field));
        for (const question of site?.questions ?? []) {
          const typed = question.element.id === 'site.area' ? area : number;
          if (!wrong.has(question.element.id)) continue;
          expect(rawForQuestion(question, reading.answers, reading.raw)).toEqual([typed.replaceAll('\0', '')]);
        }
      }),
    );
  });

  it('every question of the page is then answered or has a mistake or was not shown, and all of it is storable', () => {
    fc.assert(
      fc.property(fc.constantFrom('applicant', 'site', 'works'), anyPost, (pageId, posted) => {
        const reading = post(pageId, posted);
        const shown = posted.flatMap(([name, value]) => (name === 'shown' ? [value] : []));
        const wrong = new Set(reading.errors.map(({ field }) => field.split(':')[0]));
        const page = form({}).pages.find(({ id }) => id === pageId);
        for (const { element } of page?.questions ?? []) {
          const wasShown = shown.length === 0 || shown.includes(element.id);
          expect(element.id in reading.answers || wrong.has(element.id)).toBe(wasShown);
        }
        expect(JSON.stringify(reading)).not.toContain('\\u0000');
        expect(JSON.stringify(reading).isWellFormed()).toBe(true);
      }),
    );
  });

  it('answers read from pages pass the check at filing, until the world changes', () => {
    fc.assert(
      fc.property(anyPost, (posted) => {
        let draft: Draft = empty;
        for (const { id } of town.pages) draft = post(id, posted, draft);
        const asked = form(draft.answers);
        const complete = new Set(Object.keys(draft.answers));
        const errors = checkAll(asked, draft.answers, { today });
        expect(errors.filter(({ field }) => complete.has(field.split(':')[0] ?? ''))).toEqual([]);
        expect(questionsOf(asked).length).toBeGreaterThan(0);
      }),
    );
  });
});
