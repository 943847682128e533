/** Something the user can fix: which field, which rule, and the values its text names. */
export type FieldError = Readonly<{
  /** Path of the field as its form control is named, for example `applicant.phone`. */
  field: string;
  /** Code of the message, for example `forms/required`; its texts stand in the message catalogue. */
  code: string;
  params?: Readonly<Record<string, string | number>>;
}>;

/** Outcome of a step whose failure the user can fix. Anything else is a `Problem` or an error. */
export type Result<T, E = readonly FieldError[]> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; error: E }>;

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });
export const failed = <E>(error: E): Result<never, E> => ({ ok: false, error });
