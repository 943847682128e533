import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { email } from './model.ts';

keepsPromises(email, examples, () =>
  fc.emailAddress().map((known) => known.replace(/@.*/, (domain) => domain.toLowerCase())),
);

it.each([
  ['ramil@example.ru', 'ramil@example.ru'],
  [' <Ramil@Example.RU>, ', 'Ramil@example.ru'],
  ['mailto:ramil@example.ru', 'ramil@example.ru'],
  ['почта@казань.рф', 'почта@казань.рф'],
  ['ramil@казань.рф', 'ramil@казань.рф'],
  ['ramil', 'forms/bad-email'],
  ['ramil@example', 'forms/bad-email'],
  ['a@b@example.ru', 'forms/bad-email'],
  ['ra mil@example.ru', 'forms/bad-email'],
  // The second letter is Cyrillic.
  ['rаmil@example.ru', 'forms/email-mixes-alphabets'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(email, exampleElement('email', ['Почта', 'Почта', 'Email']), typed)).toBe(expected);
});

it('a long line of letters is refused at once, not after a long search', () => {
  const started = performance.now();
  reading(email, exampleElement('email', ['Почта', 'Почта', 'Email']), `a@${'a-'.repeat(20_000)}`);
  expect(performance.now() - started).toBeLessThan(2_000);
});
