import { expect, test } from 'vitest';
import { Element } from '#modules/forms/index.ts';
import { type RecordQuestion, readRecord } from './record-form.ts';

const asked = (id: string, required: boolean): RecordQuestion => ({
  id,
  question: {
    element: Element.parse({
      id: `record.${id.toLowerCase()}`,
      type: 'date',
      page: 'record',
      label: { ru: id, tt: id, en: id },
    }),
    required,
    askedBy: [],
  },
});
const today = Temporal.PlainDate.from('2026-11-24');
const typed = (day: string, month: string): [string, string][] => [
  ['record.validuntil:day', day],
  ['record.validuntil:month', month],
  ['record.validuntil:year', '2026'],
];

test('a date typed in three fields is entered under its name in the record', () => {
  const { entered, errors } = readRecord([asked('validUntil', true)], typed('31', '12'), today);
  expect(errors).toEqual([]);
  expect(entered).toEqual({ validUntil: ['31', '12', '2026'] });
});

test('a date that does not exist is a mistake at its field and is kept as it was typed', () => {
  const { entered, errors } = readRecord([asked('validUntil', true)], typed('31', '11'), today);
  expect(errors).toHaveLength(1);
  expect(entered.validUntil).toEqual(['31', '11', '2026']);
});

test('only a compulsory field may not stay empty', () => {
  const { errors } = readRecord([asked('validUntil', true), asked('warrantyUntil', false)], [], today);
  expect(errors.map(({ field }) => field.split(':')[0])).toEqual(['record.validuntil']);
});
