import type { z } from 'zod';
import type { Language, Localized } from '#kernel/language.ts';
import type { FieldError, Result } from '#kernel/result.ts';
import type { Element } from '../element.ts';
import type { FieldTypeId } from '../field-type-ids.ts';

/**
 * What a person typed into a field, exactly as typed: one string per control in the order of `parts`,
 * or one per ticked box or file. Kept beside the answers so that a mistake never costs the text.
 */
export type Raw = readonly string[];

/** Texts of error codes; `{label}` names the field, other braces name parameters of the error. */
export type Messages = Readonly<Record<string, Localized>>;

/** What a check may know of the world. */
export type CheckContext = Readonly<{
  /** The day the answers are checked, in the city's time zone. */
  today: Temporal.PlainDate;
}>;

/** How the city writes things; a type may take its pattern from here when the element says nothing. */
export type CitySettings = Readonly<{ cadastralNumber?: Readonly<{ pattern: string; example: string }> | undefined }>;

/**
 * A kind of field: how a value of it is read from a form, checked, written back and shown.
 *
 * Promises, each held by a property test: `read(write(value))` is `value`; `read` never throws, whatever was typed;
 * an empty field reads as `undefined`, not as an error.
 */
export interface FieldType<Value> {
  readonly id: FieldTypeId;
  /** Schema of the value as it stands in the answers' JSON. */
  readonly value: z.ZodType<Value>;
  /** Names of the controls when the field has several: control `<element id>:<part>`. Empty for one control. */
  readonly parts: readonly string[];
  /** True if the field takes files, so that its page posts as multipart. */
  readonly takesFiles?: boolean;
  /** Code of the error for an empty required field; `forms/required` when absent. */
  readonly requiredCode?: string;
  /** Texts of the codes this type gives. */
  readonly messages: Messages;
  /** Reads what was typed, tolerant of the ways people write; errors are about the form of the value. */
  read(raw: Raw, element: Element): Result<Value | undefined>;
  /** Checks limits that the element sets (length, range, pattern); the value fits the schema already. */
  validate(value: Value, element: Element, context: CheckContext): readonly FieldError[];
  /** The value as it is put into the form's controls. */
  write(value: Value): Raw;
  /** The value in words, for a reader, a PDF or an extract. */
  show(value: Value, element: Element, language: Language): string;
  /** The element completed by the city's settings; done once per pack. */
  adapt?(element: Element, city: CitySettings): Element;
}

/** Part of a field that takes files: its control names the document to take out again. */
export const removePart = 'remove';

/** Control of the buttons that send a page and come back to it, to upload a file for instance. */
export const stayControl = 'stay';

/** Name of a control of an element: the element's id, and the part after a colon where a field has several. */
export const controlName = (elementId: string, part?: string): string =>
  part === undefined ? elementId : `${elementId}:${part}`;

/** Id of the element a control or an error belongs to. */
export function elementOfControl(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(0, colon);
}

/** An error on the element itself or on one of its parts. */
export function fieldError(
  target: string | { element: Element; part?: string },
  code: string,
  params?: Readonly<Record<string, string | number>>,
): FieldError {
  const field = typeof target === 'string' ? target : controlName(target.element.id, target.part);
  return params === undefined ? { field, code } : { field, code, params };
}
