import { exampleElement } from '../example-element.ts';
import type { FieldExample } from '../field-ui.ts';

const districts = [
  'Авиастроительный',
  'Вахитовский',
  'Кировский',
  'Московский',
  'Ново-Савиновский',
  'Приволжский',
  'Советский',
];

export const examples: readonly FieldExample[] = [
  {
    element: exampleElement('choice', ['На каком праве', 'Нинди хокукта', 'On what right'], {
      choices: [
        { value: 'lease', label: { ru: 'Аренда', tt: 'Аренда', en: 'Lease' } },
        {
          value: 'ownership',
          label: { ru: 'Собственность', tt: 'Милек', en: 'Ownership' },
          hint: { ru: 'Право записано в ЕГРН.', tt: 'Хокук реестрда язылган.', en: 'The right is registered.' },
        },
      ],
    }),
    value: 'lease',
    mistakes: [['theft']],
  },
  {
    element: exampleElement('choice', ['Район и часть', 'Район һәм өлеш', 'District and part'], {
      id: 'example.choice-of-many',
      choices: districts.flatMap((name, index) =>
        ['a', 'b'].map((part) => {
          const label = `${name}, ${part}`;
          return { value: `${String(index)}-${part}`, label: { ru: label, tt: label, en: label } };
        }),
      ),
    }),
    value: '3-b',
    mistakes: [['8-a']],
  },
];
