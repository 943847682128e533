import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleElement } from '../example-element.ts';
import { keepsPromises, reading } from '../promises.fixture.ts';
import { examples } from './examples.ts';
import { personName } from './model.ts';

const letters = fc.constantFrom('Ә', 'ө', 'ү', 'җ', 'ң', 'һ', 'ё', 'A', 'é', '-', "'");
const part = fc
  .tuple(fc.constantFrom('Г', 'И', 'О'), fc.string({ unit: letters, maxLength: 20 }))
  .map((it) => it.join('').normalize('NFC'));
keepsPromises(personName, examples, () =>
  fc.record({ lastName: part, firstName: part, patronymic: part }, { requiredKeys: ['lastName', 'firstName'] }),
);

const applicant = exampleElement('person-name', ['Заявитель', 'Мөрәҗәгать итүче', 'Applicant']);

it.each([
  [['Габдуллин', 'Рамил', 'Илдар улы'], { lastName: 'Габдуллин', firstName: 'Рамил', patronymic: 'Илдар улы' }],
  [['Габдуллин Рамил Илдар улы', '', ''], { lastName: 'Габдуллин', firstName: 'Рамил', patronymic: 'Илдар улы' }],
  [['Ли', 'Ю', ''], { lastName: 'Ли', firstName: 'Ю' }],
  [['О’Нил', ' Анна-Мария ', ''], { lastName: "О'Нил", firstName: 'Анна-Мария' }],
  [['Габдуллин', '', ''], 'forms/name-without-firstName'],
  [['', 'Рамил', ''], 'forms/name-without-lastName'],
  [['Габдуллин', 'Рамил', '89171234567'], 'forms/bad-name'],
])('%j is read as %j', (typed, expected) => {
  expect(reading(personName, applicant, ...typed)).toEqual(expected);
});

it('an error stands at the part that is wrong', () => {
  expect(personName.read(['Габдуллин', 'Рамил', '5'], applicant)).toMatchObject({
    error: [{ field: 'example.person-name:patronymic' }],
  });
});
