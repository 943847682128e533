import type { z } from 'zod';
import { languages } from '#kernel/language.ts';
import { didYouMean, type Finding, type Findings, type Origin } from './pack-error.ts';
import { isTextAt, keysAt, literalsAt } from './schema-walk.ts';
import type { SourcePath } from './source.ts';

type Issue = z.core.$ZodIssue;

const languageNames: Readonly<Record<string, string>> = { ru: 'Russian', tt: 'Tatar', en: 'English' };

const isLanguage = (step: unknown): step is string => languages.some((language) => language === step);

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

function missing(path: SourcePath, schema: unknown): Finding {
  const key = path.at(-1);
  const parent = path.slice(0, -1);
  if (isLanguage(key) && isTextAt(schema, parent)) {
    return {
      code: 'missing-translation',
      message: `the ${languageNames[key]} text (${key}) is missing`,
      hint: 'every text has ru, tt and en',
    };
  }
  const isText = isTextAt(schema, path);
  if (key === 'text' && path.includes('grounds')) return groundWithoutText;
  return {
    code: 'missing-key',
    message: `${key} is missing`,
    hint: isText ? `add ${key}: {ru: …, tt: …, en: …}` : `add ${key}: …`,
  };
}

const groundWithoutText: Finding = {
  code: 'ground-without-text',
  message: 'the ground has no text',
  hint: 'a refusal is explained to the applicant in words: add text: {ru: …, tt: …, en: …}',
};

function wrongType(issue: Issue & { code: 'invalid_type' }, value: unknown, isText: boolean): Finding {
  const expected = expectedNames[issue.expected] ?? issue.expected;
  const message = `${expected} is expected, not ${kindOf(value)}`;
  if (isText)
    return {
      code: 'missing-translation',
      message: `a text in three languages is expected, not ${kindOf(value)}`,
      hint: 'write {ru: …, tt: …, en: …}',
    };
  if (issue.expected === 'string' && typeof value === 'number')
    return { code: 'wrong-type', message, hint: `put it in quotes: "${value}"` };
  return { code: 'wrong-type', message };
}

function wrongChoice(values: readonly unknown[], value: unknown, path: SourcePath): Finding {
  const known = values.map(String);
  const fieldType = path.at(-1) === 'type' && known.includes('long-text');
  const code = fieldType ? 'unknown-field-type' : 'wrong-value';
  return { code, message: `${kindOf(value)} is not one of the known values`, hint: didYouMean(String(value), known) };
}

function findingOf(issue: Issue, path: SourcePath, { value, schema }: { value: unknown; schema: unknown }): Finding {
  const isText = isTextAt(schema, path);
  if (value === undefined && issue.code !== 'custom') return missing(path, schema);
  if (issue.code === 'invalid_type') return wrongType(issue, value, isText);
  if (issue.code === 'invalid_value') return wrongChoice(issue.values, value, path);
  if (issue.code === 'too_small' && isLanguage(path.at(-1))) return missing(path, schema);
  if (issue.code === 'invalid_union') return wrongChoice(literalsAt(schema, path), value, path);
  if (issue.code === 'custom' || issue.code === 'invalid_format')
    return { code: 'wrong-value', message: `${kindOf(value)}: ${issue.message}` };
  return { code: 'wrong-value', message: issue.message };
}

/** The value of a file in the shape its schema promises, or undefined with findings that name line, column and cure. */
export function readShape(schema: z.ZodType, origin: Origin, findings: Findings): unknown {
  const { value } = origin.source;
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
    } else findings.error(origin, path, findingOf(issue, path, { value: valueAt(value, path), schema }));
  }
  return undefined;
}
