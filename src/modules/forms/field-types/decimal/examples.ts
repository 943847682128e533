import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('decimal', ['Площадь участка', 'Участок мәйданы', 'Area of the plot'], {
      unit: 'm2',
      min: 1,
      max: 1_000_000,
    }),
    value: 1250.5,
    mistakes: [['много'], ['1,250'], ['0'], ['2000000'], ['9'.repeat(30)]],
  },
];
