import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('files', ['Схема движения', 'Хәрәкәт схемасы', 'Traffic scheme'], {
      maxFiles: 2,
      accept: ['pdf', 'jpeg'],
    }),
    value: ['0193a1f0-0000-7000-8000-000000000001'],
    mistakes: [['scheme.pdf'], [1, 2, 3].map((n) => `0193a1f0-0000-7000-8000-00000000000${String(n)}`)],
  },
];
