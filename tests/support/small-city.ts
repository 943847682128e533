import { Hono } from 'hono';
import { pino } from 'pino';
import { createAudit } from '#modules/audit/index.ts';
import {
  authorise,
  createDemoProvider,
  createPeople,
  createSignIn,
  demoIssuer,
  peopleProblems,
  type SignInDeps,
  seedDemoPeople,
} from '#modules/people/index.ts';
import type { Clock } from '#platform/clock.ts';
import type { Db } from '#platform/db/index.ts';
import {
  createBrowsers,
  createRateLimiter,
  type HttpEnv,
  httpProblems,
  mergeProblems,
  problemPages,
  respondNotFound,
  respondToError,
  withBrowser,
  withoutBrowser,
} from '#platform/http/index.ts';
import { createSessions, sessionProblems } from '#platform/sessions/index.ts';

export const publicUrl = 'http://localhost:4321';
const departments = [
  { id: 'uaig', name: { ru: 'Архитектура', tt: 'Архитектура', en: 'Architecture' } },
  { id: 'kvb', name: { ru: 'Благоустройство', tt: 'Төзекләндерү', en: 'Improvement' } },
];

/** A clock that stands until it is moved. */
export function movableClock(): Clock & { pass(duration: Temporal.DurationLike): void } {
  let now = Temporal.Now.instant().round('millisecond');
  return {
    now: () => now,
    pass(duration) {
      now = now.add(duration);
    },
  };
}

type CityOptions = Readonly<{
  db: Db;
  clock: Clock;
  logsOutAtProvider?: boolean;
  limits?: Parameters<typeof createRateLimiter>[0]['limits'];
}>;

/** The web side of a small city: everything that surrounds a request, sign-in, the demo provider and three pages. */
export async function smallCity({ db, clock, logsOutAtProvider = false, limits }: CityOptions) {
  await seedDemoPeople(db, {
    departmentIds: departments.map(({ id }) => id),
    issuer: demoIssuer(publicUrl),
    today: clock.now().toZonedDateTimeISO('Europe/Moscow').toPlainDate(),
  });
  const timeZone = 'Europe/Moscow';
  const sessions = createSessions({ db, clock });
  const browsers = createBrowsers({ sessions, clock, timeZone, isHttps: false });
  const limiter = createRateLimiter({ db, clock, ...(limits ? { limits } : {}) });
  const people = createPeople({ db, clock, timeZone });
  const demo = createDemoProvider({ db, publicUrl, departments, logsOutAtProvider });
  const catalogue = mergeProblems(httpProblems, sessionProblems, peopleProblems);
  const log = pino({ level: 'silent' });
  const app = new Hono<HttpEnv>();
  app.onError(respondToError(catalogue));
  app.notFound(respondNotFound(catalogue));
  app.use(withoutBrowser({ log, trustedProxies: 0, isHttps: false }));
  app.use(withBrowser({ browsers, tokenless: ['/demo-idp/'] }));
  app.route('/', demo.routes);
  const note: SignInDeps['note'] = (actor, action, subjectId) =>
    createAudit({ clock }).record(db, actor, [{ action, subject: 'session', subjectId }]);
  app.route('/', createSignIn({ people, sessions, browsers, limiter, provider: demo.config, note, publicUrl }));
  app.route('/', problemPages(catalogue));
  app.get('/', (c) => c.html(`<p>start</p>`));
  app.get('/me', (c) =>
    c.json({
      actor: c.var.actor,
      name: c.var.session?.holder.name ?? null,
      csrf: c.var.csrfToken,
      language: c.var.language,
    }),
  );
  app.get('/drafts/:id', (c) => {
    authorise(c.var.actor, 'application:file');
    return c.html('<p>draft</p>');
  });
  app.post('/drafts/:id', async (c) => {
    authorise(c.var.actor, 'application:file');
    const form = await c.req.raw.formData();
    return c.json({ note: form.get('note') });
  });
  app.get('/broken', () => {
    throw new TypeError('the inside of the city');
  });
  return { app, sessions, people, browsers };
}

export type City = Awaited<ReturnType<typeof smallCity>>;

type Sent = Readonly<{
  form?: Record<string, string>;
  headers?: Record<string, string>;
  body?: FormData;
  json?: unknown;
  text?: string;
  stream?: ReadableStream;
  method?: string;
}>;

/** A browser: keeps cookies by path, says where it comes from, follows redirects when asked to. */
export function createBrowser(app: City['app']) {
  const cookies = new Map<string, { value: string; path: string }>();

  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const attribute = (key: string) =>
        attributes.find((one) => one.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
      const isGone =
        attribute('max-age') === '0' ||
        (attribute('expires') !== undefined && Date.parse(attribute('expires') ?? '') < Date.now());
      const key = `${name};${attribute('path')}`;
      if (isGone) cookies.delete(key);
      else cookies.set(key, { value: pair, path: attribute('path') ?? '/' });
    }
  };

  async function send(
    path: string,
    { form, body, json, text, stream, headers = {}, method }: Sent = {},
  ): Promise<Response> {
    const url = new URL(path, publicUrl);
    const cookie = [...cookies.values()]
      .filter((one) => url.pathname.startsWith(one.path))
      .map((one) => one.value)
      .join('; ');
    const isPost = form !== undefined || body !== undefined;
    const response = await app.request(url, {
      method: method ?? (isPost ? 'POST' : 'GET'),
      headers: {
        accept: 'text/html',
        ...(cookie ? { cookie } : {}),
        ...(isPost ? { origin: publicUrl, 'sec-fetch-site': 'same-origin' } : {}),
        ...headers,
      },
      ...(form ? { body: new URLSearchParams(form) } : {}),
      ...(body ? { body } : {}),
      ...(text === undefined ? {} : { body: text }),
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(stream ? { body: stream, duplex: 'half' } : {}),
    });
    keep(response);
    return response;
  }

  /** Follows redirects within the city; answers with the last response and its path. */
  async function open(path: string): Promise<{ response: Response; path: string }> {
    for (let at = path; ; ) {
      const response = await send(at);
      const location = response.headers.get('location');
      if (location === null) return { response, path: at };
      const next = new URL(location, new URL(at, publicUrl));
      if (next.origin !== publicUrl) return { response, path: next.href };
      at = next.pathname + next.search;
    }
  }

  /** Signs in as a demo person, from `/sign-in` to the page that is shown at last. */
  async function signIn(account: string, returnPath?: string): Promise<{ response: Response; path: string }> {
    const choice = await open(
      returnPath === undefined ? '/sign-in' : `/sign-in?${new URLSearchParams({ return: returnPath })}`,
    );
    const chosen = await send(choice.path, { form: { account } });
    return open(new URL(chosen.headers.get('location') ?? '', publicUrl).href.slice(publicUrl.length));
  }

  const me = async () =>
    (await send('/me')).json() as Promise<{
      actor: Record<string, unknown>;
      name: string | null;
      csrf: string;
      language: string;
    }>;

  return {
    send,
    open,
    signIn,
    me,
    cookie: (name: string): string | undefined =>
      [...cookies].find(([key]) => key.startsWith(`${name};`))?.[1].value.slice(name.length + 1),
    plant: (name: string, value: string) => cookies.set(`${name};/`, { value: `${name}=${value}`, path: '/' }),
    forget: () => cookies.clear(),
  };
}
