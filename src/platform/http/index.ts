import type { MiddlewareHandler } from 'hono';
import { every } from 'hono/combine';
import type { Logger } from 'pino';
import type { Browsers } from './browser.ts';
import { withCaller } from './caller.ts';
import { csrfGuard } from './csrf.ts';
import type { HttpEnv } from './env.ts';
import { type LanguageOptions, withLanguage } from './language.ts';
import { requestLog } from './request-log.ts';
import { type SecurityHeaderOptions, securityHeaders } from './security-headers.ts';

export { type Browsers, createBrowsers, isSignedIn } from './browser.ts';
export { callerOf } from './caller.ts';
export type { Caller, HttpEnv, HttpValues } from './env.ts';
export { explained, respondNotFound, respondToError } from './errors.ts';
export { preferredType } from './negotiate.ts';
export { html, plainPage } from './plain-page.ts';
export { knownProblem, mergeProblems, type ProblemCatalogue, problemText } from './problem-catalogue.ts';
export { ProblemDetails } from './problem-details.ts';
export { problemPages } from './problem-pages.ts';
export { httpProblems } from './problems.ts';
export { createRateLimiter, type RateLimiter, type RateLimitName } from './rate-limit.ts';
export { safeReturnPath } from './return-path.ts';

export type SurroundingsDeps = SecurityHeaderOptions &
  Pick<LanguageOptions, 'spoken'> &
  Readonly<{
    log: Logger;
    browsers: Browsers;
    /** Proxies of ours in front of the server; 0 believes no forwarding header. */
    trustedProxies: number;
    /** Paths whose forms have a protection of their own (the demo sign-in provider's). */
    tokenless?: readonly string[];
  }>;

/** For every route, files and tiles too: request id, log line, caller, headers, language. Touches no database. */
export const withoutBrowser = (deps: Omit<SurroundingsDeps, 'browsers' | 'tokenless'>): MiddlewareHandler<HttpEnv> =>
  every(
    requestLog(deps.log),
    withCaller(deps.trustedProxies),
    securityHeaders(deps),
    withLanguage(deps),
  ) as MiddlewareHandler<HttpEnv>;

/** For pages and the API, after `withoutBrowser`: who asks, and no requests forged by other sites. */
export const withBrowser = (deps: Pick<SurroundingsDeps, 'browsers' | 'tokenless'>): MiddlewareHandler<HttpEnv> =>
  every(deps.browsers.identify, csrfGuard(deps)) as MiddlewareHandler<HttpEnv>;
