import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('text', ['Название проекта', 'Проект исеме', 'Name of the design'], {
      maxLength: 60,
      hint: { ru: 'Как на титульном листе.', tt: 'Титул битендәгечә.', en: 'As on the title page.' },
    }),
    value: 'Офисное здание, очередь 1',
    mistakes: [['Офисное здание, '.repeat(10)]],
  },
];
