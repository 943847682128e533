/** SQLSTATE codes (PostgreSQL manual, appendix A). */
const uniqueViolation = '23505';
const repeatable = new Set([
  '40001' /* serialization_failure */,
  '40P01' /* deadlock_detected */,
  'journal/changed-meanwhile' /* somebody wrote the state that was read */,
]);

const field = (error: unknown, name: 'code' | 'constraint'): unknown =>
  error instanceof Error && name in error ? (error as Error & Record<string, unknown>)[name] : undefined;

/** Somebody already has that value; `constraint` narrows it to one unique index or key by its name. */
export const isUniqueViolation = (error: unknown, constraint?: string): boolean =>
  field(error, 'code') === uniqueViolation && (constraint === undefined || field(error, 'constraint') === constraint);

/** The same transaction may succeed if run again: it lost against another one. */
export const mayBeRepeated = (error: unknown): boolean => repeatable.has(String(field(error, 'code')));
