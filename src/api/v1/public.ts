import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { Problem } from '#kernel/problem.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../../app.ts';
import { json, LocalizedText, problems } from './shapes.ts';

const Status = z
  .object({
    number: z.string(),
    receivedOn: z.iso.date(),
    subject: LocalizedText,
    parts: z.array(
      z.object({
        number: z.string(),
        service: LocalizedText,
        department: LocalizedText,
        status: z.string(),
        dueOn: z.iso.date().optional(),
        provisional: z.boolean().optional().describe('The date relies on days whose calendar is not published yet.'),
      }),
    ),
  })
  .openapi('PublicStatus');

const Confirmation = z
  .object({
    verifyCode: z.string(),
    number: z.string(),
    issuedOn: z.iso.date(),
    outcome: z.enum(['granted', 'refused']),
    title: LocalizedText,
    service: LocalizedText,
    department: LocalizedText,
    recordNumber: z.string().optional(),
    digest: z.string().describe('SHA-256 of the signed PDF, hexadecimal.'),
    status: z.enum(['valid', 'superseded', 'revoked']),
    later: z
      .array(
        z.object({
          act: z.enum(['change', 'close']),
          on: z.iso.date(),
          number: z.string().describe('Number of the newer document.'),
        }),
      )
      .describe('What newer documents did to the register record it belongs to, the earliest first.'),
  })
  .openapi('Confirmation');

const track = createRoute({
  method: 'get',
  path: '/track/{number}',
  summary: 'Where an application stands, by its number; nothing about the person or the place',
  tags: ['Public'],
  request: { params: z.object({ number: z.string().max(60) }) },
  responses: { 200: json(Status, 'The public status.'), ...problems(404, 422, 429) },
});

const verify = createRoute({
  method: 'get',
  path: '/verify/{code}',
  summary: 'Confirm a document of the city by the code printed on it',
  tags: ['Public'],
  request: { params: z.object({ code: z.string().max(60) }) },
  responses: { 200: json(Confirmation, 'What the city confirms.'), ...problems(404, 422) },
});

/** What anybody may ask without an account. */
export function publicRoutes({ applications, documents }: App): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>()
    .openapi(track, async (c) => {
      const status = await applications.track(c.req.valid('param').number);
      if (status === undefined) throw new Problem('applications/unknown-application');
      return c.json({ ...status, parts: [...status.parts] }, 200);
    })
    .openapi(verify, async (c) => {
      const confirmation = await documents.verify(c.req.valid('param').code);
      if (confirmation === undefined) throw new Problem('documents/unknown-document');
      return c.json({ ...confirmation, later: [...confirmation.later] }, 200);
    });
}
