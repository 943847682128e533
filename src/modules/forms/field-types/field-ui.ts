import type { ReactNode } from 'react';
import type { Element } from '../element.ts';
import type { Raw } from './field-type.ts';

/** What is said about a received document next to its name. */
export type ReceivedDocument = Readonly<{
  name: string;
  /** Bytes. */
  size: number;
  /** Its state in words, if it is worth a word: being scanned, refused. */
  state?: string;
  /** Where it can be opened by those who may. */
  href?: string;
}>;

/** Documents by id, as the page got them from the documents module. */
export type ReceivedDocuments = ReadonlyMap<string, ReceivedDocument>;

/** A mistake with its text and the name of the control it is about. */
type ShownError = Readonly<{ control: string; text: string }>;

/** One field on a page. */
export type FieldProps = Readonly<{
  element: Element;
  required: boolean;
  /** What its controls hold. */
  raw: Raw;
  errors: readonly ShownError[];
  /** Remark under the hint: where the value comes from. */
  note?: string | undefined;
  documents?: ReceivedDocuments | undefined;
}>;

/** An answer to be read. */
export type AnswerProps<Value> = Readonly<{
  element: Element;
  value: Value;
  documents?: ReceivedDocuments | undefined;
}>;

/** States of a field type for the gallery and the accessibility check: an element, a value and wrong things to type. */
export type FieldExample = Readonly<{ element: Element; value: unknown; mistakes: readonly Raw[] }>;

/** How a field type looks: its controls, and its answer to be read. */
export type FieldUi<Value> = Readonly<{
  Input: (props: FieldProps) => ReactNode;
  // Written as a method, so that the registry may hold them all: each gets only values of its own type.
  Answer(props: AnswerProps<Value>): ReactNode;
  examples: readonly FieldExample[];
}>;
