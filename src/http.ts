import { type Context, Hono } from 'hono';
import { actorKey } from '#kernel/actor-key.ts';
import { Problem } from '#kernel/problem.ts';
import { renderDerivation } from '#modules/calendar/index.ts';
import { formReader } from '#modules/documents/index.ts';
import { createDemoProvider, createSignIn, type SignInDeps } from '#modules/people/index.ts';
import {
  createBrowsers,
  createRateLimiter,
  type HttpEnv,
  isSignedIn,
  problemPages,
  respondNotFound,
  respondToError,
  withBrowser,
  withoutBrowser,
} from '#platform/http/index.ts';
import { createSessions, type Sessions } from '#platform/sessions/index.ts';
import type { RequestValues, Viewer } from '#ui/request-context.ts';
import { calendarRoutes } from './api/calendar-feed.ts';
import { documentRoutes } from './api/documents.ts';
import { linkedRoutes } from './api/linked.ts';
import { liveRoutes } from './api/live.ts';
import { mapRoutes } from './api/map.ts';
import { apiRoutes } from './api/v1/index.ts';
import type { App } from './app.ts';
import { serveAssets, servePages } from './serve-pages.ts';
import { explain, explainField, problemCatalogue } from './wiring/problem-texts.ts';

export type HttpOptions = Readonly<{
  /** Requests each caller may make; benchmarks lift them. */
  limits?: Parameters<typeof createRateLimiter>[0]['limits'];
  /** Pages need a build; API tests do without. */
  pages?: boolean;
}>;

/** Joins the surfaces of a city: sign-in, files, live news, map, API, and last the pages. */
export async function createHttp(app: App, { limits, pages = true }: HttpOptions = {}): Promise<Hono<HttpEnv>> {
  const { db, clock, config, log } = app;
  const isHttps = config.publicUrl.startsWith('https:');
  const sessions = createSessions({ db, clock });
  const browsers = createBrowsers({ sessions, clock, timeZone: app.catalogue.current.city.timeZone, isHttps });
  const limiter = createRateLimiter({ db, clock, ...(limits ? { limits } : {}) });
  const identity = identityProvider(app);
  const formTargets = config.oidc ? [new URL(config.oidc.issuer).origin] : [];
  const http = new Hono<HttpEnv>();
  http.onError(respondToError(problemCatalogue));
  http.notFound(respondNotFound(problemCatalogue));
  if (pages) serveAssets(http);
  const spoken = app.catalogue.current.city.languages;
  http.use(withoutBrowser({ log, trustedProxies: config.trustedProxies, isHttps, formTargets, spoken }));
  http.route('/', mapRoutes(app));
  http.route('/', linkedRoutes(app));
  http.use(withBrowser({ browsers, tokenless: ['/demo-idp/'] }));
  if (identity.routes) http.route('/', identity.routes);
  const note: SignInDeps['note'] = (actor, action, subjectId) =>
    app.audit.record(db, actor, [{ action, subject: 'session', subjectId }]);
  const signIn = { people: app.people, sessions, browsers, limiter, provider: identity.config, note };
  http.route('/', createSignIn({ ...signIn, publicUrl: config.publicUrl }));
  http.route('/', problemPages(problemCatalogue));
  http.route('/', documentRoutes(app));
  http.route('/', calendarRoutes(app));
  http.route('/', liveRoutes(app));
  http.route('/api/v1', apiRoutes(app, limiter));
  if (pages)
    await servePages(http, (c) => ({
      ...valuesOf(app, c),
      sessions: ownSessions(sessions, c),
      count: (name) => limiter.count(c, name),
    }));
  return http;
}

/** The configured provider, or in a demo the one inside the process. */
function identityProvider({ db, config, catalogue }: App) {
  if (config.oidc === undefined) {
    const departments = catalogue.current.departments.filter(({ kind }) => kind === 'city');
    return createDemoProvider({ db, publicUrl: config.publicUrl, departments });
  }
  const { issuer, clientId, clientSecret } = config.oidc;
  return {
    routes: undefined,
    config: { issuer, clientId, clientSecret: async () => clientSecret, logsOutAtProvider: true },
  };
}

/** What a page is given of its request. */
function valuesOf(app: App, c: Context<HttpEnv>): Omit<RequestValues, 'sessions' | 'count'> {
  const { actor, language, requestId, nonce, csrfToken, session } = c.var;
  return {
    app,
    actor,
    ...viewerOf(session),
    language,
    requestId,
    nonce,
    csrfToken,
    explain: (error) => explain(error, { language, expiredSession: c.var.expiredSession }),
    explainField: (error) => explainField(new Problem(error.code, error.params), language),
    explainDue: (due, to) => renderDerivation(due.derivation, to),
    readMultipart: formReader(app.config.fileLimit),
  };
}

/** The signed-in person's own sessions, for the profile page. */
function ownSessions(sessions: Sessions, { var: { session } }: Context<HttpEnv>): RequestValues['sessions'] {
  const holder = session && isSignedIn(session) ? actorKey(session.holder.actor) : undefined;
  return {
    async list() {
      const open = holder === undefined ? [] : await sessions.list(holder);
      return open.map(({ id, device, seenAt }) => ({
        id,
        device,
        seenAt: seenAt.toString(),
        isThis: id === session?.id,
      }));
    },
    async endOthers() {
      if (holder !== undefined) await sessions.endAllOf(holder, session?.id);
    },
  };
}

function viewerOf(session: Parameters<typeof isSignedIn>[0]): { viewer?: Viewer } {
  if (!isSignedIn(session)) return {};
  const { actor, name, detail } = session.holder;
  const isActing = actor.kind === 'person' && actor.onBehalfOf !== undefined;
  const kind = actor.kind === 'employee' ? 'employee' : 'person';
  return { viewer: { kind, name, ...(detail ? (isActing ? { actingFor: detail } : { detail }) : {}) } };
}
