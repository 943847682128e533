import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('cadastral-number', ['Кадастровый номер', 'Кадастр номеры', 'Cadastral number'], {
      pattern: '^16:50:\\d{6}:\\d{1,6}$',
      example: '16:50:011121:15',
    }),
    value: '16:50:011121:15',
    mistakes: [['16:50'], ['не знаю'], ['77:01:0001001:15']],
  },
];
