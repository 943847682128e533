import { Hono } from 'hono';
import { cpsvOf } from '#modules/catalogue/index.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../app.ts';

/**
 * `/catalogue/services`: the catalogue as linked data (JSON-LD by CPSV-AP 3.2) for whoever asks for it; a person is led
 * to the start page. An answer somebody has already is not sent again.
 */
export function linkedRoutes({ catalogue, config }: App): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  routes.get('/catalogue/services', (c) => {
    c.header('Vary', 'Accept');
    if (!/application\/(ld\+)?json/.test(c.req.header('accept') ?? '')) return c.redirect('/', 303);
    const etag = `"${catalogue.packVersion}.cpsv"`;
    c.header('ETag', etag);
    c.header('Cache-Control', 'public, no-cache');
    if (c.req.header('if-none-match') === etag) return c.body(null, 304);
    c.header('Content-Type', 'application/ld+json');
    return c.body(JSON.stringify(cpsvOf(catalogue.current, config.publicUrl)));
  });
  return routes;
}
