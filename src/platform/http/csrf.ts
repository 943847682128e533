import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { Problem } from '#kernel/problem.ts';
import type { Browsers } from './browser.ts';
import { type HttpEnv, isSafeMethod } from './env.ts';

const field = 'csrf';
/** Forms put the field first; this much of an upload is looked at for it. */
const headOfUpload = 8 * 1024;
const largestForm = 1024 * 1024;

/**
 * Where a request came from by what only browsers write: `Sec-Fetch-Site` (Fetch Metadata) or `Origin`.
 * `unknown`: neither was sent, as by programs and old browsers.
 */
export function cameFrom(
  headers: Readonly<{ site?: string | undefined; origin?: string | undefined }>,
  self: string,
): 'here' | 'elsewhere' | 'unknown' {
  if (headers.site === 'same-origin') return 'here';
  if (headers.site === 'cross-site' || headers.site === 'same-site') return 'elsewhere';
  if (headers.origin === undefined) return 'unknown';
  return headers.origin === self ? 'here' : 'elsewhere';
}

/** The beginning of a request's body, read from a copy: the body itself stays unread for the route. */
async function headOfBody(request: Request, limit: number): Promise<string> {
  const reader = request.clone().body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; size < limit; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    text += decoder.decode(value, { stream: true });
  }
  // Not awaited: the copy's end waits for the original's, which the route has yet to read.
  reader.cancel().catch(() => {});
  return text;
}

async function sentToken(c: Context): Promise<string> {
  const header = c.req.header('x-csrf-token');
  if (header !== undefined) return header;
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return new URLSearchParams(await headOfBody(c.req.raw, largestForm)).get(field) ?? '';
  }
  if (type.startsWith('multipart/form-data')) {
    const head = await headOfBody(c.req.raw, headOfUpload);
    return new RegExp(`name="${field}"\\r?\\n\\r?\\n([\\w-]+)`).exec(head)?.[1] ?? '';
  }
  return '';
}

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

type CsrfDeps = Readonly<{
  browsers: Pick<Browsers, 'acceptedTokens'>;
  /** Paths whose forms are protected by a secret of their own; where they come from is asked all the same. */
  tokenless?: readonly string[];
}>;

/**
 * Refuses (`http/csrf`) a changing request that another site made the browser send: it must not come from elsewhere,
 * and a browser that holds a cookie of ours must send the token of its page, as the field `csrf` (the first one in an
 * upload) or the header `x-csrf-token`. A program without cookies has nothing that could be abused.
 */
export const csrfGuard =
  ({ browsers, tokenless = [] }: CsrfDeps): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    if (isSafeMethod(c.req.method)) return next();
    const headers = { site: c.req.header('sec-fetch-site'), origin: c.req.header('origin') };
    if (cameFrom(headers, c.var.caller.origin) === 'elsewhere') throw new Problem('http/csrf');
    const accepted = browsers.acceptedTokens(c);
    if (accepted.length === 0 || tokenless.some((path) => c.req.path.startsWith(path))) return next();
    const sent = await sentToken(c);
    if (!accepted.some((token) => same(token, sent))) throw new Problem('http/csrf');
    return next();
  };
