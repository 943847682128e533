import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { Problem } from '#kernel/problem.ts';
import { cpsvOf, type LinkedCatalogue, partOfCatalogue, prefixes } from '#modules/catalogue/index.ts';
import { type HttpEnv, preferredType } from '#platform/http/index.ts';
import { nTriplesOf, turtleOf } from '#platform/rdf/index.ts';
import type { App } from '../app.ts';

/** The forms in which the catalogue is given; the first is given to whoever has no wish. */
export const linkedForms = {
  'application/ld+json': { type: 'application/ld+json', write: async (one: LinkedCatalogue) => JSON.stringify(one) },
  'text/turtle': { type: 'text/turtle; charset=utf-8', write: (one: LinkedCatalogue) => turtleOf(one, prefixes) },
  'application/n-triples': { type: 'application/n-triples', write: (one: LinkedCatalogue) => nTriplesOf(one) },
};
type LinkedForm = keyof typeof linkedForms;
const forms = Object.keys(linkedForms) as LinkedForm[];

/** Pages where people read what programs read here. */
const pageOf = (path: string): string | undefined =>
  path === '/catalogue/services' ? '/' : /^\/catalogue(\/(?:services|situations)\/[^/]+)$/.exec(path)?.[1];

/**
 * `/catalogue/services` and the address of every thing in it: linked data by CPSV-AP 3.2 in the form that Accept asks
 * for; whoever prefers a page is led to it. An answer somebody has already is not sent again.
 */
export function linkedRoutes({ catalogue, config }: App): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  let kept: { version: string; whole: LinkedCatalogue; written: Map<LinkedForm, Promise<string>> } | undefined;
  /** The catalogue in force, with the forms it was written in: each is written once. */
  const inForce = () => {
    const version = catalogue.packVersion;
    if (kept?.version !== version)
      kept = { version, whole: cpsvOf(catalogue.current, config.publicUrl), written: new Map() };
    return kept;
  };
  const wholeIn = (form: LinkedForm): Promise<string> => {
    const { whole, written } = inForce();
    const text = written.get(form) ?? linkedForms[form].write(whole);
    written.set(form, text);
    return text;
  };
  routes.get('/catalogue/*', async (c) => {
    const { pathname } = new URL(c.req.url);
    const isWhole = pathname === '/catalogue/services';
    const part = isWhole ? undefined : partOfCatalogue(inForce().whole, `${config.publicUrl}${pathname}`);
    if (!isWhole && part === undefined) return c.notFound();
    c.header('Vary', 'Accept');
    const page = pageOf(pathname);
    const form = preferredType(c.req.header('accept'), page === undefined ? forms : [...forms, 'text/html' as const]);
    if (form === undefined) throw new Problem('http/not-acceptable', { types: forms.join(', ') });
    if (form === 'text/html') return c.redirect(page ?? '/', 303);
    return unlessKnown(c, form, part ? await linkedForms[form].write(part) : await wholeIn(form));
  });
  return routes;
}

/** The answer, or word that the asker has this very text already (RFC 9110, section 13.1.2). */
function unlessKnown(c: Context<HttpEnv>, form: LinkedForm, text: string): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', 'public, no-cache');
  // Open data: pages of other sites may read it.
  c.header('Access-Control-Allow-Origin', '*');
  c.header('Cross-Origin-Resource-Policy', 'cross-origin');
  const known = (c.req.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return c.body(null, 304);
  c.header('Content-Type', linkedForms[form].type);
  return c.body(text);
}
