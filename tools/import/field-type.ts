import type { Localized } from '#kernel/language.ts';
import type { Note, Shape } from './shape.ts';
import { isObject, type JsonObject } from './source-folder.ts';
import { freeId, kebab, oneLanguage, tidy } from './words.ts';

export type Choice = Readonly<{ value: string; label: Localized }>;

/** What an answer is, in the words of the city dictionary. */
export type AnswerType = Readonly<{
  type: string;
  choices?: readonly Choice[];
  unit?: string;
  min?: number;
  max?: number;
  decimals?: number;
  maxLength?: number;
  pattern?: string;
  example?: string;
  /** The one thing a yes says, if the schema offers a single value. */
  says?: string;
}>;

const kindOf = (keywords: JsonObject): unknown => {
  const { type } = keywords;
  return Array.isArray(type) ? type.find((one) => one !== 'null') : type;
};

const legalTypes = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null', undefined]);

/** Types that are no types of JSON Schema, and what they mean in this system. */
const illegalTypes: Readonly<Record<string, JsonObject>> = {
  datetime: { type: 'string', format: 'date' },
  timestamp: { type: 'string', format: 'date' },
  date: { type: 'string', format: 'date' },
  text: { type: 'string' },
  guid: { type: 'string' },
  uuid: { type: 'string' },
  file: { type: 'string', format: 'data-url' },
  float: { type: 'number' },
  double: { type: 'number' },
  int: { type: 'integer' },
  bool: { type: 'boolean' },
};

/** The keywords with a type that JSON Schema knows; a note if one had to be replaced or guessed. */
export function withLegalType(keywords: JsonObject, notes: Note[]): JsonObject {
  const type = kindOf(keywords);
  if (!legalTypes.has(type as string | undefined)) {
    const meant = illegalTypes[String(type).toLowerCase()] ?? { type: 'string' };
    notes.push({
      kind: 'guessed',
      text: `the type ${JSON.stringify(type)} is not JSON Schema: taken as ${meant.format ?? meant.type}`,
    });
    return { ...keywords, ...meant };
  }
  if (type !== undefined) return { ...keywords, type };
  if (isObject(keywords.properties)) return { ...keywords, type: 'object' };
  if (keywords.items !== undefined) return { ...keywords, type: 'array' };
  if (Array.isArray(keywords.enum) || keywords.pattern !== undefined || keywords.format !== undefined)
    return { ...keywords, type: 'string' };
  notes.push({ kind: 'guessed', text: 'no type: taken as a text' });
  return { ...keywords, type: 'string' };
}

export const isFile = (keywords: JsonObject): boolean =>
  ['data-url', 'data-uri', 'binary', 'file'].includes(String(keywords.format)) ||
  keywords.contentEncoding === 'base64' ||
  keywords.contentMediaType !== undefined;

/** Values and their texts; a value is the text in Latin letters if it is not Latin already. */
export function choicesOf(keywords: JsonObject): readonly Choice[] {
  const values = Array.isArray(keywords.enum) ? keywords.enum : [];
  const names = Array.isArray(keywords.enumNames) ? keywords.enumNames : [];
  const taken = new Set<string>();
  const seen = new Set<string>();
  return values.flatMap((value: unknown, index): Choice[] => {
    const label = tidy(names[index]) ?? tidy(String(value ?? ''));
    if (label === undefined || seen.has(label)) return [];
    seen.add(label);
    const plain = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(String(value)) ? String(value) : kebab(String(value), 48);
    return [{ value: freeId(plain || 'value', taken), label: oneLanguage(label) }];
  });
}

const yesNoWords = [new Set(['да', 'нет']), new Set(['true', 'false']), new Set(['yes', 'no'])];

function chosen(keywords: JsonObject, several: boolean): AnswerType | undefined {
  const choices = choicesOf(keywords);
  const [first] = choices;
  if (!first) return undefined;
  const words = choices.map(({ label }) => label.ru.toLowerCase());
  if (choices.length === 1) return { type: 'yes-no', says: first.label.ru };
  if (!several && words.length === 2 && yesNoWords.some((pair) => words.every((word) => pair.has(word))))
    return { type: 'yes-no' };
  return { type: several ? 'choices' : 'choice', choices };
}

/** A value that matches a pattern of digits, for the error message; undefined if none of the plain ones does. */
function exampleOf(pattern: string): string | undefined {
  const digits = '1234567890'.repeat(3);
  const plain = Array.from({ length: 30 }, (_, index) => digits.slice(0, index + 1));
  const examples = [...plain.slice(3), ...plain.slice(0, 3), '16:50:011121:15', 'A1', 'АБВ-123'];
  try {
    const expression = new RegExp(`^(?:${pattern})$`, 'u');
    return examples.find((example) => expression.test(example));
  } catch {
    return undefined;
  }
}

const isCadastral = (pattern: string): boolean => /:/.test(pattern) && '16:50:011121:15'.match(pattern) !== null;

function patternOf(keywords: JsonObject, notes: Note[]): AnswerType | undefined {
  const { pattern } = keywords;
  if (typeof pattern !== 'string') return undefined;
  if (isCadastral(pattern)) return { type: 'cadastral-number' };
  const example = exampleOf(pattern);
  if (example === undefined) {
    notes.push({ kind: 'lost', text: `the pattern ${pattern} is not checked: no example of it is known` });
    return undefined;
  }
  return { type: 'text', pattern, example, maxLength: 200 };
}

/** Types recognised by the last name of the field or of its definition, where the schema says only "string". */
const byName: readonly (readonly [RegExp, AnswerType])[] = [
  [/(^|_)cadastr(e|al)(_number)?($|_of_)/, { type: 'cadastral-number' }],
  [/(^|_)inn$/, { type: 'tax-number' }],
  [/(^|_)ogrn(ip)?$/, { type: 'state-number' }],
  [/(^|_)snils$/, { type: 'snils' }],
  [/(^|_)e?mail$/, { type: 'email' }],
  [/(^|_)(mobile|phone|phone_number|telephone)$/, { type: 'phone' }],
  [/(^|_)(comments?|description|annotation|text|note|notes|reason|query_text)$/, { type: 'long-text' }],
];

function textOf(shape: Shape, name: string, notes: Note[]): AnswerType {
  const { keywords } = shape;
  const { format, maxLength } = keywords;
  if (format === 'date' || format === 'date-time') return { type: 'date' };
  if (format === 'email') return { type: 'email' };
  const names = [name, ...shape.definitions.map((path) => path.slice(path.lastIndexOf('/') + 1))];
  const [, meant] = byName.find(([pattern]) => names.some((each) => pattern.test(each.toLowerCase()))) ?? [];
  if (meant && meant.type !== 'long-text') return meant;
  const patterned = patternOf(keywords, notes);
  if (patterned) return patterned;
  const limit = typeof maxLength === 'number' && maxLength > 0 ? { maxLength } : {};
  if (meant) return { ...meant, ...limit };
  return { type: 'text', ...limit };
}

function numberOf(keywords: JsonObject): AnswerType {
  const { minimum, maximum, unit } = keywords;
  return {
    type: keywords.type === 'integer' ? 'integer' : 'decimal',
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(typeof minimum === 'number' ? { min: minimum } : {}),
    ...(typeof maximum === 'number' ? { max: maximum } : {}),
  };
}

/** What a single value is: `keywords` have a legal type that is neither object nor array. */
export function valueType(shape: Shape, name: string, notes: Note[]): AnswerType {
  const { keywords } = shape;
  if (isFile(keywords)) return { type: 'files' };
  // A record of a register was chosen from a list; here it is named by its number.
  if (isObject(keywords.config)) return { type: 'text', maxLength: 100 };
  const one = chosen(keywords, false);
  if (one) return one;
  if (keywords.type === 'boolean') return { type: 'yes-no' };
  if (keywords.type === 'number' || keywords.type === 'integer') return numberOf(keywords);
  return textOf(shape, name, notes);
}

/** What a list of single values is. */
export function listType(item: Shape): AnswerType {
  if (isFile(item.keywords)) return { type: 'files' };
  return chosen(item.keywords, true) ?? { type: 'long-text' };
}
