import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { FileApplication } from '#modules/applications/index.ts';
import { sealDerivation } from '#modules/calendar/index.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../../app.ts';
import { body, bodyProblems, IdParam, json, LocalizedText, problems } from './shapes.ts';

const Filed = z
  .object({
    id: z.uuid(),
    number: z.string(),
    filedAt: z.iso.datetime(),
    receivedOn: z.iso.date().describe('Legal date of receipt.'),
    endsOn: z.iso.date(),
    digest: z.string().describe('SHA-256 of what was filed, hexadecimal.'),
  })
  .openapi('FiledApplication');

const Part = z.object({
  key: z.string(),
  kind: z.string(),
  name: LocalizedText,
  ownerId: z.string(),
  status: z.string(),
  caseNumber: z.string().optional(),
  since: z.string().optional(),
  dueOn: z.iso.date().optional(),
  derivation: z
    .unknown()
    .optional()
    .describe('Why the date is what it is, sealed; `berdem deadline verify` recomputes it.'),
});
const Followed = Filed.omit({ id: true })
  .extend({ applicationId: z.uuid(), parts: z.array(Part) })
  .openapi('FollowedApplication');

const file = createRoute({
  method: 'post',
  path: '/applications',
  summary: 'File a draft',
  description: 'Idempotent: filing the same draft again gives the same application.',
  tags: ['Applications'],
  request: { body: body(FileApplication, { draftId: '0193a1f0-0000-7000-8000-000000000001', language: 'ru' }) },
  responses: {
    201: json(Filed, 'The application; every department has its case.'),
    ...problems(401, 404, 409, 429, ...bodyProblems),
  },
});

const follow = createRoute({
  method: 'get',
  path: '/applications/{id}',
  summary: 'Where every part of an application stands',
  tags: ['Applications'],
  request: { params: IdParam },
  responses: { 200: json(Followed, 'The application with its parts.'), ...problems(401, 404, 422) },
});

/** Filing and following. */
export function applicationRoutes({ applications }: App): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>()
    .openapi(file, async (c) => {
      const filed = await applications.file(c.var.actor, c.req.valid('json'));
      const { id, number, filedAt, receivedOn, endsOn, digest } = filed;
      return c.json({ id, number, filedAt, receivedOn, endsOn, digest }, 201);
    })
    .openapi(follow, async (c) => {
      const { applicationId, number, filedAt, receivedOn, endsOn, digest, parts } = await applications.follow(
        c.var.actor,
        c.req.valid('param').id,
      );
      return c.json({ applicationId, number, filedAt, receivedOn, endsOn, digest, parts: parts.map(partOf) }, 200);
    });
}

type FollowedPart = Awaited<ReturnType<App['applications']['follow']>>['parts'][number];

const partOf = ({ key, kind, name, ownerId, status, caseNumber, since, due }: FollowedPart): z.infer<typeof Part> => ({
  key,
  kind,
  name,
  ownerId,
  status,
  ...(caseNumber ? { caseNumber } : {}),
  ...(since ? { since } : {}),
  ...(due ? { dueOn: due.on, derivation: sealDerivation(due.derivation) } : {}),
});
