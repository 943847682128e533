import { z } from 'zod';
import type { Localized } from '#kernel/language.ts';
import { failed, ok } from '#kernel/result.ts';
import { type FieldType, fieldError } from '../field-type.ts';

/** The two answers in words, in the order they are offered. */
export const yesNoTexts: Readonly<Record<'yes' | 'no', Localized>> = {
  yes: { ru: 'Да', tt: 'Әйе', en: 'Yes' },
  no: { ru: 'Нет', tt: 'Юк', en: 'No' },
};

const spoken: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  on: true,
  да: true,
  әйе: true,
  no: false,
  false: false,
  нет: false,
  юк: false,
};

/** Yes or no, asked as two radio buttons, so that "not answered" differs from "no". */
export const yesNo: FieldType<boolean> = {
  id: 'yes-no',
  value: z.boolean(),
  parts: [],
  requiredCode: 'forms/choose-one',
  messages: {},
  read(raw, element) {
    const typed = (raw[0] ?? '').trim().toLowerCase();
    if (typed === '') return ok(undefined);
    const value = Object.hasOwn(spoken, typed) ? spoken[typed] : undefined;
    return value === undefined ? failed([fieldError({ element }, 'forms/choose-one')]) : ok(value);
  },
  validate: () => [],
  write: (value) => [value ? 'yes' : 'no'],
  show: (value, _element, language) => yesNoTexts[value ? 'yes' : 'no'][language],
};
