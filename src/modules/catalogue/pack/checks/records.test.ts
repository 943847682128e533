import { expect, test } from 'vitest';
import { indexPack } from '../index-pack.ts';
import { checkTiny, describeMistakes, goodFile, type Mistake } from '../mistake.fixture.ts';
import { askedFields } from '../record-fields.ts';

const plan = 'services/plan/service.yaml';
const made = 'result: { document: { ru: План, tt: План, en: Plan } }';
const record = 'act: change, registers: [orders], number: dig.depth, fields: [{ id: validUntil }]';
const changed = `inputs: [{ element: dig.depth }]\nresult:\n  document: { ru: План, tt: План, en: Plan }\n  record: { ${record} }`;

test('a service may change a record: its officer is asked for the fields that it writes anew', async () => {
  const { pack, warnings } = await checkTiny({ [plan]: goodFile(plan).replace(made, changed) });
  expect(warnings).toEqual([]);
  if (pack === undefined) throw new Error('not sound');
  expect(askedFields(pack, 'plan').map(({ field }) => field.id)).toEqual(['validUntil']);
  expect(indexPack(pack).services.get('plan')?.result.register).toBeUndefined();
});

test('what is only written later is not asked for while the record is made', async () => {
  const orders = 'registers/orders.yaml';
  const closed = '  - { id: note, type: text, required: false, label: { ru: Итог, tt: Нәтиҗә, en: Outcome } }\n';
  const { pack } = await checkTiny({
    [orders]: goodFile(orders) + closed,
    [plan]: goodFile(plan).replace(made, changed.replace('{ id: validUntil }', '{ id: note }')),
  });
  if (pack === undefined) throw new Error('not sound');
  expect(askedFields(pack, 'dig').map(({ field }) => field.id)).toEqual(['validUntil']);
  expect(askedFields(pack, 'plan').map(({ field }) => field.id)).toEqual(['note']);
});

const mistakeOf = (is: string, from: string, to: string, more: Pick<Mistake, 'code' | 'at' | 'says'>): Mistake => ({
  is,
  file: plan,
  from: made,
  to: changed.replace(from, to),
  ...more,
});

const records: Mistake[] = [
  mistakeOf('a record of a register that is not there', '[orders]', '[order]', {
    code: 'unknown-register',
    at: 'order]',
    says: /did you mean orders/,
  }),
  mistakeOf('a record whose number nobody asks for', 'number: dig.depth', 'number: dig.kind', {
    code: 'number-not-asked',
    at: 'dig.kind',
    says: /does not ask for dig\.kind/,
  }),
  mistakeOf('a field that the register does not have', 'id: validUntil', 'id: validUntill', {
    code: 'unknown-field',
    at: 'validUntill',
    says: /did you mean validUntil/,
  }),
  mistakeOf('a field that takes an answer of another kind', 'id: validUntil', 'id: validUntil, from: dig.depth', {
    code: 'undecidable',
    at: 'dig.depth }] }',
    says: /same type/,
  }),
  mistakeOf('a service that both makes and changes a record', '  record:', '  register: orders\n  record:', {
    code: 'wrong-value',
    at: 'document: { ru: План, tt: План, en: Plan }\n  register',
    says: /not both/,
  }),
];

describeMistakes('a changed record', records);
