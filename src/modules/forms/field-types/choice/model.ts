import { z } from 'zod';
import { failed, ok } from '#kernel/result.ts';
import { type FieldType, fieldError } from '../field-type.ts';

/** One of the element's choices, kept as its value. */
export const choice: FieldType<string> = {
  id: 'choice',
  value: z.string().min(1),
  parts: [],
  requiredCode: 'forms/choose-one',
  messages: {},
  read(raw, element) {
    const value = raw[0] ?? '';
    if (value === '') return ok(undefined);
    const offered = element.choices?.some((option) => option.value === value) ?? false;
    return offered ? ok(value) : failed([fieldError({ element }, 'forms/choose-one')]);
  },
  validate(value, element) {
    const offered = element.choices?.some((option) => option.value === value) ?? false;
    return offered ? [] : [fieldError({ element }, 'forms/choose-one')];
  },
  write: (value) => [value],
  show: (value, element, language) =>
    element.choices?.find((option) => option.value === value)?.label[language] ?? value,
};
