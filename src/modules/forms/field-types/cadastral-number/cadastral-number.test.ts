import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { cadastralNumber } from './model.ts';

const numbers = fc
  .tuple(fc.nat(99), fc.nat(99), fc.nat(9_999_999), fc.nat(999_999))
  .map(([district, area, quarter, object]) => {
    const two = (part: number) => String(part).padStart(2, '0');
    return `${two(district)}:${two(area)}:${String(quarter).padStart(6, '0')}:${String(object)}`;
  });
keepsPromises(cadastralNumber, examples, () => numbers);

const plot = exampleElement('cadastral-number', ['Номер', 'Номер', 'Number']);
const kazan = { cadastralNumber: { pattern: '^16:50:\\d{6}:\\d{1,6}$', example: '16:50:011121:15' } };
const inKazan = cadastralNumber.adapt?.(plot, kazan) ?? plot;

it.each([
  ['16:50:011121:15', '16:50:011121:15'],
  [' 16 : 50 : 011121 : 15 ', '16:50:011121:15'],
  // The colon's key on the Russian layout, and what it types without Shift.
  ['16Ж50Ж011121Ж15', '16:50:011121:15'],
  ['16ж50ж011121ж15', '16:50:011121:15'],
  ['16;50;011121;15', '16:50:011121:15'],
  ['16-50-011121-15', '16:50:011121:15'],
  ['16 50 011121 15', '16:50:011121:15'],
  // Letters O (Cyrillic and Latin), Cyrillic З and б.
  ['16:5О:O11121:15', '16:50:011121:15'],
  ['Кадастровый номер: 16:50:0111З1:6', '16:50:011131:6'],
  ['КН 16:50:011121:б', '16:50:011121:6'],
  ['№16:50:011121:15', '16:50:011121:15'],
  ['16:50:0111:15', 'forms/bad-cadastral-number'],
  ['16:50:011121', 'forms/bad-cadastral-number'],
  ['1650011121:15', 'forms/bad-cadastral-number'],
  ['77:01:0001001:15', 'forms/cadastral-number-elsewhere'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(cadastralNumber, inKazan, typed)).toBe(expected);
});

it('a city that says nothing takes numbers of the whole country, and an element may say more than its city', () => {
  expect(reading(cadastralNumber, plot, '77:01:0001001:15')).toBe('77:01:0001001:15');
  expect(cadastralNumber.adapt?.({ ...plot, pattern: '77:.*' }, kazan).pattern).toBe('77:.*');
});
