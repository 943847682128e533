import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../../app.ts';
import { json, LocalizedText } from './shapes.ts';

const ServiceSummary = z
  .object({
    id: z.string(),
    row: z.number().int().optional(),
    name: LocalizedText,
    summary: LocalizedText,
    department: z.string(),
  })
  .openapi('ServiceSummary');

const SituationSummary = z
  .object({ id: z.string(), name: LocalizedText, summary: LocalizedText, services: z.array(z.string()) })
  .openapi('SituationSummary');

const listServices = createRoute({
  method: 'get',
  path: '/services',
  summary: 'Services of the city',
  tags: ['Catalogue'],
  responses: { 200: json(z.object({ services: z.array(ServiceSummary) }), 'All services in force.') },
});

const listSituations = createRoute({
  method: 'get',
  path: '/situations',
  summary: 'Life situations with the services they may need',
  tags: ['Catalogue'],
  responses: { 200: json(z.object({ situations: z.array(SituationSummary) }), 'All situations.') },
});

/** What the city offers. */
export function catalogueRoutes({ catalogue }: App): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>()
    .openapi(listServices, (c) =>
      c.json(
        {
          services: catalogue.current.services.map(({ id, row, name, summary, department }) => ({
            id,
            ...(row ? { row } : {}),
            name,
            summary,
            department,
          })),
        },
        200,
      ),
    )
    .openapi(listSituations, (c) =>
      c.json(
        {
          situations: catalogue.current.situations.map(({ id, name, summary, items }) => ({
            id,
            name,
            summary,
            services: items.flatMap((item) => ('service' in item ? [item.service] : [])),
          })),
        },
        200,
      ),
    );
}
