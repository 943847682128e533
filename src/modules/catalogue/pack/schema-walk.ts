import { z } from 'zod';
import { languages } from '#kernel/language.ts';
import type { SourcePath } from './source.ts';

/** The schema under wrappers that say only "may be absent", or how a value is kept once it is read. */
function bare(schema: unknown): unknown {
  if (schema instanceof z.ZodPipe) return bare(schema.in);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return bare(schema.unwrap());
  }
  return schema;
}

/** The schemas that may describe one step below `schema`: several where a union stands. */
function below(schema: unknown, step: string | number): unknown[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodObject) {
    const shape: Record<string, unknown> = inner.shape;
    return Object.hasOwn(shape, step) ? [shape[step]] : [];
  }
  if (inner instanceof z.ZodArray) return typeof step === 'number' ? [inner.element] : [];
  if (inner instanceof z.ZodRecord) return [inner.valueType];
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option: unknown) => below(option, step));
  return [];
}

/** All schemas that may describe the value at `path`. */
function schemasAt(schema: unknown, path: SourcePath): unknown[] {
  return path.reduce<unknown[]>((found, step) => found.flatMap((each) => below(each, step)), [schema]).map(bare);
}

/** The keys an object at `path` may have. */
export function keysAt(schema: unknown, path: SourcePath): string[] {
  const keysOf = (found: unknown): string[] => {
    const inner = bare(found);
    if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
    return inner instanceof z.ZodUnion ? inner.options.flatMap(keysOf) : [];
  };
  return [...new Set(schemasAt(schema, path).flatMap(keysOf))];
}

/** The fixed values the branches of a union allow at `path`, for example the kinds of a step. */
export function literalsAt(schema: unknown, path: SourcePath): string[] {
  return schemasAt(schema, path).flatMap((found) =>
    found instanceof z.ZodLiteral ? [...found.values].map(String) : [],
  );
}

/** Whether a text in all languages is expected at `path`. */
export function isTextAt(schema: unknown, path: SourcePath): boolean {
  return schemasAt(schema, path).some((found) => {
    // Compared by shape: a described schema is another object than the kernel's.
    if (!(found instanceof z.ZodObject)) return false;
    const parts = Object.entries<unknown>(found.shape);
    return (
      parts.length === languages.length && languages.every((language) => found.shape[language] instanceof z.ZodString)
    );
  });
}
