import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { Language } from '#kernel/language.ts';
import { Problem } from '#kernel/problem.ts';
import type { FieldError, Result } from '#kernel/result.ts';
import type { HttpEnv } from '#platform/http/env.ts';
import type { Territory } from './index.ts';
import { mapStyle } from './map-style.ts';
import type { NamedPlace } from './places.ts';
import { deepestZoom } from './tiles.ts';

const Degrees = z.object({ lon: z.coerce.number().min(-180).max(180), lat: z.coerce.number().min(-90).max(90) });
const TilePath = z.object({
  layers: z
    .string()
    .regex(/^[a-z0-9-]+(,[a-z0-9-]+){0,31}$/)
    .transform((list) => list.split(',')),
  z: z.coerce.number().int().min(0).max(deepestZoom),
  x: z.coerce.number().int().min(0),
  y: z
    .string()
    .regex(/^\d+\.mvt$/)
    .transform((name) => Number(name.slice(0, -4))),
});
const StyleQuery = z.object({ in: Language.optional(), theme: z.enum(['light', 'dark']).default('light') });
const PlaceQuery = z.object({
  cadastralNumber: z.string().max(60).optional(),
  address: z.string().max(200).optional(),
  outline: z.string().max(40_000).optional(),
  lon: z.string().optional(),
  lat: z.string().optional(),
});
const SearchQuery = z.object({ text: z.string().max(200), limit: z.coerce.number().int().min(1).max(50).default(10) });

/** Parses what a request says, or refuses it naming the parameter. */
function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Problem('territory/request-unreadable', { parameter: String(parsed.error.issues[0]?.path[0] ?? 'query') });
}

/** The value, or its first error as a problem: the catalogue has the same codes for both. */
function valueOrProblem<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const [{ code, params }] = result.error as [FieldError];
  throw new Problem(code, params ?? {});
}

/** Answers with an entity tag, or "not modified" if the client has it (RFC 9110, section 13.1.2). */
function withTag(
  c: Context<HttpEnv>,
  tag: string,
  body: () => Response | Promise<Response>,
): Response | Promise<Response> {
  c.header('ETag', tag);
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  return known?.includes(tag) ? c.body(null, 304) : body();
}

/** Map data is open: other sites may read it. */
function open(c: Context<HttpEnv>): void {
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
}

/**
 * The map over HTTP, under `/map`: `tiles/:layers/:z/:x/:y.mvt` (one layer or several with commas between),
 * `style.json`, `layers.json`, `parcel`, `place`, `search`, `outline-check`. All of it is read only and public.
 */
export function territoryRoutes(territory: Territory): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>().basePath('/map');
  routes.get('/tiles/:layers/:z/:x/:y', (c) => tile(c, territory));
  routes.get('/style.json', (c) => style(c, territory));
  routes.get('/layers.json', async (c) => {
    open(c);
    c.header('Cache-Control', 'no-cache');
    return c.json(await territory.layers());
  });
  routes.get('/parcel', async (c) => {
    const { lon, lat } = parse(Degrees, c.req.query());
    const parcel = await territory.parcelAt(lon, lat);
    if (!parcel) throw new Problem('territory/no-parcel-here');
    return c.json(parcel);
  });
  routes.get('/place', async (c) => c.json(valueOrProblem(await territory.findPlace(namedPlace(c)))));
  routes.get('/search', async (c) => {
    const { text, limit } = parse(SearchQuery, c.req.query());
    return c.json(await territory.searchAddress(text, limit));
  });
  routes.get('/outline-check', async (c) => {
    const outline = valueOrProblem(await territory.checkOutline(parse(PlaceQuery, c.req.query()).outline));
    return c.json({ outline, facts: await territory.placeFacts({ outline }) });
  });
  return routes;
}

function namedPlace(c: Context<HttpEnv>): NamedPlace {
  const { lon, lat, ...named } = parse(PlaceQuery, c.req.query());
  if (lon === undefined && lat === undefined) return named;
  const point = parse(Degrees, { lon, lat });
  return { point: [point.lon, point.lat] };
}

async function tile(c: Context<HttpEnv>, territory: Territory): Promise<Response> {
  const { layers, z: zoom, x, y } = parse(TilePath, c.req.param());
  if (x >= 2 ** zoom || y >= 2 ** zoom) throw new Problem('territory/request-unreadable', { parameter: 'x' });
  const stamp = await territory.tileStamp(layers);
  open(c);
  // An address with the stamp of what it shows never shows anything else.
  c.header('Cache-Control', c.req.query('v') === stamp ? 'public, max-age=31536000, immutable' : 'no-cache');
  return withTag(c, `"${stamp}"`, async () => {
    c.header('Content-Type', 'application/vnd.mapbox-vector-tile');
    return c.body(new Uint8Array(await territory.tile(layers, zoom, x, y)));
  });
}

async function style(c: Context<HttpEnv>, territory: Territory): Promise<Response> {
  const { in: asked, theme } = parse(StyleQuery, c.req.query());
  const [layers, bounds, names] = await Promise.all([territory.layers(), territory.bounds(), territory.namedPoints()]);
  const base = `${c.var.caller?.origin ?? new URL(c.req.url).origin}/map`;
  const text = JSON.stringify(
    mapStyle(layers, { language: asked ?? c.var.language ?? 'ru', theme, base, bounds, names }),
  );
  open(c);
  c.header('Cache-Control', 'no-cache');
  return withTag(c, `"${createHash('sha256').update(text).digest('hex').slice(0, 20)}"`, () => {
    c.header('Content-Type', 'application/json; charset=utf-8');
    return c.body(text);
  });
}
