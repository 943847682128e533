import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { actorKey } from '#kernel/actor-key.ts';
import { newId } from '#kernel/id.ts';
import type { HttpEnv } from './env.ts';

/** An inbound id is kept when it can do no harm in a log or a header. */
const sane = /^[\w.:-]{8,64}$/;

/** What long is random in a path is a secret, such as the address of a calendar feed: 256 bits are 43 letters, an id has 36. */
export const loggedPath = (path: string): string => path.replace(/[\w-]{40,}/g, '—');

/**
 * Gives the request an id (a sane inbound `X-Request-Id` is kept), sends it back, and writes one line when the
 * response begins. The query is left out: it may name people.
 */
export const requestLog =
  (log: Logger): MiddlewareHandler<HttpEnv> =>
  async (c, next) => {
    const inbound = c.req.header('x-request-id') ?? '';
    const requestId = sane.test(inbound) ? inbound : newId();
    const ofRequest = log.child({ requestId });
    c.set('requestId', requestId);
    c.set('log', ofRequest);
    const began = performance.now();
    await next();
    c.header('X-Request-Id', requestId);
    ofRequest.info(
      {
        method: c.req.method,
        path: loggedPath(c.req.path),
        status: c.res.status,
        ms: Math.round((performance.now() - began) * 10) / 10,
        by: c.var.actor ? actorKey(c.var.actor) : undefined,
      },
      'request',
    );
  };
