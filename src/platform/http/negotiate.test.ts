import { expect, test } from 'vitest';
import { preferredType } from './negotiate.ts';

const offered = ['application/ld+json', 'text/turtle', 'application/n-triples', 'text/html'] as const;

test.each([
  [undefined, 'application/ld+json'],
  ['', 'application/ld+json'],
  ['*/*', 'application/ld+json'],
  ['text/turtle', 'text/turtle'],
  ['Text/Turtle; charset=utf-8', 'text/turtle'],
  ['text/*', 'text/turtle'],
  ['application/n-triples, text/turtle;q=0.9', 'application/n-triples'],
  ['application/n-triples;q=0.2, text/turtle;q=0.9', 'text/turtle'],
  // What browsers send.
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html'],
  // The exact range decides, whatever its place.
  ['*/*, application/ld+json;q=0', 'text/turtle'],
  ['application/ld+json;q=0.1, application/*;q=0.5', 'application/n-triples'],
  ['application/rdf+xml', undefined],
  ['text/turtle;q=0', undefined],
  ['*/*;q=0', undefined],
  ['nonsense', 'application/ld+json'],
  ['text/turtle;q=7, application/n-triples', 'application/n-triples'],
])('a program that sends Accept: %s is given %s', (accept, given) => {
  expect(preferredType(accept, offered)).toBe(given);
});
