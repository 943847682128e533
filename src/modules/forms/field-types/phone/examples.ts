import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('phone', ['Телефон', 'Телефон', 'Telephone'], { from: 'person.phone' }),
    value: '+78432991010',
    mistakes: [['299-10-10'], ['позвоните мне'], ['+7 843 299-10-10 доб. 12']],
  },
];
