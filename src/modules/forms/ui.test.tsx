import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#kernel/language.ts';
import { TextProvider } from '#ui/text.tsx';
import { texts } from '#ui/texts/all.server.ts';
import type { Answers } from './answers.ts';
import { compose } from './compose.ts';
import { town, townPlan } from './examples/town.ts';
import { fieldTypeIds } from './field-type-ids.ts';
import { FieldStates } from './gallery/FieldStates.tsx';
import { postedTexts, readPage } from './read-answers.ts';
import { reconcile } from './reconcile.ts';
import { AnswerList, FormPage, fieldUis, VersionNotice } from './ui.ts';

const said = (language: Language, node: React.ReactNode): string =>
  renderToStaticMarkup(
    <TextProvider language={language} texts={texts[language]}>
      {node}
    </TextProvider>,
  );

const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');
/** Controls of the page that a person fills in. */
const controls = (html: string) =>
  [...html.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => !tag.includes('type="hidden"'));

/** What screen readers follow: each label, description and link leads to something, and no id stands twice. */
function expectTied(html: string): void {
  const ids = all(html, / id="([^"]*)"/g);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  const named = [
    ...all(html, / for="([^"]*)"/g),
    ...all(html, / aria-describedby="([^"]*)"/g).flatMap((list) => list.split(' ')),
    ...all(html, / aria-labelledby="([^"]*)"/g),
    ...all(html, / href="#([^"]*)"/g),
  ];
  expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  const labelled = new Set(all(html, / for="([^"]*)"/g));
  for (const control of controls(html)) {
    const isChoice = /type="(radio|checkbox)"/.test(control);
    if (!isChoice) expect(labelled, control).toContain(/ id="([^"]*)"/.exec(control)?.[1]);
  }
}

const examples = fieldTypeIds.flatMap((id) =>
  fieldUis[id].examples.map((example) => ({ id: example.element.id, example })),
);

describe('a field of every type', () => {
  it.each(examples)('$id is tied to its label, hint and mistakes in every language', ({ example }) => {
    for (const language of languages) {
      const html = said(language, <FieldStates example={example} />);
      expectTied(html);
      expect(html).toContain(example.element.label[language]);
      expect(html).not.toMatch(/undefined|\[object/);
    }
  });
  it.each(examples)('$id shows what was typed again, so that nothing is typed twice', ({ example }) => {
    const { Input } = fieldUis[example.element.type];
    const ofText = !['yes-no', 'choice', 'choices', 'files'].includes(example.element.type);
    const [raw = []] = example.mistakes;
    const html = said('ru', <Input element={example.element} required raw={raw} errors={[]} />);
    if (ofText) for (const text of raw) expect(html).toContain(text);
  });
});

const digging: Answers = { 'works.kind': 'digging', 'works.on-roadway': true };

describe('a page of the form', () => {
  const known = { person: { lastName: 'Габдуллин', firstName: 'Рамил', phone: '+79171234567' } };
  const form = compose(town, townPlan, { answers: digging, known });
  const show = (pageId: string, language: Language = 'ru', mistakes = true) => {
    const page = form.pages.find(({ id }) => id === pageId);
    if (page === undefined) throw new Error(`no page ${pageId}`);
    const empty = { answers: {}, provenance: {}, raw: {} };
    const today = Temporal.PlainDate.from('2026-11-24');
    const { errors, raw } = readPage(() => form, pageId, { ...empty, posted: postedTexts([]), today });
    return said(
      language,
      <FormPage form={form} page={page} answers={digging} raw={mistakes ? raw : {}} errors={mistakes ? errors : []}>
        <input type="hidden" name="csrf" value="token" />
      </FormPage>,
    );
  };

  it.each(['applicant', 'site', 'works', 'dates', 'documents'])(
    '%s is tied together, its summary leads to its fields',
    (pageId) => {
      for (const language of languages) expectTied(show(pageId, language));
    },
  );
  it('says which services need an answer, and which of them an officer still has to decide on', () => {
    const html = show('applicant');
    expect(html).toContain('Ордер на земляные работы');
    expect(html).toContain('Условия отвода воды (нужна ли услуга, решит сотрудник)');
  });
  it('says where a value that is filled in comes from', () => {
    const html = show('applicant', 'ru', false);
    expect(html).toContain('value="+7 917 123-45-67"');
    expect(html).toContain('Заполнено из вашего профиля (ЕСИА)');
  });
  it('leads from the summary to the first part of a field with parts', () => {
    expect(show('dates')).toContain('href="#works.starts-on:day"');
  });
  it('keeps Enter from pressing a button that removes a file', () => {
    const html = show('documents');
    expect(html.toLowerCase()).toContain('enctype="multipart/form-data"');
    expect(html.indexOf('type="submit"')).toBeLessThan(html.indexOf('name="stay"'));
    expect(/<button[^>]*>/.exec(html)?.[0]).not.toContain('name=');
  });
  it('has no style of its own in attributes, which the content security policy forbids', () => {
    expect(show('dates')).not.toContain('style=');
  });
});

describe('answers to be checked', () => {
  it('can each be changed at their own question, and tell where they come from', () => {
    const answers: Answers = { ...digging, 'applicant.phone': '+79171234567', 'works.starts-on': '2026-12-01' };
    const form = compose(town, townPlan, { answers });
    const provenance = { 'applicant.phone': { source: 'prefill', from: 'person.phone' } } as const;
    const html = said(
      'tt',
      <AnswerList form={form} answers={answers} provenance={provenance} changeAt={(id) => `/f/${id}`} />,
    );
    expect(html).toContain('href="/f/dates#works.starts-on:day"');
    expect(html).toContain('2026 елның 1 декабре');
    expect(html).toContain('сезнең профильдән (ЕСИА)');
    expect(html).toContain('Күрсәтелмәгән');
    expectTied(html.replaceAll(/href="[^"]*"/g, ''));
  });
  it('are never called the officer’s own profile', () => {
    const answers: Answers = { ...digging, 'applicant.phone': '+79171234567' };
    const provenance = { 'applicant.phone': { source: 'prefill', from: 'person.phone' } } as const;
    const form = compose(town, townPlan, { answers });
    const html = said('ru', <AnswerList form={form} answers={answers} provenance={provenance} reader="officer" />);
    expect(html).toContain('из профиля заявителя (ЕСИА)');
    expect(html).not.toContain('вашего');
  });
});

describe('a draft of older rules', () => {
  it('is told what is asked anew; nothing is said when nothing changed', () => {
    const before = compose(town, townPlan.slice(0, 1), { answers: digging });
    const after = compose(town, townPlan, { answers: digging });
    const told = (to: typeof after) => {
      const reconciliation = reconcile({ before, after: to }, digging, {
        today: Temporal.PlainDate.from('2026-11-24'),
      });
      return said('ru', <VersionNotice reconciliation={reconciliation} />);
    };
    expect(told(before)).toBe('');
    expect(told(after)).toContain('<li>Схема движения</li>');
  });
});
