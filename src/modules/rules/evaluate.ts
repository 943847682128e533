import { type Atom, type Compiled, compileOnce, type FeelWarning } from './expression.ts';
import type { RuleContext } from './feel-name.ts';

/** Outcome of a calculation: its value and what it rests on. */
export type Evaluation = Readonly<{
  /** JSON value; null when FEEL has none. */
  value: unknown;
  /** Full names read. */
  reads: readonly string[];
  /** Those of them that have no value in the context. */
  missing: readonly string[];
  warnings: readonly string[];
}>;

/** Whether a condition holds. `unknown`: it depends on an answer that is not there yet. */
export type Truth = 'yes' | 'no' | 'unknown';

function valueAt(context: RuleContext, name: string): unknown {
  let value: unknown = context;
  for (const part of name.split('.')) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Object.hasOwn(value, part) ? (value as Record<string, unknown>)[part] : undefined;
  }
  return value;
}

const missingOf = (reads: readonly string[], context: RuleContext): string[] =>
  reads.filter((name) => valueAt(context, name) == null);

/** Throws on an expression that is not FEEL: packs are checked before they are loaded, so this is a mistake of ours. */
function compiledOf(source: string): Compiled {
  const result = compileOnce(source);
  if (result.ok) return result.value;
  throw new Error(`not FEEL: ${source} (${result.error.message} at ${result.error.from})`);
}

function call(
  { expression, call, warnings }: Compiled,
  context: RuleContext,
): { value: unknown; warnings: FeelWarning[] } {
  warnings.length = 0;
  const value: unknown = call.invoke(expression.roots.map((root) => valueAt(context, root) ?? null));
  return { value, warnings };
}

/**
 * Evaluates a FEEL expression. Plain FEEL: a missing name is null and leaves a warning.
 * For conditions use `isTrue`, which keeps "not answered yet" apart from "no".
 */
export function evaluate(expression: string, context: RuleContext): Evaluation {
  const compiled = compiledOf(expression);
  const { reads } = compiled.expression;
  const { value, warnings } = call(compiled, context);
  return { value, reads, missing: missingOf(reads, context), warnings: warnings.map(({ message }) => message) };
}

/** The source with every atom that reads a missing name replaced by null; length changes do not matter any more. */
function withoutMissing(source: string, atoms: readonly Atom[], missing: readonly string[]): string {
  let text = source;
  for (const atom of atoms.toReversed()) {
    const undecided = !atom.asksForAbsence && atom.reads.some((name) => missing.includes(name));
    if (undecided) text = `${text.slice(0, atom.from)}null${text.slice(atom.to)}`;
  }
  return text;
}

/**
 * Whether a condition holds, in Kleene's three values: an atom that reads a missing answer is unknown, even where FEEL
 * would call it false (`null = "own"`); `and`, `or`, `not` follow. `x = null` asks about absence itself and is decided.
 * A value that is neither true nor false is unknown too.
 */
export function isTrue(condition: string, context: RuleContext): Truth {
  const compiled = compiledOf(condition);
  const { reads, atoms, source } = compiled.expression;
  const missing = missingOf(reads, context);
  const decidable = missing.length === 0 ? compiled : compiledOf(withoutMissing(source, atoms, missing));
  const { value } = call(decidable, context);
  if (value === true) return 'yes';
  return value === false ? 'no' : 'unknown';
}
