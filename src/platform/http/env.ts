import type { HttpBindings } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Actor } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import type { Session } from '#platform/sessions/index.ts';

/** Who is at the other end of the connection, as far as the trusted proxies say. */
export type Caller = Readonly<{
  /** IP address; `unknown` in process. */
  address: string;
  /** Scheme and host the browser used, for example `https://berdem.example`. */
  origin: string;
}>;

/** What the middlewares of this folder put beside a request; routes read it by `c.var`. */
export type HttpValues = {
  requestId: string;
  log: Logger;
  caller: Caller;
  /** Allows this response's own scripts and styles (Content Security Policy Level 3, section 2.3.1). */
  nonce: string;
  language: Language;
  /** The signed-in browser or a sign-in under way. */
  session?: Session;
  /** A session that ended meanwhile: the page says so and brings the person back after signing in. */
  expiredSession?: Session;
  actor: Actor;
  /** For the hidden field `csrf` or the header `x-csrf-token`; empty while there is nothing to protect. */
  csrfToken: string;
};

export type HttpEnv = { Bindings: Partial<HttpBindings>; Variables: HttpValues };

/** Methods that change nothing (RFC 9110, section 9.2.1). */
export const isSafeMethod = (method: string): boolean => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
