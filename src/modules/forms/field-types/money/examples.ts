import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('money', ['Сметная стоимость', 'Смета бәясе', 'Estimated cost'], { max: 500_000_000 }),
    value: 125_050,
    mistakes: [['дорого'], ['1,250'], ['-1'], ['6000000'], ['9'.repeat(30)]],
  },
];
