import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { anonymous } from '#kernel/actor.ts';
import { type Clock, dateIn } from '#platform/clock.ts';
import { actorToday, type Holder, type Session, type Sessions } from '#platform/sessions/index.ts';
import { type SecretCookie, secretCookie } from './cookies.ts';
import { type HttpEnv, isSafeMethod } from './env.ts';

const guestDays = 30;
const guestSeconds = guestDays * 24 * 60 * 60;

/** Different hashes of one secret, so that neither tells the other. */
const derive = (purpose: string, secret: string): string =>
  createHash('sha256').update(`${purpose}:${secret}`).digest('base64url');

const isSecret = (text: string | undefined): text is string => text !== undefined && /^[\w-]{43}$/.test(text);

/** Whether a form is being sent: programs with JSON need no drafts of a guest. */
const isFormSent = (c: Context): boolean =>
  !isSafeMethod(c.req.method) &&
  /^(application\/x-www-form-urlencoded|multipart\/)/.test(c.req.header('content-type') ?? '');

type BrowserDeps = Readonly<{ sessions: Sessions; clock: Clock; timeZone: string; isHttps: boolean }>;

type Cookies = Readonly<{ sessionCookie: SecretCookie; guestCookie: SecretCookie }>;

const identify =
  ({ sessions, clock, timeZone }: BrowserDeps, { sessionCookie, guestCookie }: Cookies): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const cookie = sessionCookie.read(c);
    const found = cookie === undefined ? undefined : await sessions.find(cookie);
    const held = guestCookie.read(c);
    const session = found?.state === 'live' ? found.session : undefined;
    // Whoever looked at the sign-in page and turned back has a session too, and is a guest all the same.
    const isNewGuest = !isSecret(held) && isFormSent(c) && !isSignedIn(session);
    const guest = isSecret(held) ? held : isNewGuest ? newGuestSecret() : undefined;
    const guestKey = guest === undefined ? undefined : derive('guest', guest);
    if (session) c.set('session', session);
    if (found?.state === 'expired') c.set('expiredSession', found.session);
    c.set(
      'actor',
      actorToday(session?.holder ?? { actor: anonymous, name: '' }, dateIn(timeZone, clock.now()), guestKey),
    );
    c.set('csrfToken', (isSignedIn(session) ? session.csrfToken : guest && derive('csrf', guest)) ?? '');
    await next();
    if (isNewGuest && guest !== undefined && !guestCookie.isSetIn(c.res)) guestCookie.write(c, guest, guestSeconds);
    if (found?.state === 'live' && found.newToken !== undefined && !sessionCookie.isSetIn(c.res)) {
      sessionCookie.write(c, found.newToken);
    }
  };

/**
 * Knows browsers by two cookies: `session` (signed in, kept on the server) and `guest` (a random key to drafts begun
 * before signing in, given with the first form that is sent). What the database keeps of the guest key is its hash.
 */
export function createBrowsers(deps: BrowserDeps) {
  const { sessions, isHttps } = deps;
  const sessionCookie = secretCookie('session', isHttps);
  const guestCookie = secretCookie('guest', isHttps);

  return {
    /** Puts `session`, `expiredSession`, `actor` and `csrfToken` beside the request. */
    identify: identify(deps, { sessionCookie, guestCookie }),

    /** The tokens that prove that a form came from one of this browser's pages; none when the browser holds no cookie of ours. */
    acceptedTokens(c: Context<HttpEnv>): string[] {
      const guest = guestCookie.read(c);
      const { session, expiredSession } = c.var;
      const ofSession = isSignedIn(session) ? session.csrfToken : undefined;
      // A form opened before the session ended, or before signing in, is still the person's own form.
      const tokens = [ofSession, expiredSession?.csrfToken, isSecret(guest) ? derive('csrf', guest) : undefined];
      return tokens.filter((token) => token !== undefined);
    },

    /** The session to keep a sign-in under way with: the current one, or a new anonymous one. */
    async sessionForSignIn(c: Context<HttpEnv>): Promise<Session> {
      if (c.var.session) return c.var.session;
      const { session, token } = await sessions.create({ actor: anonymous, name: '' }, deviceOf(c));
      sessionCookie.write(c, token);
      return session;
    },

    /** Replaces whatever session the browser had by a new one of `holder`: a planted cookie is worth nothing afterwards. */
    async signIn(c: Context<HttpEnv>, holder: Holder): Promise<Session> {
      if (c.var.session) await sessions.end(c.var.session.id);
      const { session, token } = await sessions.create(holder, deviceOf(c));
      sessionCookie.write(c, token);
      return session;
    },

    /** Ends the session and forgets the guest key too: the next person at this computer finds nothing. */
    async signOut(c: Context<HttpEnv>): Promise<void> {
      if (c.var.session) await sessions.end(c.var.session.id);
      sessionCookie.clear(c);
      guestCookie.clear(c);
    },
  };
}

export type Browsers = ReturnType<typeof createBrowsers>;

const newGuestSecret = (): string =>
  crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: 'base64url', omitPadding: true });

const deviceOf = (c: Context): string => c.req.header('user-agent') ?? '';

/** A session of somebody, not merely a sign-in under way. */
export const isSignedIn = (session: Session | undefined): session is Session =>
  session !== undefined && session.holder.actor.kind !== 'anonymous';
