import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('email', ['Электронная почта', 'Электрон почта', 'Email'], { from: 'person.email' }),
    value: 'ramil@example.ru',
    mistakes: [['ramil'], ['ramil@example'], ['rаmil@example.ru'], ['ramil @example.ru']],
  },
];
