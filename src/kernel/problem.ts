/** Values a problem's text may name. Personal data never goes here: codes and parameters are logged. */
export type ProblemParams = Readonly<Record<string, string | number | boolean>>;

/**
 * "The rules refuse": an expected failure with a stable code `module/what-is-wrong`.
 * The code's HTTP status and texts stand in the problem catalogue (`src/platform/http/problem-catalogue.ts`).
 */
export class Problem extends Error {
  readonly code: string;
  readonly params: ProblemParams;

  constructor(code: string, params: ProblemParams = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.params = params;
  }
}
