import { z } from '@hono/zod-openapi';
import { Localized } from '#kernel/language.ts';

/** RFC 9457 problem details, with the mistakes of single fields as JSON Pointers. */
export const ProblemDetails = z
  .object({
    type: z.string().describe('Stable address of the kind of problem: /problems/<code>.'),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().describe('What the caller can do.'),
    instance: z.string().optional(),
    requestId: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() }).partial()).optional(),
  })
  .openapi('Problem');

export const LocalizedText = z.object(Localized.shape).openapi('Localized');

/** Answers with a problem, by status. */
export const problems = (...statuses: number[]) =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: problemWords[status] ?? 'Refused.',
        content: { 'application/problem+json': { schema: ProblemDetails } },
      },
    ]),
  );

const problemWords: Record<number, string> = {
  401: 'Sign in first.',
  403: 'Not allowed.',
  404: 'There is no such thing, or it is not yours.',
  409: 'Something changed meanwhile.',
  422: 'Something has to be put right.',
  429: 'Too many requests.',
};

/** A JSON body of a schema. */
export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const IdParam = z.object({ id: z.uuid() });
