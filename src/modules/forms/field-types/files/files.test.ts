import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { extensionsOf, files, kindsInWords } from './model.ts';

keepsPromises(files, examples, () => fc.uniqueArray(fc.uuid({ version: 7 }), { minLength: 1, maxLength: 10 }));

const scheme = exampleElement('files', ['Схема', 'Схема', 'Scheme'], { accept: ['pdf', 'jpeg'] });

it('the same document counts once', () => {
  const id = '0193a1f0-0000-7000-8000-000000000001';
  expect(files.read([id, id], scheme)).toEqual({ ok: true, value: [id] });
});

it('the file dialogue offers the endings of the accepted kinds', () => {
  expect(extensionsOf(scheme)).toBe('.pdf,.jpg,.jpeg');
  expect(kindsInWords(scheme)).toBe('PDF, JPEG');
});
