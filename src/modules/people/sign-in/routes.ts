import { type Context, Hono } from 'hono';
import * as openid from 'openid-client';
import type { Actor } from '#kernel/actor.ts';
import { Problem } from '#kernel/problem.ts';
import { type Browsers, type HttpEnv, isSignedIn, type RateLimiter, safeReturnPath } from '#platform/http/index.ts';
import { html, plainPage } from '#platform/http/plain-page.ts';
import type { Sessions } from '#platform/sessions/index.ts';
import type { People } from '../people.ts';
import { Attempt, createOpenIdClient, type ProviderConfig, type SignedIn } from './openid-client.ts';

export type SignInDeps = Readonly<{
  people: Pick<People, 'signIn'>;
  sessions: Pick<Sessions, 'put' | 'take' | 'read'>;
  browsers: Pick<Browsers, 'sessionForSignIn' | 'signIn' | 'signOut'>;
  limiter: Pick<RateLimiter, 'rateLimit'>;
  provider: ProviderConfig;
  /** Notes who came and went, and in which session. */
  note(actor: Actor, what: 'people.SignedIn' | 'people.SignedOut', sessionId: string): Promise<void>;
  /** The city's address without a slash at the end; sign-in always happens there. */
  publicUrl: string;
}>;

const words = {
  question: { ru: 'Выйти?', tt: 'Чыгаргамы?', en: 'Sign out?' },
  out: { ru: 'Выйти', tt: 'Чыгу', en: 'Sign out' },
  stay: { ru: 'Остаться', tt: 'Калу', en: 'Stay' },
} as const;

const attemptName = (state: string) => `sign-in:${state}`;
const idTokenName = 'id-token';

/** What the person is told of a failure on the way back; the details go to the log. */
function refusal(error: unknown): Problem {
  if (error instanceof openid.AuthorizationResponseError) return new Problem('people/sign-in-refused');
  // The code was used or is too old (RFC 6749, section 5.2).
  if (error instanceof openid.ResponseBodyError && error.error === 'invalid_grant')
    return new Problem('people/sign-in-lost');
  return new Problem('people/sign-in-unavailable');
}

/** Asks before signing out: following a link must not do it. */
function askSignOut(c: Context<HttpEnv>) {
  const { language, nonce, csrfToken } = c.var;
  const body = html`<h1>${words.question[language]}</h1>
<form method="post" action="/sign-out"><input type="hidden" name="csrf" value="${csrfToken}">
<button class="main-action">${words.out[language]}</button> <a href="/">${words.stay[language]}</a></form>`;
  return c.html(plainPage({ language, title: words.question[language], nonce, body }));
}

/**
 * `/sign-in`, `/sign-in/callback`, `/sign-out`, to be mounted after `withBrowser`. A sign-in under way is kept in the
 * browser's session under its state and can be used once; signing in always makes a new session.
 */
export function createSignIn(deps: SignInDeps): Hono<HttpEnv> {
  const { people, sessions, browsers, limiter, provider, note, publicUrl } = deps;
  const client = createOpenIdClient(provider, `${publicUrl}/sign-in/callback`);

  /** Runs a step at the provider; whatever fails there is one log line and a problem that says what to do. */
  async function atProvider<T>(c: Context<HttpEnv>, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      if (error instanceof Problem) throw error;
      c.var.log.warn({ err: error }, 'sign-in provider');
      throw refusal(error);
    }
  }

  async function finish(c: Context<HttpEnv>, state: string): Promise<Response> {
    const { session } = c.var;
    const kept = session && Attempt.safeParse(await sessions.take(session.id, attemptName(state)));
    // Back button or double click after a finished sign-in: there is nothing left to do.
    if (!kept?.success) {
      if (isSignedIn(session)) return c.redirect('/', 303);
      throw new Problem('people/sign-in-lost');
    }
    const { search } = new URL(c.req.url);
    const signedIn: SignedIn = await atProvider(c, () => client.finish(search, state, kept.data));
    const holder = await people.signIn(signedIn.issuer, signedIn.claims);
    const started = await browsers.signIn(c, holder);
    await note(holder.actor, 'people.SignedIn', started.id);
    if (provider.logsOutAtProvider) await sessions.put(started.id, idTokenName, signedIn.idToken);
    return c.redirect(safeReturnPath(kept.data.returnPath), 303);
  }

  return new Hono<HttpEnv>()
    .get('/sign-in', limiter.rateLimit('sign-in'), async (c) => {
      const returnPath = safeReturnPath(c.req.query('return'));
      const canonical = `${publicUrl}/sign-in?${new URLSearchParams({ return: returnPath })}`;
      // Cookies belong to one host: whoever came by another name of the city signs in under its own.
      if (c.var.caller.origin !== new URL(publicUrl).origin) return c.redirect(canonical, 303);
      if (isSignedIn(c.var.session)) return c.redirect(returnPath, 303);
      const session = await browsers.sessionForSignIn(c);
      const { url, state, attempt } = await atProvider(c, () => client.begin(returnPath));
      await sessions.put(session.id, attemptName(state), attempt);
      return c.redirect(url, 303);
    })
    .get('/sign-in/callback', limiter.rateLimit('sign-in'), (c) => finish(c, c.req.query('state') ?? ''))
    .get('/sign-out', askSignOut)
    .post('/sign-out', async (c) => {
      const { session } = c.var;
      const idToken = session && (await sessions.read(session.id, idTokenName));
      await browsers.signOut(c);
      if (isSignedIn(session)) await note(session.holder.actor, 'people.SignedOut', session.id);
      // The session here is over whether or not the provider can be reached.
      const elsewhere =
        typeof idToken === 'string'
          ? await client.endSessionUrl(idToken, `${publicUrl}/`).catch(() => undefined)
          : undefined;
      return c.redirect(elsewhere ?? '/', 303);
    });
}
