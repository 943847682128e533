import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('long-text', ['Как найти место', 'Урынны ничек табарга', 'How to find the place'], {
      maxLength: 80,
    }),
    value: 'Вход со двора.\nНапротив опоры № 12.',
    mistakes: [['Вход со двора. '.repeat(10)]],
  },
];
