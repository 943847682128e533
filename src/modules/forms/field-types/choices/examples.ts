import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('choices', ['Какие сети затронуты', 'Нинди челтәрләргә кагыла', 'Networks touched'], {
      choices: [
        { value: 'water', label: { ru: 'Водопровод', tt: 'Суүткәргеч', en: 'Water' } },
        { value: 'gas', label: { ru: 'Газ', tt: 'Газ', en: 'Gas' } },
        { value: 'power', label: { ru: 'Электричество', tt: 'Электр', en: 'Power' } },
      ],
    }),
    value: ['water', 'power'],
    mistakes: [['water', 'steam']],
  },
];
