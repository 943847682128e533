import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';

/** A cookie that holds a secret: unreadable to scripts, this host only (`__Host-`, RFC 6265bis 4.1.3.2) when by https. */
export type SecretCookie = Readonly<{
  read(c: Context): string | undefined;
  /** `maxAge` in seconds; without it the cookie goes with the browser. */
  write(c: Context, value: string, maxAge?: number): void;
  clear(c: Context): void;
  /** Whether the response already says something about it. */
  isSetIn(response: Response): boolean;
}>;

/** Lax, not Strict: the way back from the sign-in provider and links in letters must find the session. */
export function secretCookie(name: string, isHttps: boolean): SecretCookie {
  const fullName = isHttps ? `__Host-${name}` : name;
  const attributes = { path: '/', httpOnly: true, secure: isHttps, sameSite: 'Lax' } as const;
  return {
    read: (c) => getCookie(c, fullName),
    write: (c, value, maxAge) =>
      setCookie(c, fullName, value, maxAge === undefined ? attributes : { ...attributes, maxAge }),
    clear: (c) => {
      deleteCookie(c, fullName, attributes);
    },
    isSetIn: (response) => response.headers.getSetCookie().some((cookie) => cookie.startsWith(`${fullName}=`)),
  };
}
