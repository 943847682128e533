import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('tax-number', ['ИНН', 'ИНН', 'Taxpayer number']),
    value: '7830002293',
    mistakes: [['123'], ['7830002294'], ['500100732258']],
  },
  {
    element: exampleElement('tax-number', ['ИНН организации', 'Оешманың ИНН', 'Taxpayer number of the company'], {
      id: 'example.tax-number-of-company',
      pattern: '\\d{10}',
    }),
    value: '7707083893',
    mistakes: [['500100732259']],
  },
];
