import { Hono } from 'hono';
import { territoryRoutes } from '#modules/territory/routes.ts';
import type { HttpEnv } from '#platform/http/index.ts';
import type { App } from '../app.ts';

/** Tiles, style and look-ups of the map: public, without cookies. */
export const mapRoutes = ({ territory }: App): Hono<HttpEnv> =>
  new Hono<HttpEnv>().route('/', territoryRoutes(territory));
