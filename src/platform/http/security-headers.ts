import type { MiddlewareHandler } from 'hono';
import type { HttpEnv } from './env.ts';

export type SecurityHeaderOptions = Readonly<{
  /** Whether the city is reached by https: turns on HSTS and upgrades. */
  isHttps: boolean;
  /** Origins a form may lead to besides our own: the sign-in provider, because redirects after a form count too. */
  formTargets?: readonly string[];
}>;

/**
 * The policy of a page: own scripts and styles, by file or by nonce; no inline ones, no eval, no frames, nothing from
 * elsewhere. `data:` and `blob:` only as images (icons in CSS, the map's sprites).
 */
export function contentSecurityPolicy(nonce: string, { isHttps, formTargets = [] }: SecurityHeaderOptions): string {
  const own = `'self' 'nonce-${nonce}'`;
  const directives = [
    "default-src 'self'",
    `script-src ${own}`,
    `style-src ${own}`,
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
  ];
  return [...directives, ...(isHttps ? ['upgrade-insecure-requests'] : [])].join('; ');
}

/** Powerful features are off; a map asks for the position itself. */
const permissionsPolicy = [
  'geolocation=(self)',
  ...['camera', 'microphone', 'payment', 'usb', 'serial', 'display-capture', 'browsing-topics'].map(
    (feature) => `${feature}=()`,
  ),
].join(', ');

/** Two years, as browsers' preload lists want it. */
const strictTransport = 'max-age=63072000; includeSubDomains';

/** Headers of every response; a nonce for the page that is being made. */
export const securityHeaders =
  (options: SecurityHeaderOptions): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const nonce = crypto.getRandomValues(new Uint8Array(16)).toBase64();
    c.set('nonce', nonce);
    await next();
    c.header('Content-Security-Policy', contentSecurityPolicy(nonce, options));
    c.header('X-Content-Type-Options', 'nosniff');
    // With `no-referrer` browsers would send `Origin: null` with our own forms (Fetch, section 3.1).
    c.header('Referrer-Policy', 'same-origin');
    c.header('Permissions-Policy', permissionsPolicy);
    c.header('Cross-Origin-Opener-Policy', 'same-origin');
    // Open data (API, tiles) is meant for other sites: such a route sets `cross-origin` itself.
    if (!c.res.headers.has('Cross-Origin-Resource-Policy')) c.header('Cross-Origin-Resource-Policy', 'same-origin');
    if (options.isHttps) c.header('Strict-Transport-Security', strictTransport);
  };
