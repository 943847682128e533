import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('address', ['Адрес участка', 'Участок адресы', 'Address of the plot'], { maxLength: 60 }),
    value: 'Казань, ул. Габдуллы Тукая, д. 1',
    mistakes: [['Казань, '.repeat(20)]],
  },
];
