import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Env, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { RouterContextProvider, ServerBuild } from 'react-router';
import { Problem } from '#kernel/problem.ts';
import type { RequestValues } from '#ui/request-context.ts';

const buildFolder = join(import.meta.dirname, '../build');

/** What src/entry.server.tsx adds to React Router's own exports. */
type PagesEntry = Readonly<{ createRequestContext(values: RequestValues): RouterContextProvider }>;

const isPagesEntry = (entry: object): entry is PagesEntry => 'createRequestContext' in entry;

/**
 * Serves the built styles, fonts and scripts. Mount it first: these files need no caller, no policy of a page and no log
 * line, and headers would be a tenth of what a citizen's first page weighs.
 */
export function serveAssets<E extends Env>(http: Hono<E>): void {
  // Browsers and feed readers ask for it by this name whatever a page says.
  http.get(
    '/favicon.ico',
    serveStatic({
      path: join(import.meta.dirname, 'ui/brand/favicon.svg'),
      onFound(_path, context) {
        context.header('content-type', 'image/svg+xml');
        context.header('cache-control', 'public, max-age=86400');
      },
    }),
  );
  http.use(
    '/assets/*',
    serveStatic({
      root: join(buildFolder, 'client'),
      precompressed: true,
      // The file's name carries a hash of its content, so that it never changes.
      onFound(_path, context) {
        context.header('cache-control', 'public, max-age=31536000, immutable');
        context.header('x-content-type-options', 'nosniff');
      },
    }),
  );
}

const isSafe = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Pages are sent forms and nothing else. */
const isForm = (type = ''): boolean =>
  /^(application\/x-www-form-urlencoded\b|multipart\/form-data;.*boundary=.)/i.test(type);

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

/**
 * Puts the pages after all other routes. `valuesOf` says who asks and what the page may reach.
 * Throws when build/ is missing: run `node tools/build-pages.ts`.
 */
export async function servePages<E extends Env>(
  http: Hono<E>,
  valuesOf: (context: Context<E>) => RequestValues,
): Promise<void> {
  // React takes its slow build for developers, unless it is told otherwise before it is loaded.
  process.env.NODE_ENV ??= 'production';
  const { createRequestHandler } = await import('react-router');
  const build: ServerBuild = await import(pathToFileURL(join(buildFolder, 'server/index.js')).href);
  const entry = build.entry.module;
  if (!isPagesEntry(entry)) throw new Error('the pages were built without createRequestContext');
  const answer = createRequestHandler(build, 'production');
  http.use('*', compress());
  http.use('*', async (context, next) => {
    if (!isSafe.has(context.req.method) && !isForm(context.req.header('content-type')))
      throw new Problem('http/unreadable');
    await next();
  });
  // An address with a broken escape names nothing; the router would log it at length.
  http.use('*', async (context, next) => (isReadable(context.req.path) ? next() : context.notFound()));
  http.all('*', async (context) => answer(context.req.raw, entry.createRequestContext(valuesOf(context))));
}
