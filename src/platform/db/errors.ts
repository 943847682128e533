/** SQLSTATE codes (PostgreSQL manual, appendix A). */
const uniqueViolation = '23505';
const noDataFound = 'P0002';
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

/** The role has no right to do it (42501, insufficient_privilege). */
export const isForbidden = (error: unknown): boolean => field(error, 'code') === '42501';

/** `platform.refuse_unless` undid the statement: what it rests on was not so any more. */
export const isRefused = (error: unknown): boolean => field(error, 'code') === noDataFound;

/**
 * A text with a character that no text of the database may hold: NUL, or half of a surrogate pair. Nobody types them;
 * programs that try doors do.
 */
export const isUnstorableText = (error: unknown): boolean =>
  ['22021' /* character_not_in_repertoire */, '22P05' /* untranslatable_character */].includes(
    String(field(error, 'code')),
  );

/** The same transaction may succeed if run again: it lost against another one. */
export const mayBeRepeated = (error: unknown): boolean => repeatable.has(String(field(error, 'code')));
