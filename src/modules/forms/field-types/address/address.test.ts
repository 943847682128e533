import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { address } from './model.ts';

const parts = fc.array(fc.stringMatching(/^[А-яЁё0-9.№-]{1,10}$/), { minLength: 1, maxLength: 5 });
keepsPromises(address, examples, () => parts.map((known) => known.join(', ')));

it.each([
  ['Казань,ул. Тукая ,д. 1', 'Казань, ул. Тукая, д. 1'],
  ['Казань\r\nул. Тукая, 1\r\n', 'Казань, ул. Тукая, 1'],
  [' , , ', undefined],
])('%j is read as %j', (typed, expected) => {
  expect(reading(address, exampleElement('address', ['Адрес', 'Адрес', 'Address']), typed)).toBe(expected);
});
