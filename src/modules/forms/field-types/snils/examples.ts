import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('snils', ['СНИЛС', 'СНИЛС', 'Insurance number']),
    value: '11223344595',
    mistakes: [['123'], ['112-233-445 96']],
  },
];
