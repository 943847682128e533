import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('state-number', ['ОГРН', 'ОГРН', 'State registration number']),
    value: '1027700132195',
    mistakes: [['123'], ['1027700132196'], ['0027700132195']],
  },
];
