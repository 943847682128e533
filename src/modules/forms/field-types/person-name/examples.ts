import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('person-name', ['Подрядчик', 'Подрядчы', 'Contractor'], { maxLength: 60 }),
    value: { lastName: 'Габдуллин', firstName: 'Рамил', patronymic: 'Илдар улы' },
    mistakes: [
      ['', 'Рамил', ''],
      ['Габдуллин', '', ''],
      ['Габдуллин', 'Рамил2', ''],
      ['Г'.repeat(40), 'Р'.repeat(40), ''],
    ],
  },
];
