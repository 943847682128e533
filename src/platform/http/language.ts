import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { Language } from '#kernel/language.ts';
import type { HttpEnv } from './env.ts';

const cookieName = 'lang';
const year = 365 * 24 * 60 * 60;

const known = (text: string | undefined): Language | undefined => Language.safeParse(text).data;

/** The best of our languages by an Accept-Language header (RFC 9110, section 12.5.4): `tt-RU;q=0.9` asks for Tatar. */
export function preferredLanguage(header: string): Language | undefined {
  const wishes = header.split(',').map((part) => {
    const [range = '', ...params] = part.trim().toLowerCase().split(';');
    const quality = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find((value) => value !== undefined);
    return { language: known(range.split('-')[0]), quality: quality === undefined ? 1 : Number(quality) };
  });
  // The sort keeps the header's order among equals.
  return wishes
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .find((wish) => wish.language)?.language;
}

/** The language of the answer: `?lang=` (remembered in a cookie), the cookie, the browser's wish, Russian. */
export function withLanguage({ isHttps }: Readonly<{ isHttps: boolean }>): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const chosen = known(c.req.query('lang'));
    const language =
      chosen ?? known(getCookie(c, cookieName)) ?? preferredLanguage(c.req.header('accept-language') ?? '') ?? 'ru';
    c.set('language', language);
    await next();
    if (chosen === undefined) return;
    setCookie(c, cookieName, chosen, { path: '/', maxAge: year, sameSite: 'Lax', secure: isHttps, httpOnly: true });
  };
}
