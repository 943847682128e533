import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('integer', ['Сколько этажей', 'Ничә кат', 'How many storeys'], {
      unit: 'storeys',
      min: 1,
      max: 40,
    }),
    value: 5,
    mistakes: [['пять'], ['2,5'], ['0'], ['41'], ['9'.repeat(30)]],
  },
];
