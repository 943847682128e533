import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('yes-no', [
      'Вскрывается проезжая часть?',
      'Юлның машиналар йөри торган өлеше ачыламы?',
      'Is the roadway opened?',
    ]),
    value: true,
    mistakes: [['может быть']],
  },
];
