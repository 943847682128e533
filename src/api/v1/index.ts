import { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import type { HttpEnv, RateLimiter } from '#platform/http/index.ts';
import type { App } from '../../app.ts';
import { applicationRoutes } from './applications.ts';
import { catalogueRoutes } from './catalogue.ts';
import { draftRoutes } from './drafts.ts';
import { publicRoutes } from './public.ts';

/** The API for programs, version 1, described by its own OpenAPI 3.1 document at `/api/v1/openapi.json`. */
export function apiRoutes(app: App, limiter: Pick<RateLimiter, 'rateLimit'>): OpenAPIHono<HttpEnv> {
  const api = new OpenAPIHono<HttpEnv>({
    // One way to tell mistakes: problem+json, made where all errors are (src/platform/http).
    defaultHook: (result) => {
      if (!result.success) throw new z.ZodError(result.error.issues);
    },
  });
  api.use('/applications', limiter.rateLimit('filing'));
  api.use('/track/*', limiter.rateLimit('tracking'));
  api.route('/', catalogueRoutes(app));
  api.route('/', draftRoutes(app));
  api.route('/', applicationRoutes(app));
  api.route('/', publicRoutes(app));
  api.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Berdem',
      version: '1',
      description: `Services of ${app.catalogue.current.city.name.en}: situations, drafts, applications and their public confirmation.`,
      license: { name: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1' }],
  });
  return api;
}
