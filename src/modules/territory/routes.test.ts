import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpEnv, respondToError } from '#platform/http/index.ts';
import { testDatabase } from '#tests/support/database.ts';
import { createTerritory, importLayers } from './index.ts';
import { problems } from './problems.ts';
import { territoryRoutes } from './routes.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
const http = new Hono<HttpEnv>();
http.use(async (c, next) => {
  c.set('language', 'tt');
  c.set('requestId', 'request');
  await next();
});
http.onError(respondToError(problems));

beforeAll(async () => {
  database = await testDatabase();
  await importLayers(database.db, join(import.meta.dirname, '../../../cities/kazan'));
  http.route('/', territoryRoutes(createTerritory(database)));
});
afterAll(() => database.close());

const get = (path: string, headers: Record<string, string> = {}) => http.request(path, { headers });
const query = (values: Record<string, string>) => new URLSearchParams(values).toString();
/** The tile over the Kremlin. */
const tile = '15/20853/10238.mvt';

describe('the map over HTTP', () => {
  test('a tile the client has unchanged is not sent again', async () => {
    const first = await get(`/map/tiles/parcels,streets/${tile}`);
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(1000);
    const tag = first.headers.get('etag') ?? '';
    const again = await get(`/map/tiles/parcels,streets/${tile}`, { 'if-none-match': `W/${tag}, "other"` });
    expect(again.status).toBe(304);
    expect((await get(`/map/tiles/parcels/${tile}`)).headers.get('etag')).not.toBe(tag);
  });

  test('a tile asked for by the stamp of its layers may be kept for a year, any other only with asking again', async () => {
    const style = await (await get('/map/style.json')).json();
    const template: string = style.sources.base.tiles[0];
    const path = new URL(template.replace('{z}/{x}/{y}.mvt', tile)).pathname + new URL(template).search;
    expect((await get(path)).headers.get('cache-control')).toContain('immutable');
    expect((await get(`/map/tiles/parcels/${tile}?v=old`)).headers.get('cache-control')).toBe('no-cache');
  });

  test('the style speaks the asked language and draws nothing from elsewhere', async () => {
    const style = await (await get('/map/style.json?in=en&theme=dark')).json();
    const text = JSON.stringify(style);
    expect(text).toContain('name_en');
    expect(text).not.toContain('name_ru');
    expect(text.match(/https?:\/\/[^/"]+/g)?.every((host) => host === 'http://localhost')).toBe(true);
    expect(style.glyphs).toBeUndefined();
    expect(style.metadata['berdem:synthetic']).toBe(true);
  });

  test('a click gives the plot, and a problem that says what to do where there is none', async () => {
    const found = await get('/map/search?text=16:50:011121:15');
    const [{ outline }] = await found.json();
    const [lon, lat] = outline.coordinates[0][0];
    expect((await (await get(`/map/parcel?lon=${lon}&lat=${lat}`)).json()).cadastralNumber).toMatch(/^16:50:0111/);
    const none = await get('/map/parcel?lon=49.06&lat=55.75');
    expect(none.status).toBe(404);
    expect(await none.json()).toMatchObject({ code: 'territory/no-parcel-here', title: 'Бу ноктада кишәрлек юк' });
  });

  test('a drawn outline comes back made fit, with its facts', async () => {
    const outline = '55.7950 49.1150; 55.7950 49.1160; 55.7955 49.1160; 55.7955 49.1150';
    const answer = await (await get(`/map/outline-check?${query({ outline })}`)).json();
    expect(answer.outline.type).toBe('Polygon');
    expect(answer.facts.district.id).toBe('vakhitovsky');
    const place = await (await get(`/map/place?${query({ outline })}`)).json();
    expect(place).toEqual(answer.facts);
  });

  test.each([
    ['/map/tiles/clouds/15/1/1.mvt', 404, 'territory/unknown-layer'],
    ['/map/tiles/parcels/15/40000/1.mvt', 400, 'territory/request-unreadable'],
    ['/map/tiles/parcels/30/1/1.mvt', 400, 'territory/request-unreadable'],
    ['/map/tiles/parcels/15/1/1.png', 400, 'territory/request-unreadable'],
    ["/map/tiles/parcels'/15/1/1.mvt", 400, 'territory/request-unreadable'],
    ['/map/style.json?theme=pink', 400, 'territory/request-unreadable'],
    ['/map/parcel?lon=north&lat=1', 400, 'territory/request-unreadable'],
    ['/map/place?cadastralNumber=16:50:1:1', 422, 'territory/unknown-parcel'],
    ['/map/place', 422, 'territory/unknown-address'],
    [
      `/map/outline-check?${query({ outline: '55.79 49.12; 55.80 49.13; 55.79 49.13; 55.80 49.12' })}`,
      422,
      'territory/outline-crosses-itself',
    ],
    ['/map/outline-check', 422, 'territory/outline-unreadable'],
  ])('bad input gets a problem, not a failure: %s', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect({ status: answer.status, code: (await answer.json()).code }).toEqual({ status, code });
  });
});
