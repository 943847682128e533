import { z } from 'zod';
import { failed, ok } from '#kernel/result.ts';
import type { Element } from '../../element.ts';
import { type FieldType, fieldError } from '../field-type.ts';

/** Any number of the element's choices, kept in the order they are offered. */
export const choices: FieldType<readonly string[]> = {
  id: 'choices',
  value: z.array(z.string().min(1)).min(1),
  parts: [],
  requiredCode: 'forms/choose-some',
  messages: {},
  read(raw, element) {
    const ticked = new Set(raw.filter((value) => value !== ''));
    if (ticked.size === 0) return ok(undefined);
    const values = offeredBy(element).filter((value) => ticked.has(value));
    return values.length === ticked.size ? ok(values) : failed([fieldError({ element }, 'forms/choose-some')]);
  },
  validate(values, element) {
    const offered = offeredBy(element);
    return values.every((value) => offered.includes(value)) ? [] : [fieldError({ element }, 'forms/choose-some')];
  },
  write: (values) => values,
  show: (values, element, language) =>
    values
      .map((value) => element.choices?.find((option) => option.value === value)?.label[language] ?? value)
      .join('; '),
};

const offeredBy = (element: Element): string[] => element.choices?.map((option) => option.value) ?? [];
