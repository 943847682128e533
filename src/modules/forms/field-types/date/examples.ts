import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('date', ['Начало работ', 'Эшләр башлана', 'Works start'], {
      min: 'today',
      max: '2030-12-31',
    }),
    value: '2027-03-27',
    mistakes: [
      ['31', '2', '2027'],
      ['27', '', '2027'],
      ['', '3', '2027'],
      ['27', '3', ''],
      ['27', '3', '27'],
      ['1', '1', '2026'],
      ['1', '1', '2031'],
    ],
  },
];
