import { describe, expect, it } from 'vitest';
import { listTextMistakes } from './check-texts.ts';

const ru = { 'a.b': '{n, plural, one {# дело} other {# дела}}' };

describe('the check of texts', () => {
  it('finds nothing wrong with the texts of the program', () => {
    expect(listTextMistakes()).toEqual([]);
  });
  it('names a text that a language lacks', () => {
    expect(listTextMistakes({ ru, tt: {}, en: { 'a.b': '{n} cases' } })).toEqual(['tt a.b: missing']);
  });
  it('names a value that a translation forgot', () => {
    expect(listTextMistakes({ ru, tt: { 'a.b': 'эшләр' }, en: { 'a.b': '{n} cases' } })).toEqual([
      'tt a.b: values are {}, Russian has {n}',
    ]);
  });
  it('names a text that cannot be parsed', () => {
    expect(listTextMistakes({ ru, tt: { 'a.b': '{n' }, en: { 'a.b': '{n} cases' } })[0]).toMatch(/^tt a\.b: /);
  });
});
