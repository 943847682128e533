import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { Problem } from '#kernel/problem.ts';
import type { HttpEnv, RateLimiter } from '#platform/http/index.ts';
import type { App } from '../../app.ts';
import { applicationRoutes } from './applications.ts';
import { catalogueRoutes } from './catalogue.ts';
import { draftRoutes } from './drafts.ts';
import { linkedOperations } from './linked.ts';
import { planRoutes } from './plan.ts';
import { publicRoutes } from './public.ts';

/** Bytes of a body: the longest page of a form fits many times; files go another way. */
const largestBody = 1024 * 1024;

const tooLarge = (): never => {
  throw new Problem('http/too-large', { limit: largestBody / 1024 / 1024 });
};

/** The API for programs, version 1, described by its own OpenAPI 3.1 document at `/api/v1/openapi.json`. */
export function apiRoutes(app: App, limiter: Pick<RateLimiter, 'rateLimit'>): OpenAPIHono<HttpEnv> {
  const api = new OpenAPIHono<HttpEnv>({
    // The very error: one that is newly made is no `Error`, and Hono would not hand it to its handler.
    // One way to tell mistakes: problem+json, made where all errors are (src/platform/http).
    defaultHook: (result) => {
      if (!result.success) throw result.error;
    },
  });
  api.use(bodyLimit({ maxSize: largestBody, onError: tooLarge }));
  api.use('/applications', limiter.rateLimit('filing'));
  api.use('/track/*', limiter.rateLimit('tracking'));
  api.route('/', catalogueRoutes(app));
  api.route('/', planRoutes(app));
  api.route('/', draftRoutes(app));
  api.route('/', applicationRoutes(app));
  api.route('/', publicRoutes(app));
  for (const operation of linkedOperations) api.openAPIRegistry.registerPath(operation);
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
