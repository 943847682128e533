import { z } from '@hono/zod-openapi';
import { Localized } from '#kernel/language.ts';
import { ProblemDetails } from '#platform/http/index.ts';

/** RFC 9457 problem details, with the mistakes of single fields as JSON Pointers. */
const ProblemShape = z.object(ProblemDetails.shape).openapi('Problem');

export const LocalizedText = z.object(Localized.shape).openapi('Localized');

/** Answers with a problem, by status. */
export const problems = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: problemWords[status] ?? 'Refused.',
        content: { 'application/problem+json': { schema: ProblemShape } },
      },
    ]),
  );

const problemWords: Record<number, string> = {
  400: 'The request cannot be read.',
  401: 'Sign in first.',
  403: 'Not allowed.',
  404: 'There is no such thing, or it is not yours.',
  406: 'It does not come in a form that Accept allows.',
  409: 'Something changed meanwhile.',
  413: 'The request is too large.',
  422: 'Something has to be put right.',
  429: 'Too many requests.',
};

/** A JSON body of a schema. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

/** A required JSON body, with an example that fits it. */
export const body = <T extends z.ZodType>(schema: T, example: z.input<T>) => ({
  content: { 'application/json': { schema, example } },
  required: true,
});

/** Answers to a body that cannot be used, whatever the route. */
export const bodyProblems = [400, 403, 413, 422] as const;

export const IdParam = z.object({ id: z.uuid() });
