import type { ParseArgsConfig } from 'node:util';

/** What a command prints and how it ends; given so that tests can read it. */
export type Output = Readonly<{ print(line: string): void; complain(line: string): void }>;

type Options = NonNullable<ParseArgsConfig['options']>;

/** Arguments as read by `node:util` parseArgs. */
export type Given = Readonly<{
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  positionals: readonly string[];
}>;

/** One command of `berdem`: a file `tools/berdem/<name>.ts` that exports `command`. */
export type Command = Readonly<{
  /** One line for `berdem help`. */
  summary: string;
  /** After the command's name: `DIR [--json]`. */
  usage: string;
  /** Longer explanation for `berdem help NAME`. */
  explanation?: string;
  options?: Options;
  /** Does the work; the number is the exit code: 0 well, 1 something is wrong with what was looked at, 2 wrong use. */
  run(given: Given, output: Output): Promise<number>;
}>;

/** Wrong use of a command: printed without a stack. */
export class UsageError extends Error {}
