import { z } from 'zod';
import type { Language } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import { type ProblemCatalogue, problemText } from './problem-catalogue.ts';
import { validationText } from './validation-texts.ts';

/** One wrong field: where it stands in the body (RFC 6901 pointer as a URI fragment) and what is wrong. */
export const ProblemError = z.object({
  pointer: z.string(),
  detail: z.string(),
  code: z.string(),
});
export type ProblemError = z.infer<typeof ProblemError>;

/** An error answer of the API (RFC 9457); also the schema for its description. */
export const ProblemDetails = z.object({
  type: z.string().describe('URI reference of the kind of problem: /problems/ and the code'),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().describe('What to do'),
  instance: z.string().describe('URN of this occurrence; holds the request id'),
  code: z.string(),
  requestId: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  errors: z.array(ProblemError).optional(),
});
export type ProblemDetails = z.infer<typeof ProblemDetails>;

export const problemMediaType = 'application/problem+json';

/** A JSON Pointer as a URI fragment, as the examples of RFC 9457 write it: `#/applicant/phone`. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  `#${path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;

/** Zod leaves out what was sent; that nothing was sent stands in its message only. */
const isMissing = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && issue.message.endsWith('received undefined');

/** The wrong fields of a body that a schema refused. */
export function errorsOf(error: z.ZodError, language: Language): ProblemError[] {
  return error.issues.map((issue) => {
    const code = isMissing(issue) ? 'missing' : issue.code;
    return { pointer: pointerTo(issue.path), detail: validationText(code, language), code };
  });
}

type Occurrence = Readonly<{
  catalogue: ProblemCatalogue;
  language: Language;
  requestId: string;
  errors?: readonly ProblemError[];
}>;

/** A problem as the API writes it. Texts in the language of the request, the code for programs. */
export function problemDetails(
  problem: Problem,
  { catalogue, language, requestId, errors }: Occurrence,
): ProblemDetails {
  const { status, title, whatToDo } = problemText(catalogue, problem, language);
  const hasParams = Object.keys(problem.params).length > 0;
  return {
    type: `/problems/${problem.code}`,
    title,
    status,
    detail: whatToDo,
    instance: `urn:berdem:request:${requestId}`,
    code: problem.code,
    requestId,
    ...(hasParams ? { params: problem.params } : {}),
    ...(errors ? { errors: [...errors] } : {}),
  };
}

/** The problem that stands for a failure of ours. */
export const failure = (requestId: string): Problem => new Problem('http/failure', { requestId });
