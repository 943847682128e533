import type { z } from 'zod';
import { type Language, languages } from '#kernel/language.ts';
import { didYouMean, type Finding, type Findings, type Origin } from './pack-error.ts';
import { isTextAt, keysAt, literalsAt } from './schema-walk.ts';
import type { SourcePath } from './source.ts';

type Issue = z.core.$ZodIssue;

const languageNames: Readonly<Record<string, string>> = { ru: 'Russian', tt: 'Tatar', en: 'English' };

const isLanguage = (step: unknown): step is Language => languages.some((language) => language === step);

/** What a text looks like in the languages of the city: `{ru: …, en: …}`. */
const blankText = (spoken: readonly Language[]): string => `{${spoken.map((language) => `${language}: …`).join(', ')}}`;

function valueAt(value: unknown, path: SourcePath): unknown {
  return path.reduce<unknown>((found, step) => {
    if (found === null || typeof found !== 'object') return undefined;
    return (found as Record<string | number, unknown>)[step];
  }, value);
}

const kindOf = (value: unknown): string => {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return `the ${typeof value === 'boolean' ? 'yes/no value' : typeof value} ${JSON.stringify(value)}`;
};

const expectedNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
};

/** Issues of the branch of a union that was most likely meant: the one with the least wrong about its own keys. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const weight = (issues: readonly Issue[]): number =>
    issues.reduce((sum, issue) => {
      if (issue.code === 'unrecognized_keys') return sum + 3 * issue.keys.length;
      return sum + (issue.path.length === 0 ? 20 : 2);
    }, 0);
  return branches.toSorted((left, right) => weight(left) - weight(right))[0] ?? [];
}

/** Issues with unions resolved to the branch that was meant, each with its path from the top. */
function flat(issues: readonly Issue[], prefix: SourcePath = []): { issue: Issue; path: SourcePath }[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return flat(meantBranch(issue.errors), path);
    return [{ issue, path }];
  });
}

type Looked = Readonly<{ value: unknown; schema: unknown; spoken: readonly Language[] }>;

function missing(path: SourcePath, { schema, spoken }: Looked): Finding {
  const key = path.at(-1);
  const parent = path.slice(0, -1);
  if (isLanguage(key) && isTextAt(schema, parent)) {
    return {
      code: 'missing-translation',
      message: `the ${languageNames[key]} text (${key}) is missing`,
      hint: `every text of this city has ${spoken.join(', ')}`,
    };
  }
  if (key === 'text' && path.includes('grounds')) return groundWithoutText(spoken);
  const written = isTextAt(schema, path) ? blankText(spoken) : '…';
  return { code: 'missing-key', message: `${key} is missing`, hint: `add ${key}: ${written}` };
}

const groundWithoutText = (spoken: readonly Language[]): Finding => ({
  code: 'ground-without-text',
  message: 'the ground has no text',
  hint: `a refusal is explained to the applicant in words: add text: ${blankText(spoken)}`,
});

/** How a value is written of which something else was written. */
function howToWrite(expected: string, value: unknown, keys: readonly string[]): string {
  if (expected === 'string') return typeof value === 'object' ? 'write one text' : `put it in quotes: "${value}"`;
  if (expected === 'number' || expected === 'int') return 'write digits without quotes, for example 3';
  if (expected === 'boolean') return 'write true or false without quotes';
  if (expected === 'array' || expected === 'tuple') return 'write a list: [first, second]';
  return keys.length > 0 ? `write {key: value}; its keys are ${keys.join(', ')}` : 'write {key: value}';
}

function wrongType(issue: Issue & { code: 'invalid_type' }, path: SourcePath, looked: Looked): Finding {
  const { value, schema, spoken } = looked;
  if (isTextAt(schema, path))
    return {
      code: 'missing-translation',
      message: `a text in each language of the city is expected, not ${kindOf(value)}`,
      hint: `write ${blankText(spoken)}`,
    };
  const message = `${expectedNames[issue.expected] ?? issue.expected} is expected, not ${kindOf(value)}`;
  return { code: 'wrong-type', message, hint: howToWrite(issue.expected, value, keysAt(schema, path)) };
}

function wrongChoice(values: readonly unknown[], value: unknown, path: SourcePath): Finding {
  const known = values.map(String);
  const fieldType = path.at(-1) === 'type' && known.includes('long-text');
  const code = fieldType ? 'unknown-field-type' : 'wrong-value';
  return { code, message: `${kindOf(value)} is not one of the known values`, hint: didYouMean(String(value), known) };
}

function findingOf(issue: Issue, path: SourcePath, looked: Looked): Finding {
  const { value, schema } = looked;
  if (value === undefined && issue.code !== 'custom') return missing(path, looked);
  if (issue.code === 'invalid_type') return wrongType(issue, path, looked);
  if (issue.code === 'invalid_value') return wrongChoice(issue.values, value, path);
  if (issue.code === 'too_small' && isLanguage(path.at(-1))) return missing(path, looked);
  if (issue.code === 'invalid_union') return wrongChoice(literalsAt(schema, path), value, path);
  if (issue.code === 'custom' || issue.code === 'invalid_format')
    return { code: 'wrong-value', message: `${kindOf(value)}: ${issue.message}` };
  return { code: 'wrong-value', message: issue.message };
}

/** Whether a text lacks a language that the city does not speak: completed from the others once these are there. */
const isUnspoken = (path: SourcePath, { schema, spoken }: Looked): boolean => {
  const language = path.at(-1);
  return isLanguage(language) && !spoken.includes(language) && isTextAt(schema, path.slice(0, -1));
};

/** The value of a file in the shape its schema promises, or undefined with findings that name line, column and cure. */
export function readShape(schema: z.ZodType, origin: Origin, findings: Findings): unknown {
  const { value, spoken } = origin.source;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const { issue, path } of flat(parsed.error.issues)) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const hint = didYouMean(key, keysAt(schema, path));
        findings.error(origin, [...path, key], {
          code: 'unknown-key',
          message: `${key} is not known here`,
          hint,
          on: 'key',
        });
      }
      continue;
    }
    const looked = { value: valueAt(value, path), schema, spoken };
    if (!isUnspoken(path, looked)) findings.error(origin, path, findingOf(issue, path, looked));
  }
  return undefined;
}
