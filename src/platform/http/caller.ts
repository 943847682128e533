import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import type { Caller, HttpEnv } from './env.ts';

type Connection = Readonly<{
  /** Address at the other end of the socket. */
  peer?: string | undefined;
  /** URL as this server saw it. */
  url: string;
  forwardedFor?: string | undefined;
  forwardedProto?: string | undefined;
  forwardedHost?: string | undefined;
}>;

const listed = (header: string | undefined): string[] => (header ?? '').split(',').map((part) => part.trim());

/**
 * The caller seen through `trustedProxies` proxies of ours, each of which appends the address it was called from to
 * X-Forwarded-For. Entries further left were written by the caller and prove nothing. With 0 no header is believed.
 */
export function callerOf(connection: Connection, trustedProxies: number): Caller {
  const { protocol, host } = new URL(connection.url);
  const direct = { address: connection.peer ?? 'unknown', origin: `${protocol}//${host}` };
  if (trustedProxies === 0) return direct;
  const address = listed(connection.forwardedFor).at(-trustedProxies) ?? '';
  const proto =
    connection.forwardedProto === 'https' || connection.forwardedProto === 'http'
      ? `${connection.forwardedProto}:`
      : protocol;
  const forwardedHost = connection.forwardedHost ?? '';
  const isHost = /^[\w.-]+(:\d{1,5})?$/.test(forwardedHost);
  return {
    address: isIP(address) === 0 ? direct.address : address,
    origin: `${proto}//${isHost ? forwardedHost : host}`,
  };
}

/** Puts `caller` beside the request. */
export const withCaller =
  (trustedProxies: number): MiddlewareHandler<HttpEnv> =>
  (c, next) => {
    const connection = {
      peer: c.env?.incoming?.socket.remoteAddress,
      url: c.req.url,
      forwardedFor: c.req.header('x-forwarded-for'),
      forwardedProto: c.req.header('x-forwarded-proto'),
      forwardedHost: c.req.header('x-forwarded-host'),
    };
    c.set('caller', callerOf(connection, trustedProxies));
    return next();
  };
