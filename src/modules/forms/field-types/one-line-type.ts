import { z } from 'zod';
import type { FieldError } from '#kernel/result.ts';
import { failed, ok } from '#kernel/result.ts';
import type { Element } from '../element.ts';
import { type FieldType, fieldError } from './field-type.ts';
import { oneLine } from './reading.ts';

/** What a type with one control and a text value has to say for itself. */
type OneLineType = Pick<FieldType<string>, 'id' | 'messages' | 'adapt'> & {
  /** Longest value when the element sets no limit, in characters. */
  maxLength: number;
  /** Cleans the typed text before it is looked at; one line by default. */
  clean?(text: string): string;
  /** The value in its one written form, or the code that says what is wrong. */
  normalise?(text: string): { value: string } | { code: string };
  /** Code for a value that does not match the element's pattern. */
  patternCode?: string;
  /** The value as people write it, in the form's control too; it must read as the value again. */
  show?(value: string): string;
};

const patterns = new Map<string, RegExp>();

/** A pattern of the pack must match the whole value; compiled once. */
function matches(pattern: string, value: string): boolean {
  const compiled = patterns.get(pattern) ?? new RegExp(`^(?:${pattern})$`, 'u');
  patterns.set(pattern, compiled);
  return compiled.test(value);
}

/**
 * A field type whose value is one text in one control, read by cleaning and normalising it.
 * The schema takes a value only in its normal form, which normalising leaves as it is.
 */
export function oneLineType(type: OneLineType): FieldType<string> {
  const normalise = type.normalise ?? ((value: string) => ({ value }));
  const clean = type.clean ?? oneLine;
  return {
    id: type.id,
    value: z
      .string()
      .min(1)
      .refine((text) => {
        const normal = normalise(text);
        return 'value' in normal && normal.value === text;
      }),
    parts: [],
    messages: type.messages,
    ...(type.adapt === undefined ? {} : { adapt: type.adapt }),
    read(raw, element) {
      const text = clean(raw[0] ?? '');
      if (text === '') return ok(undefined);
      const normal = normalise(text);
      if ('value' in normal) return ok(normal.value);
      return failed([fieldError({ element }, normal.code, exampleOf(element))]);
    },
    validate: (value, element) => checkText(value, element, type),
    write: (value) => [type.show?.(value) ?? value],
    show: (value) => type.show?.(value) ?? value,
  };
}

function checkText(value: string, element: Element, type: OneLineType): FieldError[] {
  const max = element.maxLength ?? type.maxLength;
  if (value.length > max) return [fieldError({ element }, 'forms/too-long', { max })];
  if (element.pattern !== undefined && !matches(element.pattern, value)) {
    return [fieldError({ element }, type.patternCode ?? 'forms/does-not-match', exampleOf(element))];
  }
  return [];
}

const exampleOf = (element: Element): Record<string, string> | undefined =>
  element.example === undefined ? undefined : { example: element.example };
